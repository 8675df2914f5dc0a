package dev.crescent.insight.hidden;

import dev.crescent.data.Dataset;
import dev.crescent.data.PlaneFeatures;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.Region;
import dev.crescent.insight.Shares;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One network, the samples that it is shown with, and a mesh over the plane; of each moment of its training it makes a
/// hidden space. From moment to moment the axes are followed, so that nothing jumps. Used by one thread at a time.
public final class HiddenNetwork {
    /// Points of the mesh a side: every third one is on a line.
    public static final int SIDE = 73;
    /// More samples than this cannot be told apart, and make the picture late.
    public static final int MOST_SAMPLES = 2000;
    /// A layer with more outputs is not taken apart.
    public static final int MOST_UNITS = 1 << 16;
    /// Outputs of all layers together for all points, in memory at once.
    private static final int MOST_OUTPUTS = 1 << 22;

    private final Model.Network network;
    private final Experiment experiment;
    private final Dataset data;
    private final Evaluator evaluator;
    private final Chosen chosen;
    private final int side;
    private final @Nullable Region over;
    private final int count; // of points, and one more for a place
    private final float[] inputs; // [feature][count]
    private final float[][] outputs; // [layer][unit * count]; null for layers that change nothing
    private final List<Integer> layers = new ArrayList<>(); // those that are stages
    private final Projector projector;
    private final Backdrops backdrops;

    /// What is wanted of a hidden space.
    ///
    /// @param deep whether on three axes
    /// @param backdrop the stage whose every place is wanted; -1 for none
    /// @param aspect width of the picture, in its heights
    /// @param reach how many times as far as the space the picture reaches, along its shorter side
    /// @param place a point of the plane that is wanted too; null for none
    public record Look(boolean deep, int backdrop, double aspect, double reach, @Nullable Place place) {
        /// Of a picture that the space fills.
        public Look(boolean deep, int backdrop, double aspect, @Nullable Place place) {
            this(deep, backdrop, aspect, 1, place);
        }

        /// A point of the plane.
        public record Place(double x1, double x2) {}
    }

    /// @param over what the mesh covers; null for none. There is none either if the data do not lie in a plane.
    /// @param mostSamples that are shown
    /// @throws InvalidSettingException if the network does not fit the data
    /// @throws IllegalArgumentException if a layer has more than [#MOST_UNITS] outputs
    public HiddenNetwork(Engine engine, Experiment experiment, Dataset data, @Nullable Region over, int mostSamples) {
        this.experiment = experiment;
        this.network = (Model.Network) experiment.model();
        this.data = data;
        int[] widths = widths(network, data);
        long all = data.inputWidth();
        for (int l = 0; l < widths.length; l++) {
            if (isStage(network.layers().get(l))) {
                layers.add(l);
                all += widths[l];
            }
        }
        this.side = data.plane() == null || over == null ? 0 : SIDE;
        this.over = over;
        int room = Math.clamp(MOST_OUTPUTS / all, 200, Integer.MAX_VALUE) - side * side;
        this.chosen = Chosen.of(data, Math.clamp(room, 200, mostSamples));
        this.count = chosen.count() + side * side + 1;
        this.inputs = new float[data.inputWidth() * count];
        fill();
        this.evaluator = engine.evaluator(network, data.inputShape());
        this.outputs = new float[widths.length][];
        for (int layer : layers) {
            outputs[layer] = new float[widths[layer] * count];
        }
        this.projector = new Projector(network, data, evaluator.layout(), layers, widths, count, chosen.count(), side);
        this.backdrops = new Backdrops(engine, experiment, data, evaluator.layout(), widths);
    }

    /// Whether a layer is a space of its own: the others say, once training is over, what came in.
    private static boolean isStage(Layer layer) {
        return switch (layer) {
            case Layer.Dense _, Layer.Maxout _, Layer.Conv _, Layer.MaxPool _, Layer.BatchNorm _ -> true;
            case Layer.Dropout _, Layer.Noise _, Layer.Flatten _ -> false;
        };
    }

    /// The most outputs that one of the network's layers has.
    ///
    /// @throws InvalidSettingException if the network does not fit the data
    public static int widest(Model.Network network, Dataset data) {
        return Math.max(data.inputWidth(), Arrays.stream(Shapes.of(network, data.inputShape()).stream()
                .mapToInt(Shapes::width).toArray()).max().orElse(1));
    }

