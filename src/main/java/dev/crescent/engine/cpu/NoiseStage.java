package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;

import dev.crescent.engine.CounterRandom;

/// Normal noise in training: unit `u` of the mini-batch's sample number `n` gets `stddev` times
/// `normal(key(seed, t, l), n * units + u)` of [CounterRandom] in step `t` of layer `l`. The gradient passes.
final class NoiseStage extends Stage {
    private final int layer;
    private final double stddev;

    NoiseStage(int layer, double stddev, Source source, int panels) {
        super(source.width(), source.rows(), Panels.allocate(panels, source.rows()), source.delta());
        this.layer = layer;
        this.stddev = stddev;
    }

    @Override
    void forward(float[] parameters, Source source, int count, Moment moment) {
        long key = CounterRandom.key(moment.seed, moment.step, layer);
        for (int sample = 0; sample < count; sample++) {
            long index = (moment.first + sample) * (long) units;
            int at = sample / SAMPLES * rows * SAMPLES + sample % SAMPLES;
            for (int unit = 0; unit < units; unit++) {
                int i = at + unit * SAMPLES;
                output[i] = source.values()[i] + (float) (stddev * CounterRandom.normal(key, index + unit));
            }
        }
    }

    @Override
    void backward(float[] parameters, float[] gradient, Source source, int count) {}
}
