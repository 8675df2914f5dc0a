package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/// Masks and shuffles of a vector's lanes. They become vector instructions only where they are constants.
final class Lanes {
    private Lanes() {}

    /// Lanes of the second half of each `2 step` lanes.
    ///
    /// @param step a power of two, less than there are lanes
    static VectorMask<Float> odd(int step) {
        boolean[] lanes = new boolean[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] = (lane & step) != 0;
        }
        return VectorMask.fromArray(SPECIES, lanes, 0);
    }

    /// The halves of each `2 step` lanes change places.
    ///
    /// @param step a power of two, less than there are lanes
    static VectorShuffle<Float> swapped(int step) {
        return VectorShuffle.fromOp(SPECIES, lane -> lane ^ step);
    }
}
