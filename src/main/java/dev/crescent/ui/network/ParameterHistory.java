package dev.crescent.ui.network;

import java.util.ArrayList;
import java.util.List;

/// What all parameters were lately, oldest first, so that any of them can show where it came from.
///
/// Keeps a bounded number of values: when full, every second moment is forgotten, and moments are kept half as often
/// from then on. The first and the newest moment are never forgotten.
final class ParameterHistory {
    /// Moments, for small networks.
    private static final int MOST = 256;
    /// Values in all, of 4 bytes each.
    private static final int BUDGET = 2_000_000;
    private static final int LEAST = 8;

    private final List<float[]> moments = new ArrayList<>();
    private float[] newest = new float[0];
    private int every = 1;
    private int waiting;

    /// Starts anew with the given values.
    void restart(float[] first) {
        moments.clear();
        every = 1;
        waiting = 0;
        newest = first;
    }

    /// @param values kept, not copied; those of another network start the history anew, none at all end it
    void add(float[] values) {
        if (values == newest) {
            return;
        }
        if (values.length != newest.length) {
            restart(values);
            return;
        }
        if (waiting == 0) {
            keep(newest);
        }
        waiting = (waiting + 1) % every;
        newest = values;
    }

    private void keep(float[] moment) {
        if (moments.size() >= room()) {
            for (int i = moments.size() - 1; i > 0; i--) {
                if (i % 2 == 1) {
                    moments.remove(i);
                }
            }
            every *= 2;
        }
        moments.add(moment);
    }

    private int room() {
        return Math.clamp(BUDGET / Math.max(1, newest.length), LEAST, MOST);
    }

    /// How many moments are known.
    int size() {
        return newest.length == 0 ? 0 : moments.size() + 1;
    }

    /// What one parameter was, oldest first; empty if there is no such parameter.
    float[] of(int index) {
        if (index < 0 || index >= newest.length) {
            return new float[0];
        }
        float[] values = new float[moments.size() + 1];
        for (int i = 0; i < moments.size(); i++) {
            values[i] = moments.get(i)[index];
        }
        values[moments.size()] = newest[index];
        return values;
    }
}
