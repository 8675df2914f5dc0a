package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/// Transposes squares of 16 by 16 numbers, where a row is a single vector ([Panels#WIDE]). One by one, each number takes
/// a load and a store; in a layer of few units and many inputs that is more work than all its multiplications.
///
/// In four steps: squares of 8 by 8 off the diagonal change places, then those of 4 by 4 in each, of 2 by 2 and of 1 by 1.
/// Four rows are in registers for two of the steps.
final class Turn {
    private static final VectorMask<Float> ODD_8 = Lanes.odd(8);
    private static final VectorMask<Float> ODD_4 = Lanes.odd(4);
    private static final VectorMask<Float> ODD_2 = Lanes.odd(2);
    private static final VectorMask<Float> ODD_1 = Lanes.odd(1);
    private static final VectorShuffle<Float> BY_8 = Lanes.swapped(8);
    private static final VectorShuffle<Float> BY_4 = Lanes.swapped(4);
    private static final VectorShuffle<Float> BY_2 = Lanes.swapped(2);
    private static final VectorShuffle<Float> BY_1 = Lanes.swapped(1);

    private Turn() {}

    /// `to[j][i] = from[i][j]`.
    ///
    /// @param from `[16][16]` from `from0` on
    /// @param to `[16][16]` from `to0` on; may be the same place
    static void square(float[] from, int from0, float[] to, int to0) {
        for (int row = 0; row < 4; row++) {
            int at = from0 + row * SAMPLES;
            FloatVector a = FloatVector.fromArray(SPECIES, from, at);
            FloatVector b = FloatVector.fromArray(SPECIES, from, at + 4 * SAMPLES);
            FloatVector c = FloatVector.fromArray(SPECIES, from, at + 8 * SAMPLES);
            FloatVector d = FloatVector.fromArray(SPECIES, from, at + 12 * SAMPLES);
            FloatVector a8 = a.blend(c.rearrange(BY_8), ODD_8);
            FloatVector c8 = a.rearrange(BY_8).blend(c, ODD_8);
            FloatVector b8 = b.blend(d.rearrange(BY_8), ODD_8);
            FloatVector d8 = b.rearrange(BY_8).blend(d, ODD_8);
            int into = to0 + row * SAMPLES;
            a8.blend(b8.rearrange(BY_4), ODD_4).intoArray(to, into);
            a8.rearrange(BY_4).blend(b8, ODD_4).intoArray(to, into + 4 * SAMPLES);
            c8.blend(d8.rearrange(BY_4), ODD_4).intoArray(to, into + 8 * SAMPLES);
            c8.rearrange(BY_4).blend(d8, ODD_4).intoArray(to, into + 12 * SAMPLES);
        }
        for (int row = 0; row < SAMPLES; row += 4) {
            int at = to0 + row * SAMPLES;
            FloatVector a = FloatVector.fromArray(SPECIES, to, at);
            FloatVector b = FloatVector.fromArray(SPECIES, to, at + SAMPLES);
            FloatVector c = FloatVector.fromArray(SPECIES, to, at + 2 * SAMPLES);
            FloatVector d = FloatVector.fromArray(SPECIES, to, at + 3 * SAMPLES);
            FloatVector a2 = a.blend(c.rearrange(BY_2), ODD_2);
            FloatVector c2 = a.rearrange(BY_2).blend(c, ODD_2);
            FloatVector b2 = b.blend(d.rearrange(BY_2), ODD_2);
            FloatVector d2 = b.rearrange(BY_2).blend(d, ODD_2);
            a2.blend(b2.rearrange(BY_1), ODD_1).intoArray(to, at);
            a2.rearrange(BY_1).blend(b2, ODD_1).intoArray(to, at + SAMPLES);
            c2.blend(d2.rearrange(BY_1), ODD_1).intoArray(to, at + 2 * SAMPLES);
            c2.rearrange(BY_1).blend(d2, ODD_1).intoArray(to, at + 3 * SAMPLES);
        }
    }
}
