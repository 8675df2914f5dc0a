package dev.crescent.insight.hidden;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.insight.Region;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rest of a network says to every place of a layer of two units, also where no input ever gets to.
final class Backdrops {
    /// Cells along the shorter side.
    private static final int CELLS = 90;
    private static final int MOST_CELLS = 240;
    /// Some more is computed than is seen: what is looked at moves with training.
    private static final double ROOM = 1.1;

    private final Engine engine;
    private final Experiment experiment;
    private final Model.Network network;
    private final Dataset data;
    private final ParameterLayout layout;
    private final int[] widths;
    private int restOf = -2;
    private @Nullable Evaluator rest;

    Backdrops(Engine engine, Experiment experiment, Dataset data, ParameterLayout layout, int[] widths) {
        this.engine = engine;
        this.experiment = experiment;
        this.network = (Model.Network) experiment.model();
        this.data = data;
        this.layout = layout;
        this.widths = widths;
    }

    /// @param stage the number of the stage; there is nothing where it has not two units, or no layer comes after it
    /// @param aspect width of the picture, in its heights
    /// @param reach how many times as far as the space the picture reaches, along its shorter side
    HiddenSpace.@Nullable Backdrop of(float[] parameters, Projector.Projected projected, int stage, double aspect,
            double reach) {
        if (stage < 0 || stage >= projected.stages().size() - 1 || projected.stages().get(stage).units() != 2
                || projected.stages().get(stage).layer() < 0 && data.inputShape().size() != 1) {
            return null;
        }
        int layer = projected.stages().get(stage).layer();
        Extent extent = projected.extent(stage);
        double reachX = ROOM * reach * extent.half() * Math.max(1, aspect);
        double reachY = ROOM * reach * extent.half() * Math.max(1, 1 / aspect);
        if (!(reachX + reachY < 1e30)) {
            return null;
        }
        Region region = new Region(extent.x() - reachX, extent.x() + reachX, extent.y() - reachY, extent.y() + reachY);
        int width = (int) Math.clamp(CELLS * Math.max(1, aspect), CELLS, MOST_CELLS);
        int height = (int) Math.clamp(CELLS * Math.max(1, 1 / aspect), CELLS, MOST_CELLS);
        float[] places = new float[2 * width * height]; // [unit][cell]
        for (int cell = 0; cell < width * height; cell++) {
            places[cell] = (float) (region.x1Min() + (cell % width + 0.5) / width * region.width());
            places[width * height + cell] = (float) (region.x2Max() - (cell / width + 0.5) / height * region.height());
        }
        float[][] outputs = new float[network.layers().size() - layer - 1][];
        int units = widths[widths.length - 1];
        float[] last = new float[units * width * height];
        outputs[outputs.length - 1] = last;
        Evaluator from = rest(layer);
        from.forward(parameters(parameters, from.layout(), layer), places, width * height, outputs);
        float[][] answers = new float[units][];
        for (int u = 0; u < units; u++) {
            answers[u] = Arrays.copyOfRange(last, u * width * height, (u + 1) * width * height);
        }
        return new HiddenSpace.Backdrop(stage, HiddenNetwork.field(region, width, height, answers, experiment, data));
    }

    private Evaluator rest(int layer) {
        Evaluator known = rest;
        if (known == null || restOf != layer) {
            Model.Network behind = network.withLayers(network.layers().subList(layer + 1, network.layers().size()));
            known = engine.evaluator(behind, List.of(2));
            rest = known;
            restOf = layer;
        }
        return known;
    }

    /// The parameters of the layers behind one, in their own layout.
    private float[] parameters(float[] all, ParameterLayout of, int layer) {
        float[] some = new float[of.total()];
        for (ParameterLayout.Slice slice : of.slices()) {
            ParameterLayout.Slice from = layout.slice(slice.layer() + layer + 1).orElseThrow();
            System.arraycopy(all, from.weightOffset(), some, slice.weightOffset(), slice.weightCount());
            if (slice.biasOffset() >= 0) {
                System.arraycopy(all, from.biasOffset(), some, slice.biasOffset(), slice.biasCount());
            }
        }
        for (ParameterLayout.Statistics statistics : of.statistics()) {
            ParameterLayout.Statistics from = layout.statistics(statistics.layer() + layer + 1).orElseThrow();
            System.arraycopy(all, from.meanOffset(), some, statistics.meanOffset(), statistics.channels());
            System.arraycopy(all, from.varianceOffset(), some, statistics.varianceOffset(), statistics.channels());
        }
        return some;
    }
}
