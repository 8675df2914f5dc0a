package dev.crescent.data.digits;

/// A uniform Catmull-Rom spline (Catmull and Rom 1974) through control points, as one matrix: a curve is that matrix times
/// the points, for each coordinate. At both ends of a piece the neighbor that is missing is the next point's mirror image.
final class Spline {
    /// Points of the curve between two control points.
    static final int PER_SPAN = 6;

    private final int points;
    private final double[] weights; // [sample][point]

    private Spline(int points) {
        this.points = points;
        weights = new double[((points - 1) * PER_SPAN + 1) * points];
    }

    /// The spline through so many points as there are entries, 2 or more.
    ///
    /// @param corner where one piece ends and the next starts; the first and the last point are ends anyway
    static Spline through(boolean[] corner) {
        int last = corner.length - 1;
        Spline spline = new Spline(corner.length);
        for (int span = 0; span < last; span++) {
            boolean starts = span == 0 || corner[span];
            boolean ends = span + 1 == last || corner[span + 1];
            for (int i = 0; i < PER_SPAN; i++) {
                spline.fill(span * PER_SPAN + i, span, (double) i / PER_SPAN, starts, ends);
            }
        }
        spline.weights[spline.weights.length - 1] = 1;
        return spline;
    }

    int samples() {
        return weights.length / points;
    }

    /// The weights of the point at `t`, 0 to 1, between the control points `span` and `span + 1`.
    private void fill(int sample, int span, double t, boolean starts, boolean ends) {
        double before = 0.5 * t * (-1 + t * (2 - t));
        double from = 0.5 * (2 + t * t * (-5 + 3 * t));
        double to = 0.5 * t * (1 + t * (4 - 3 * t));
        double after = 0.5 * t * t * (t - 1);
        int at = sample * points + span;
        weights[at] = from + (starts ? 2 * before : 0) + (ends ? -after : 0);
        weights[at + 1] = to + (ends ? 2 * after : 0) + (starts ? -before : 0);
        if (!starts) {
            weights[at - 1] = before;
        }
        if (!ends) {
            weights[at + 2] = after;
        }
    }

    /// Adds a share of the curve's coordinates.
    ///
    /// @param from `[point]` one coordinate of the control points
    /// @param into receives the same coordinate of the curve, from `at` on
    void add(double[] from, double share, double[] into, int at) {
        for (int sample = 0; sample < samples(); sample++) {
            int span = Math.min(sample / PER_SPAN, points - 2);
            double sum = 0;
            for (int p = Math.max(0, span - 1); p < Math.min(points, span + 3); p++) {
                sum += weights[sample * points + p] * from[p];
            }
            into[at + sample] += share * sum;
        }
    }
}
