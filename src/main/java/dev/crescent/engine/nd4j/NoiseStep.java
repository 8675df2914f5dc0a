package dev.crescent.engine.nd4j;

import dev.crescent.engine.CounterRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/// Normal noise in training: `stddev` times `normal(key(seed, step, layer), n * width + u)` of [CounterRandom] for unit
/// `u` of sample `n` of the mini-batch, as on every engine. Keeps the noise.
final class NoiseStep extends Step {
    private final int layer;
    private final Draw draw;

    NoiseStep(int layer, double stddev) {
        this.layer = layer;
        this.draw = (key, index) -> (float) (stddev * CounterRandom.normal(key, index));
    }

    @Override
    Trace forward(Tape tape, INDArray input) {
        return new Trace(input, input, input);
    }

    @Override
    Trace forward(Tape tape, INDArray input, Moment moment) {
        INDArray noise = draw.on(tape, input, moment, layer);
        return new Trace(input, noise, tape.add(input, noise));
    }

    @Override
    INDArray backward(Tape tape, Trace trace, INDArray delta) {
        return delta;
    }
}
