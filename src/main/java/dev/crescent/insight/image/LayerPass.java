package dev.crescent.insight.image;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Layer;
import java.util.List;
import java.util.Optional;

/// One layer at work on one image, in evaluation mode: forward, and back to what came in. The score's gradient by
/// parameters is nobody's concern here.
abstract sealed class LayerPass permits SumPass, ConvPass, PoolPass, NormPass {
    final Signal in;
    final Signal out;

    LayerPass(Signal in, int units) {
        this.in = in;
        this.out = new Signal(units);
    }

    /// Sets the values that go out.
    abstract void forward(float[] parameters);

    /// Sets the slopes of what came in, after [#forward]. Overwrites those of what went out.
    abstract void backward(float[] parameters);

    /// The pass through layer number `number`; none where it changes nothing outside training.
    ///
    /// @param shape `[features]` or `[channels, rows, columns]` of what comes in
    static Optional<LayerPass> of(Layer layer, int number, List<Integer> shape, ParameterLayout layout, Signal in) {
        return switch (layer) {
            case Layer.Dense dense -> Optional.of(new SumPass(layout.slice(number).orElseThrow(), dense.units(), 1,
                    dense.activation(), in));
            case Layer.Maxout maxout -> Optional.of(new SumPass(layout.slice(number).orElseThrow(), maxout.units(),
                    maxout.pieces(), maxout.activation(), in));
            case Layer.Conv conv -> Optional.of(new ConvPass(layout.slice(number).orElseThrow(), conv,
                    ImageShape.of(shape), in));
            case Layer.MaxPool pool -> Optional.of(new PoolPass(pool, ImageShape.of(shape), in));
            case Layer.BatchNorm _ -> Optional.of(new NormPass(layout.slice(number).orElseThrow(),
                    layout.statistics(number).orElseThrow(), in));
            case Layer.Dropout _, Layer.Noise _, Layer.Flatten _ -> Optional.empty();
        };
    }
}
