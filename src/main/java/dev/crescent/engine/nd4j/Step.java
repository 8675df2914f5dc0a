package dev.crescent.engine.nd4j;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Layer;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/// One layer as array operations that it writes on a tape. Samples are rows: what comes in and goes out is
/// `[samples][width]`.
abstract sealed class Step permits DenseStep, ConvStep, PoolStep, NormStep, MaskStep, NoiseStep, PassStep {
    /// What a layer wrote on the way forward, for the way back.
    ///
    /// @param kept what the layer's class says
    record Trace(INDArray input, INDArray kept, INDArray output) {}

    /// Which random numbers a pass in training uses.
    static final class Moment {
        /// Of the training.
        final long seed;
        long step;
        /// Number of the pass' first sample in its mini-batch.
        int first;

        Moment(long seed) {
            this.seed = seed;
        }
    }

    /// @param input `[features]` or `[channels, rows, columns]`
    static Step of(Layer layer, int number, List<Integer> input, ParameterLayout layout, Parameters parameters) {
        return switch (layer) {
            case Layer.Dense dense -> new DenseStep(parameters.of(layout.slice(number).orElseThrow()), dense.activation(),
                    dense.units(), 1);
            case Layer.Maxout maxout -> new DenseStep(parameters.of(layout.slice(number).orElseThrow()),
                    maxout.activation(), maxout.units(), maxout.pieces());
            case Layer.Conv conv -> new ConvStep(parameters.of(layout.slice(number).orElseThrow()), conv, input);
            case Layer.MaxPool pool -> new PoolStep(pool, input);
            case Layer.BatchNorm _ -> new NormStep(parameters.of(layout.slice(number).orElseThrow()),
                    parameters.of(layout.statistics(number).orElseThrow()), input);
            case Layer.Dropout dropout when dropout.rate() > 0 -> new MaskStep(number, dropout.rate());
            case Layer.Noise noise when noise.stddev() > 0 -> new NoiseStep(number, noise.stddev());
            case Layer.Dropout _, Layer.Noise _, Layer.Flatten _ -> new PassStep();
        };
    }

    /// In evaluation mode.
    abstract Trace forward(Tape tape, INDArray input);

    /// In training.
    Trace forward(Tape tape, INDArray input, Moment moment) {
        return forward(tape, input);
    }

    /// Adds to the gradient of its own parameters.
    ///
    /// @param delta the loss' gradient by the output
    /// @return that by the input
    abstract INDArray backward(Tape tape, Trace trace, INDArray delta);

    /// After a step: changes what it keeps beside the parameters that are learned.
    void remember(Tape tape, Trace trace) {}
}
