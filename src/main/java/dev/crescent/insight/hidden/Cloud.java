package dev.crescent.insight.hidden;

/// What the units of one layer say to some samples; those with an output that is not finite do not count.
///
/// @param rows `[unit][stride]`, of which the first `count` columns are the samples
record Cloud(float[] rows, int units, int stride, int count) {
    /// The same without samples that are not finite, which hardly ever changes anything.
    Cloud finite() {
        boolean[] good = new boolean[count];
        int kept = 0;
        for (int s = 0; s < count; s++) {
            good[s] = isFinite(s);
            kept += good[s] ? 1 : 0;
        }
        if (kept == count) {
            return this;
        }
        float[] some = new float[units * kept];
        for (int i = 0; i < units; i++) {
            int to = i * kept;
            for (int s = 0; s < count; s++) {
                if (good[s]) {
                    some[to++] = rows[i * stride + s];
                }
            }
        }
        return new Cloud(some, units, kept, kept);
    }

    private boolean isFinite(int s) {
        for (int i = 0; i < units; i++) {
            if (!Float.isFinite(rows[i * stride + s])) {
                return false;
            }
        }
        return true;
    }

    /// `[unit]`; 0 without samples.
    double[] mean() {
        double[] mean = new double[units];
        for (int i = 0; i < units; i++) {
            double sum = 0;
            for (int s = i * stride; s < i * stride + count; s++) {
                sum += rows[s];
            }
            mean[i] = count == 0 ? 0 : sum / count;
        }
        return mean;
    }

    /// The sum of all units' variances.
    double variance(double[] mean) {
        double sum = 0;
        for (int i = 0; i < units; i++) {
            for (int s = i * stride; s < i * stride + count; s++) {
                double off = rows[s] - mean[i];
                sum += off * off;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
