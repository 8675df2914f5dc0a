package dev.crescent.ui.network;

/// The last values of one weight, oldest first; when full, every second one is forgotten.
final class WeightHistory {
    private static final int ROOM = 256;

    private final float[] values = new float[ROOM];
    private int count;
    private int every = 1;
    private int waiting;

    void clear() {
        count = 0;
        every = 1;
        waiting = 0;
    }

    void add(float value) {
        if (++waiting < every) {
            return;
        }
        waiting = 0;
        if (count == ROOM) {
            for (int i = 0; i < ROOM / 2; i++) {
                values[i] = values[2 * i + 1];
            }
            count = ROOM / 2;
            every *= 2;
        }
        values[count++] = value;
    }

    int count() {
        return count;
    }

    float value(int index) {
        return values[index];
    }

    /// The least and the greatest value, with 0 between or at them, and never the same.
    double[] range() {
        double low = 0;
        double high = 0;
        for (int i = 0; i < count; i++) {
            if (Float.isFinite(values[i])) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
            }
        }
        return high - low < 1e-3 ? new double[] {low - 0.01, high + 0.01} : new double[] {low, high};
    }
}
