package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/// The sum of a vector's lanes, always in the same order: the upper half is added to the lower one until one lane is left.
/// `FloatVector.reduceLanes` leaves the order open, and takes another one where it is compiled than where it is interpreted:
/// the same training would give other bits once it has warmed up.
final class LaneSum {
    private static final VectorShuffle<Float> BY_8 = turned(8);
    private static final VectorShuffle<Float> BY_4 = turned(4);
    private static final VectorShuffle<Float> BY_2 = turned(2);
    private static final VectorShuffle<Float> BY_1 = turned(1);

    private LaneSum() {}

    private static VectorShuffle<Float> turned(int lanes) {
        return VectorShuffle.iota(SPECIES, lanes, 1, true);
    }

    /// @param vector of 16 lanes or less
    static float of(FloatVector vector) {
        FloatVector sum = vector;
        if (LANES > 8) {
            sum = sum.add(sum.rearrange(BY_8));
        }
        if (LANES > 4) {
            sum = sum.add(sum.rearrange(BY_4));
        }
        if (LANES > 2) {
            sum = sum.add(sum.rearrange(BY_2));
        }
        if (LANES > 1) {
            sum = sum.add(sum.rearrange(BY_1));
        }
        return sum.lane(0);
    }
}
