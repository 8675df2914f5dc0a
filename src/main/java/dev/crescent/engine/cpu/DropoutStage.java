package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;

import dev.crescent.engine.CounterRandom;

/// Inverted dropout in training. Unit `u` of the mini-batch's sample number `n` is kept in step `t` of layer `l` where
/// `uniform(key(seed, t, l), n * units + u) >= rate` of [CounterRandom].
final class DropoutStage extends Stage {
    private final int layer;
    private final float rate;
    private final float scale;
    // [panels][rows][16]: 0 or the scale
    private final float[] mask;

    DropoutStage(int layer, double rate, Source source, int panels) {
        super(source.width(), source.rows(), panels, source.wantsDelta());
        this.layer = layer;
        this.rate = (float) rate;
        this.scale = (float) (1 / (1 - rate));
        this.mask = Panels.allocate(panels, rows);
    }

    @Override
    void forward(float[] parameters, Source source, int count, Moment moment) {
        long key = CounterRandom.key(moment.seed, moment.step, layer);
        for (int sample = 0; sample < count; sample++) {
            long index = (moment.first + sample) * (long) units;
            int at = sample / SAMPLES * rows * SAMPLES + sample % SAMPLES;
            for (int unit = 0; unit < units; unit++) {
                mask[at + unit * SAMPLES] = CounterRandom.uniform(key, index + unit) >= rate ? scale : 0;
            }
        }
        masked(source.values(), output, mask, Panels.count(count) * rows * SAMPLES);
    }

    @Override
    void backward(float[] parameters, float[] gradient, Source source, int count) {
        if (source.wantsDelta()) {
            masked(delta, source.delta(), mask, Panels.count(count) * rows * SAMPLES);
        }
    }

    private static void masked(float[] x, float[] y, float[] mask, int count) {
        for (int i = 0; i < count; i++) {
            y[i] = x[i] * mask[i];
        }
    }
}
