package dev.crescent.engine.nd4j;

import dev.crescent.engine.CounterRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/// Inverted dropout in training: unit `u` of sample `n` of the mini-batch is kept, and divided by `1 - rate`, where
/// `uniform(key(seed, step, layer), n * width + u) >= rate` of [CounterRandom], as on every engine. Keeps the mask.
final class MaskStep extends Step {
    private final int layer;
    private final Draw draw;

    MaskStep(int layer, double rate) {
        float least = (float) rate;
        float scale = (float) (1 / (1 - rate));
        this.layer = layer;
        this.draw = (key, index) -> CounterRandom.uniform(key, index) >= least ? scale : 0;
    }

    @Override
    Trace forward(Tape tape, INDArray input) {
        return new Trace(input, input, input);
    }

    @Override
    Trace forward(Tape tape, INDArray input, Moment moment) {
        INDArray mask = draw.on(tape, input, moment, layer);
        return new Trace(input, mask, tape.times(input, mask));
    }

    @Override
    INDArray backward(Tape tape, Trace trace, INDArray delta) {
        return tape.times(delta, trace.kept());
    }
}
