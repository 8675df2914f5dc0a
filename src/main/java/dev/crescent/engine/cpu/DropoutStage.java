package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;

import dev.crescent.engine.CounterRandom;

/// Inverted dropout in training. Unit `u` of the mini-batch's sample number `n` is kept in step `t` of layer `l` where
/// `uniform(key(seed, t, l), n * units + u) >= rate` of [CounterRandom].
final class DropoutStage extends Stage {
    private final int layer;
    /// A unit is kept where the number's first 24 bits are no less: the same comparison in integers.
    private final int least;
    private final int scaleBits;
    // [panels][rows][16]: 0 or the scale
    private final float[] mask;

    DropoutStage(int layer, double rate, Source source, int panels) {
        super(source, source.width(), source.rows(), Blocks.NONE, panels, source.wantsDelta());
        this.layer = layer;
        this.least = (int) Math.ceil((float) rate * 0x1p24);
        this.scaleBits = Float.floatToRawIntBits((float) (1 / (1 - rate)));
        this.mask = Panels.allocate(panels, rows);
    }

    @Override
    void forward(float[] parameters, Share share, Moment moment) {
        long key = CounterRandom.key(moment.seed, moment.step, layer);
        for (int panel = share.first; panel < share.end; panel++) {
            int live = share.live(panel);
            long first = (moment.first + panel * SAMPLES) * (long) units;
            int from = panel * rows * SAMPLES;
            for (int unit = 0; unit < units; unit++) {
                choose(key, first + unit, from + unit * SAMPLES, live);
            }
            masked(source.values(), output, from);
        }
    }

    /// Without a branch, which would be guessed wrong as often as chance has it.
    private void choose(long key, long index, int to, int live) {
        for (int s = 0; s < live; s++) {
            int bits = (int) (CounterRandom.bits(key, index + s * (long) units) >>> 40);
            mask[to + s] = Float.intBitsToFloat(scaleBits & ~(bits - least >> 31));
        }
    }

    @Override
    void backward(float[] parameters, Share share) {
        for (int panel = share.first; source.wantsDelta() && panel < share.end; panel++) {
            masked(delta, source.delta(), panel * rows * SAMPLES);
        }
    }

    private void masked(float[] x, float[] y, int from) {
        for (int i = from; i < from + units * SAMPLES; i++) {
            y[i] = x[i] * mask[i];
        }
    }
}
