package dev.crescent.engine.cpu;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The layout of everything that depends on samples: `[panel][row][16 samples]`, a row for each feature or unit.
///
/// Sixteen floats are four NEON vectors, two of AVX2, one of AVX-512. A panel is at once the packed operand of the
/// matrix kernels, so nothing is repacked, and sixteen neighboring pixels of a unit's field.
final class Panels {
    /// Samples in a panel.
    static final int SAMPLES = 16;
    /// Rows that the matrix kernel computes at once; row counts of panels are multiples of it.
    static final int BLOCK = 4;
    /// At most 16 lanes: a panel's row.
    static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > SAMPLES ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    /// Whether a panel's row is a single vector; else two of them fit into it, or four.
    static final boolean WIDE = LANES == SAMPLES;

    private Panels() {}

    /// Panels that hold `count` samples.
    static int count(int count) {
        return (count + SAMPLES - 1) / SAMPLES;
    }

    /// Rows that a panel of `units` rows is given.
    static int rows(int units) {
        return (units + BLOCK - 1) / BLOCK * BLOCK;
    }

    /// Samples of panel number `panel` when there are `count` in all.
    static int live(int panel, int count) {
        return Math.min(SAMPLES, count - panel * SAMPLES);
    }

    /// Zeros for `panels` panels of `rows` rows.
    static float[] allocate(int panels, int rows) {
        return new float[Math.multiplyExact(Math.multiplyExact(panels, rows), SAMPLES)];
    }

    /// Sets a row of a panel to one value.
    static void fill(float[] to, int offset, float value) {
        FloatVector v = FloatVector.broadcast(SPECIES, value);
        for (int lane = 0; lane < SAMPLES; lane += LANES) {
            v.intoArray(to, offset + lane);
        }
    }

    /// Sets what belongs to no sample to zero, in a panel with so many live ones that begins at `from`.
    static void clearDead(float[] values, int from, int rows, int live) {
        for (int row = 0; live < SAMPLES && row < rows; row++) {
            Arrays.fill(values, from + row * SAMPLES + live, from + (row + 1) * SAMPLES, 0);
        }
    }

    /// Copies a row of a panel, or its first samples only.
    static void copy(float[] from, int start, float[] to, int offset, int live) {
        if (live < SAMPLES) {
            System.arraycopy(from, start, to, offset, live);
            return;
        }
        for (int lane = 0; lane < SAMPLES; lane += LANES) {
            FloatVector.fromArray(SPECIES, from, start + lane).intoArray(to, offset + lane);
        }
    }
}
