package dev.crescent.insight.image;

import java.util.Arrays;
import java.util.List;

/// The greatest few of many peaks.
final class Peaks {
    private final Peak[] best; // the greatest first
    private int count;

    Peaks(int most) {
        this.best = new Peak[most];
    }

    /// Keeps a value, which is a number, if it is among the greatest; of equal ones those that came first.
    ///
    /// @param place of the value in its map, line by line
    void offer(int sample, float value, int place, int columns) {
        boolean full = count == best.length;
        if (full && value <= best[count - 1].value()) {
            return;
        }
        int at = full ? count - 1 : count++;
        for (; at > 0 && best[at - 1].value() < value; at--) {
            best[at] = best[at - 1];
        }
        best[at] = new Peak(sample, value, place / columns, place % columns);
    }

    List<Peak> list() {
        return List.of(Arrays.copyOf(best, count));
    }
}