    private static int[] widths(Model.Network network, Dataset data) {
        int[] widths = Shapes.of(network, data.inputShape()).stream().mapToInt(Shapes::width).toArray();
        int widest = widest(network, data);
        if (widest > MOST_UNITS) {
            throw new IllegalArgumentException("A hidden space is made of at most " + MOST_UNITS
                    + " outputs of a layer, one has " + widest);
        }
        return widths;
    }

    /// Goes on with the axes that another network was drawn on last, stage by stage where they have as many outputs.
    public void follow(HiddenNetwork before) {
        projector.follow(before.projector);
    }

    /// The numbers of the layers that are stages, from 0, in order; the inputs are a stage before them.
    public List<Integer> layers() {
        return List.copyOf(layers);
    }

    /// The samples that are shown, in the order of the points.
    public Chosen chosen() {
        return chosen;
    }

    private void fill() {
        int width = data.inputWidth();
        for (int i = 0; i < chosen.count(); i++) {
            int number = chosen.numbers()[i];
            float[] from = Chosen.part(data, number).inputs();
            int first = Chosen.within(data, number) * width;
            for (int f = 0; f < width; f++) {
                inputs[f * count + i] = from[first + f];
            }
        }
        PlaneFeatures plane = data.plane();
        if (plane != null && over != null) {
            float[] x1 = new float[side * side];
            float[] x2 = new float[side * side];
            for (int p = 0; p < x1.length; p++) {
                x1[p] = (float) (over.x1Min() + (double) (p % side) / (side - 1) * over.width());
                x2[p] = (float) (over.x2Max() - (double) (p / side) / (side - 1) * over.height());
            }
            put(plane, x1, x2, chosen.count());
        }
    }

    private void put(PlaneFeatures plane, float[] x1, float[] x2, int at) {
        float[] features = new float[plane.width() * x1.length];
        plane.apply(x1, x2, x1.length, features);
        for (int f = 0; f < plane.width(); f++) {
            System.arraycopy(features, f * x1.length, inputs, f * count + at, x1.length);
        }
    }

    /// The hidden space of a moment.
    ///
    /// @param parameters `[layout total]`
    public HiddenSpace look(float[] parameters, Look look) {
        PlaneFeatures plane = data.plane();
        Look.Place place = plane == null ? null : look.place();
        if (plane != null && place != null) {
            put(plane, new float[] {(float) place.x1()}, new float[] {(float) place.x2()}, count - 1);
        }
        evaluator.forward(parameters, inputs, count, outputs);
        Projector.Projected projected = projector.project(parameters, inputs, outputs, look.deep());
        HiddenSpace.Backdrop backdrop = look.deep() ? null : backdrops.of(parameters, projected, look.backdrop(), look.aspect(), look.reach());
        return new HiddenSpace(projected.stages(), projected.keys(), chosen.count(), side, place != null, decision(),
                backdrop, look.deep(), projected.settled());
    }

    /// What the network answers at the points of the mesh.
    private @Nullable OutputField decision() {
        if (over == null || side == 0) {
            return null;
        }
        int last = outputs.length - 1;
        float[] all = outputs[last];
        int units = network.output().units();
        float[][] answers = new float[units][];
        for (int u = 0; u < units; u++) {
            int from = u * count + chosen.count();
            answers[u] = Arrays.copyOfRange(all, from, from + side * side);
        }
        // A field's values are those of its cells' middles, and the mesh reaches to the edge.
        double dx = over.width() / (side - 1) / 2;
        double dy = over.height() / (side - 1) / 2;
        Region around = new Region(over.x1Min() - dx, over.x1Max() + dx, over.x2Min() - dy, over.x2Max() + dy);
        return field(around, side, side, answers, experiment, data);
    }

    /// A field of a network's outputs, read as its task asks.
    ///
    /// @param answers `[unit][width * height]`, overwritten
    static OutputField field(Region region, int width, int height, float[][] answers, Experiment experiment, Dataset data) {
        float[][] values = answers;
        int classes = Math.max(2, data.classNames().size());
        if (data.task() == Task.CLASSIFICATION) {
            Model.Network network = (Model.Network) experiment.model();
            Shares.probabilities(answers, width * height, network.output(), experiment.training().loss());
            values = classes == 2 ? new float[][] {answers[answers.length - 1]} : answers;
        } else {
            values = new float[][] {answers[0]};
        }
        return new OutputField(region, width, height, data.task(), classes, values);
    }
}
