package dev.crescent.engine.nd4j;

import dev.crescent.engine.CounterRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/// Normal noise in training: `stddev` times `normal(key(seed, step, layer), n * width + u)` of [CounterRandom] for unit
/// `u` of sample `n` of the mini-batch, as on every engine. Keeps the noise.
final class NoiseStep extends Step {
    private final int layer;
    private final double stddev;

    NoiseStep(int layer, double stddev) {
        this.layer = layer;
        this.stddev = stddev;
    }

    @Override
    Trace forward(Tape tape, INDArray input) {
        return new Trace(input, input, input);
    }

    @Override
    Trace forward(Tape tape, INDArray input, Moment moment) {
        INDArray noise = tape.array(input.shape());
        long width = input.size(1);
        float[] values = new float[Math.toIntExact(input.length())];
        tape.fill(noise, () -> {
            long key = CounterRandom.key(moment.seed, moment.step, layer);
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (stddev * CounterRandom.normal(key, moment.first * width + i));
            }
            return values;
        });
        return new Trace(input, noise, tape.add(input, noise));
    }

    @Override
    INDArray backward(Tape tape, Trace trace, INDArray delta) {
        return delta;
    }
}
