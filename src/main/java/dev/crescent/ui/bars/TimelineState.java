package dev.crescent.ui.bars;

import java.util.Arrays;
import java.util.List;

/// What the timeline's bar shows of a run.
///
/// @param epochs at which moments are kept, ascending, at least one; the array must not change
/// @param steps done at each of them
/// @param index of the moment that is shown
/// @param stepsPerEpoch at least 1
/// @param live whether the newest moment is shown, whatever it is
/// @param running whether training goes on
/// @param marks where something changed while training
public record TimelineState(double[] epochs, long[] steps, int index, long stepsPerEpoch, boolean live, boolean running,
                            List<Mark> marks) {
    /// Something changed at an epoch: a few words, such as "rate 0.01".
    public record Mark(double epoch, String text) {}

    /// Before there is a run.
    public static final TimelineState EMPTY = new TimelineState(new double[1], new long[1], 0, 1, true, false, List.of());

    /// @throws IllegalArgumentException if the index is none of a moment's
    public TimelineState {
        if (index < 0 || index >= epochs.length || steps.length != epochs.length) {
            throw new IllegalArgumentException("Of " + epochs.length + " moments and " + steps.length
                    + " steps there is no number " + index);
        }
        marks = List.copyOf(marks);
    }

    double first() {
        return epochs[0];
    }

    double last() {
        return epochs[epochs.length - 1];
    }

    double epoch() {
        return epochs[index];
    }

    long step() {
        return steps[index];
    }

    /// Whether there is more than one moment.
    boolean hasPast() {
        return epochs.length > 1;
    }

    /// Where an epoch lies between the first (0) and the last (1); 1 where all are one moment.
    double share(double epoch) {
        return last() > first() ? Math.clamp((epoch - first()) / (last() - first()), 0, 1) : 1;
    }

    /// The moment nearest to an epoch.
    int nearest(double epoch) {
        int found = Arrays.binarySearch(epochs, epoch);
        int after = Math.min(found >= 0 ? found : -found - 1, epochs.length - 1);
        return after > 0 && epoch - epochs[after - 1] < epochs[after] - epoch ? after - 1 : after;
    }
}
