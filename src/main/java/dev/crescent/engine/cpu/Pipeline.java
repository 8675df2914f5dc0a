package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.List;

/// A network's stages and the workspace for as many samples as it has room for. It holds no parameters.
final class Pipeline {
    final int capacity;
    private final Stage[] stages;
    private final Stage.Source[] sources;

    /// @param fusion on the last layer
    /// @param trains whether it goes backward, and drops out and adds noise on its way forward
    Pipeline(Model.Network network, List<Integer> inputShape, ParameterLayout layout, Fusion fusion, int panels,
            boolean trains) {
        this.capacity = panels * SAMPLES;
        int width = Shapes.width(inputShape);
        Stage.Source source = new Stage.Source(width, Panels.rows(width), Panels.allocate(panels, Panels.rows(width)),
                new float[0]);
        List<List<Integer>> shapes = Shapes.of(network, inputShape);
        List<Stage> made = new ArrayList<>();
        List<Stage.Source> read = new ArrayList<>();
        for (int i = 0; i < network.layers().size(); i++) {
            Fusion own = i == network.layers().size() - 1 ? fusion : Fusion.NONE;
            Stage stage = stage(network.layers().get(i), i, i == 0 ? inputShape : shapes.get(i - 1), layout, own, source,
                    panels, trains);
            made.add(stage);
            read.add(source);
            source = new Stage.Source(stage.units, stage.rows, stage.output, stage.delta);
        }
        this.stages = made.toArray(Stage[]::new);
        this.sources = read.toArray(Stage.Source[]::new);
    }

    private static Stage stage(Layer layer, int number, List<Integer> shape, ParameterLayout layout, Fusion fusion,
            Stage.Source source, int panels, boolean trains) {
        return switch (layer) {
            case Layer.Dense dense -> new WeightedStage(layout.slice(number).orElseThrow(), dense.units(), 1,
                    dense.activation(), fusion, source, panels, trains);
            case Layer.Maxout maxout -> new WeightedStage(layout.slice(number).orElseThrow(), maxout.units(),
                    maxout.pieces(), maxout.activation(), fusion, source, panels, trains);
            case Layer.Dropout dropout when trains && dropout.rate() > 0 ->
                    new DropoutStage(number, dropout.rate(), source, panels);
            case Layer.Noise noise when trains && noise.stddev() > 0 ->
                    new NoiseStage(number, noise.stddev(), source, panels);
            case Layer.Dropout _, Layer.Noise _, Layer.Flatten _ -> new PassedStage(source);
            case Layer.Conv conv -> new ConvStage(layout.slice(number).orElseThrow(), conv, shape, source, panels, trains);
            case Layer.MaxPool pool -> new PoolStage(pool, shape, source, panels);
            case Layer.BatchNorm _ -> new NormStage(layout.slice(number).orElseThrow(),
                    layout.statistics(number).orElseThrow(), source, panels, trains);
        };
    }

    /// What comes in, `[panels][rows][16]`.
    Stage.Source input() {
        return sources[0];
    }

    Stage stage(int layer) {
        return stages[layer];
    }

    WeightedStage last() {
        return (WeightedStage) stages[stages.length - 1];
    }

    void forward(float[] parameters, int count, Stage.Moment moment) {
        for (int i = 0; i < stages.length; i++) {
            stages[i].forward(parameters, sources[i], count, moment);
        }
    }

    /// From the last stage's delta to the gradient, which it adds to.
    void backward(float[] parameters, float[] gradient, int count) {
        for (int i = stages.length - 1; i >= 0; i--) {
            stages[i].backward(parameters, gradient, sources[i], count);
        }
    }

    /// Lets the stages remember what they saw on the way forward.
    void remember(float[] parameters) {
        for (Stage stage : stages) {
            stage.remember(parameters);
        }
    }

    /// How long an array of parameters must be: the matrix kernel may read up to three rows of weights beyond the last.
    static int room(ParameterLayout layout) {
        int longest = 0;
        for (ParameterLayout.Slice slice : layout.slices()) {
            longest = Math.max(longest, slice.weightCount() / slice.weightShape().getFirst());
        }
        return Math.addExact(layout.total(), (Panels.BLOCK - 1) * longest);
    }
}
