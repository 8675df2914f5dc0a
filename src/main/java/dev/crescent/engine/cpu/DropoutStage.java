package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.WIDE;

import dev.crescent.engine.CounterRandom;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Inverted dropout in training. Unit `u` of the mini-batch's sample number `n` is kept in step `t` of layer `l` where
/// `uniform(key(seed, t, l), n * units + u) >= rate` of [CounterRandom].
final class DropoutStage extends Stage {
    /// Of random numbers, and of what becomes of them; where those are as fast as single ones, which is with AVX-512.
    private static final VectorSpecies<Long> NUMBERS = LongVector.SPECIES_512;
    private static final VectorSpecies<Float> HALF = FloatVector.SPECIES_256;

    private final int layer;
    /// A unit is kept where the number's first 24 bits are no less: the same comparison in integers.
    private final int least;
    private final int scaleBits;
    /// From the first sample's index to each of eight.
    private final LongVector steps;
    // [panels][rows][16]: 0 or the scale
    private final float[] mask;

    DropoutStage(int layer, double rate, Source source, int panels) {
        super(source, source.width(), source.rows(), Blocks.NONE, panels, source.wantsDelta());
        this.layer = layer;
        this.least = (int) Math.ceil((float) rate * 0x1p24);
        this.scaleBits = Float.floatToRawIntBits((float) (1 / (1 - rate)));
        this.steps = LongVector.zero(NUMBERS).addIndex(1).mul(units);
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
                if (WIDE && live == SAMPLES) {
                    chooseAll(key, first + unit, from + unit * SAMPLES);
                } else {
                    choose(key, first + unit, from + unit * SAMPLES, live);
                }
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

    /// [#choose] for a whole panel, eight samples at a time.
    private void chooseAll(long key, long index, int to) {
        for (int s = 0; s < SAMPLES; s += NUMBERS.length()) {
            LongVector samples = LongVector.broadcast(NUMBERS, index + s * (long) units).add(steps);
            LongVector bits = CounterRandom.bits(key, samples).lanewise(VectorOperators.LSHR, 40);
            VectorMask<Float> dropped = bits.compare(VectorOperators.LT, (long) least).cast(HALF);
            FloatVector.broadcast(HALF, Float.intBitsToFloat(scaleBits)).blend(0, dropped).intoArray(mask, to + s);
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
