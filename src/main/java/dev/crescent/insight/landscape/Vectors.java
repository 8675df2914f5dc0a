package dev.crescent.insight.landscape;

/// What is done to long vectors.
final class Vectors {
    private Vectors() {}

    static double dot(double[] x, double[] y) {
        // Four sums that do not wait for each other.
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            s0 += x[i] * y[i];
            s1 += x[i + 1] * y[i + 1];
            s2 += x[i + 2] * y[i + 2];
            s3 += x[i + 3] * y[i + 3];
        }
        for (; i < x.length; i++) {
            s0 += x[i] * y[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    static double length(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    /// `x += factor y` over the length of `y`.
    static void add(double[] x, double factor, double[] y) {
        for (int i = 0; i < y.length; i++) {
            x[i] += factor * y[i];
        }
    }

    /// `(1 - t) x + t y`.
    static double[] mixed(double[] x, double[] y, double t) {
        double[] mixed = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            mixed[i] = (1 - t) * x[i] + t * y[i];
        }
        return mixed;
    }
}
