package dev.crescent.data.digits;

/// The smooth curve through a stroke's points: a centripetal Catmull-Rom spline, which has no loops or cusps between two
/// points however unevenly they lie (Yuksel, Schaefer and Keyser 2011), cut into straight lines.
///
/// With `d` the distance of two neighbors, a piece from `p1` to `p2` is the cubic Bezier curve with the inner point
/// `(d1 p2 - d2 p0 + (2 d1 + 3 sqrt(d1 d2) + d2) p1) / (3 sqrt(d1) (sqrt(d1) + sqrt(d2)))`, and likewise backward; where a
/// neighbor is missing, its place is taken by the next point's mirror image. Other than a [Spline], it has any number of
/// points and grows.
final class PadCurve {
    /// How far a line may lie off the curve, in pixels.
    private static final double TOLERANCE = 0.1;
    private static final int MOST_LINES = 64;
    private static final double COINCIDENT = 1e-9;

    private PadCurve() {}

    /// Takes the curve's lines one after the other.
    @FunctionalInterface
    interface Lines {
        void line(double x1, double y1, double x2, double y2);
    }

    /// Cuts some pieces of a stroke's curve into lines.
    ///
    /// @param from the first piece, `to` the one after the last
    /// @param side how many pixels a pad has: lines are as long as that allows
    /// @param lines gets them in pads, in the order of drawing; a dot is a line without length
    static void cut(PadStroke stroke, int from, int to, int side, Lines lines) {
        for (int span = from; span < to; span++) {
            if (stroke.points() == 1) {
                lines.line(stroke.x(0), stroke.y(0), stroke.x(0), stroke.y(0));
            } else {
                cut(stroke, span, side, lines);
            }
        }
    }

    private static void cut(PadStroke s, int span, int side, Lines lines) {
        double x1 = s.x(span);
        double y1 = s.y(span);
        double x2 = s.x(span + 1);
        double y2 = s.y(span + 1);
        double leaveX = x1 + (x2 - x1) / 3;
        double leaveY = y1 + (y2 - y1) / 3;
        double arriveX = x2 - (x2 - x1) / 3;
        double arriveY = y2 - (y2 - y1) / 3;
        double length = distance(s, span);
        if (span > 0) {
            double before = distance(s, span - 1);
            leaveX = inner(s.x(span - 1), x1, x2, before, length);
            leaveY = inner(s.y(span - 1), y1, y2, before, length);
        }
        if (span + 2 < s.points()) {
            double after = distance(s, span + 1);
            arriveX = inner(s.x(span + 2), x2, x1, after, length);
            arriveY = inner(s.y(span + 2), y2, y1, after, length);
        }
        double bend = Math.max(Math.hypot(x1 - 2 * leaveX + arriveX, y1 - 2 * leaveY + arriveY),
                Math.hypot(leaveX - 2 * arriveX + x2, leaveY - 2 * arriveY + y2));
        // The second derivative is at most 6 bend, and a line over a share h of the curve off by at most h^2 / 8 of it.
        int count = (int) Math.clamp(Math.ceil(Math.sqrt(6 * bend * side / (8 * TOLERANCE))), 1, MOST_LINES);
        double fromX = x1;
        double fromY = y1;
        for (int i = 1; i <= count; i++) {
            double t = (double) i / count;
            double toX = bezier(x1, leaveX, arriveX, x2, t);
            double toY = bezier(y1, leaveY, arriveY, y2, t);
            lines.line(fromX, fromY, toX, toY);
            fromX = toX;
            fromY = toY;
        }
    }

    private static double distance(PadStroke s, int span) {
        return Math.max(COINCIDENT, Math.hypot(s.x(span + 1) - s.x(span), s.y(span + 1) - s.y(span)));
    }

    /// A coordinate of the Bezier curve's inner point next to `at`.
    ///
    /// @param d1 the distance from `before` to `at`, `d2` from `at` to `after`
    private static double inner(double before, double at, double after, double d1, double d2) {
        double root = Math.sqrt(d1 * d2);
        return (d1 * after - d2 * before + (2 * d1 + 3 * root + d2) * at) / (3 * (d1 + root));
    }

    private static double bezier(double a, double b, double c, double d, double t) {
        double u = 1 - t;
        return u * u * (u * a + 3 * t * b) + t * t * (3 * u * c + t * d);
    }
}
