package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;

import dev.crescent.engine.CounterRandom;

/// Normal noise in training: unit `u` of the mini-batch's sample number `n` gets `stddev` times
/// `normal(key(seed, t, l), n * units + u)` of [CounterRandom] in step `t` of layer `l`. The gradient passes.
final class NoiseStage extends Stage {
    private final int layer;
    private final double stddev;

    NoiseStage(int layer, double stddev, Source source, int panels) {
        super(source, source.width(), source.rows(), Blocks.NONE, Panels.allocate(panels, source.rows()), source.delta());
        this.layer = layer;
        this.stddev = stddev;
    }

    @Override
    void forward(float[] parameters, Share share, Moment moment) {
        long key = CounterRandom.key(moment.seed, moment.step, layer);
        for (int panel = share.first; panel < share.end; panel++) {
            int live = share.live(panel);
            long first = (moment.first + panel * SAMPLES) * (long) units;
            for (int unit = 0; unit < units; unit++) {
                int at = (panel * rows + unit) * SAMPLES;
                for (int s = 0; s < live; s++) {
                    double noise = stddev * CounterRandom.normal(key, first + s * (long) units + unit);
                    output[at + s] = source.values()[at + s] + (float) noise;
                }
            }
        }
    }

    @Override
    void backward(float[] parameters, Share share) {}
}
