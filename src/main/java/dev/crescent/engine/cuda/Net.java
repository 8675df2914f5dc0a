package dev.crescent.engine.cuda;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.List;

/// A network's layers on the device, for up to `capacity` samples at once.
final class Net {
    final ParameterLayout layout;
    /// `[layout.total()]`
    final long parameters;
    /// `[layout.size()]`
    final long gradient;
    final Step.Values input;
    private final List<Step> steps = new ArrayList<>();

    /// @param inputShape `[features]` or `[channels, rows, columns]`
    /// @param fused whether the loss takes over the last layer's activation
    Net(Model.Network network, List<Integer> inputShape, boolean fused, int capacity, Arena arena, CudaDriver driver) {
        this.layout = ParameterLayout.of(network, inputShape);
        this.parameters = arena.floats(layout.total());
        this.gradient = arena.floats(layout.size());
        int width = Shapes.width(inputShape);
        this.input = new Step.Values(arena.floats((long) capacity * width), 0, width);
        List<List<Integer>> shapes = Shapes.of(network, inputShape);
        Step.Values values = input;
        for (int i = 0; i < shapes.size(); i++) {
            boolean last = i == shapes.size() - 1;
            Step step = step(network.layers().get(i), i, i == 0 ? inputShape : shapes.get(i - 1), values, fused && last,
                    capacity, arena, driver);
            steps.add(step);
            values = step.output();
        }
    }

    private Step step(Layer layer, int number, List<Integer> shape, Step.Values in, boolean fused, int capacity, Arena arena,
            CudaDriver driver) {
        return switch (layer) {
            case Layer.Dense dense -> new DenseStep(layout.slice(number).orElseThrow(), dense.units(), 1, dense.activation(),
                    fused, in, capacity, parameters, gradient, arena, driver);
            case Layer.Maxout maxout -> new DenseStep(layout.slice(number).orElseThrow(), maxout.units(), maxout.pieces(),
                    maxout.activation(), fused, in, capacity, parameters, gradient, arena, driver);
            case Layer.Conv conv -> new ConvStep(layout.slice(number).orElseThrow(), conv, shape, in, capacity, parameters,
                    gradient, arena, driver);
            case Layer.MaxPool pool -> new PoolStep(pool, shape, in, capacity, arena, driver);
            case Layer.BatchNorm _ -> new NormStep(layout.slice(number).orElseThrow(),
                    layout.statistics(number).orElseThrow(), in, capacity, parameters, gradient, arena, driver);
            case Layer.Dropout dropout when dropout.rate() > 0 -> new MaskStep(number, false, dropout.rate(), in,
                    arena.floats((long) capacity * in.width()), driver);
            case Layer.Noise noise when noise.stddev() > 0 -> new MaskStep(number, true, noise.stddev(), in,
                    arena.floats((long) capacity * in.width()), driver);
            case Layer.Dropout _, Layer.Noise _, Layer.Flatten _ -> new Step.Pass(in);
        };
    }

    Step step(int layer) {
        return steps.get(layer);
    }

    DenseStep last() {
        return (DenseStep) steps.getLast();
    }

    void forward(int samples, Step.Moment moment) {
        for (Step step : steps) {
            step.forward(samples, moment);
        }
    }

    void backward(int samples, boolean anew) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            steps.get(i).backward(samples, anew);
        }
    }

    void remember() {
        steps.forEach(Step::remember);
    }
}
