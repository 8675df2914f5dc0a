package dev.crescent.ui.network;

/// The shape of all links: the cubic from (0, 0) to (1, 1) that leaves and arrives level, with handles at 46 % of the
/// way, as a function of x. A link from (x0, y0) to (x1, y1) is this one stretched.
final class LinkCurve {
    static final double HANDLE = 0.46;
    private static final int STEPS = 512;
    private static final float[] Y = new float[STEPS + 2];
    private static final float[] SLOPE = new float[STEPS + 2];

    static {
        for (int i = 0; i <= STEPS; i++) {
            double t = parameterAt((double) i / STEPS);
            Y[i] = (float) (t * t * (3 - 2 * t));
            SLOPE[i] = (float) (6 * t * (1 - t) / speed(t));
        }
        Y[STEPS + 1] = 1;
        SLOPE[STEPS + 1] = 0;
    }

    private LinkCurve() {}

    /// @param x from 0 to 1
    static double y(double x) {
        return at(Y, x);
    }

    /// dy/dx.
    static double slope(double x) {
        return at(SLOPE, x);
    }

    private static double at(float[] table, double x) {
        double position = x <= 0 ? 0 : x >= 1 ? STEPS : x * STEPS;
        int i = (int) position;
        double part = position - i;
        return table[i] + part * (table[i + 1] - table[i]);
    }

    private static double parameterAt(double x) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 50; i++) {
            double t = (low + high) / 2;
            if (xAt(t) < x) {
                low = t;
            } else {
                high = t;
            }
        }
        return (low + high) / 2;
    }

    private static double xAt(double t) {
        double s = 1 - t;
        return 3 * s * s * t * HANDLE + 3 * s * t * t * (1 - HANDLE) + t * t * t;
    }

    private static double speed(double t) {
        double s = 1 - t;
        return 3 * s * s * HANDLE + 6 * s * t * (1 - 2 * HANDLE) + 3 * t * t * HANDLE;
    }
}
