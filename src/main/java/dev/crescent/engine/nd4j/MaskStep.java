package dev.crescent.engine.nd4j;

import dev.crescent.engine.CounterRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/// Inverted dropout in training: unit `u` of sample `n` of the mini-batch is kept, and divided by `1 - rate`, where
/// `uniform(key(seed, step, layer), n * width + u) >= rate` of [CounterRandom], as on every engine. Keeps the mask.
final class MaskStep extends Step {
    private final int layer;
    private final float rate;
    private final float scale;

    MaskStep(int layer, double rate) {
        this.layer = layer;
        this.rate = (float) rate;
        this.scale = (float) (1 / (1 - rate));
    }

    @Override
    Trace forward(Tape tape, INDArray input) {
        return new Trace(input, input, input);
    }

    @Override
    Trace forward(Tape tape, INDArray input, Moment moment) {
        INDArray mask = tape.array(input.shape());
        long width = input.size(1);
        float[] values = new float[Math.toIntExact(input.length())];
        tape.fill(mask, () -> {
            long key = CounterRandom.key(moment.seed, moment.step, layer);
            for (int i = 0; i < values.length; i++) {
                values[i] = CounterRandom.uniform(key, moment.first * width + i) >= rate ? scale : 0;
            }
            return values;
        });
        return new Trace(input, mask, tape.times(input, mask));
    }

    @Override
    INDArray backward(Tape tape, Trace trace, INDArray delta) {
        return tape.times(delta, trace.kept());
    }
}
