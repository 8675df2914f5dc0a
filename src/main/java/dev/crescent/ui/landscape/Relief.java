package dev.crescent.ui.landscape;

/// The heights of a landscape on a finer grid than its losses: smooth between them, and exactly theirs at their nodes.
///
/// Heights are 0 to 1 on the landscape's scale, interpolated by Catmull-Rom splines. A cell of the surface with a
/// corner that is not finite is a hole: the heights strictly inside of it, and on the edges that have such a corner,
/// are NaN. Immutable by convention.
final class Relief {
    /// Cells along a side that look smooth; a coarser surface gets several for each of its own.
    private static final int SMOOTH = 100;

    private final int side;
    private final float[] heights; // [side * side], row 0 at bMin
    private final float[] slopes;  // [side * side][2]: per width, per height of the plane

    private Relief(int side, float[] heights) {
        this.side = side;
        this.heights = heights;
        slopes = new float[2 * heights.length];
        for (int i = 0; i < heights.length; i++) {
            slopes[2 * i] = (side - 1) * slope(i, 1, i % side > 0, i % side < side - 1);
            slopes[2 * i + 1] = (side - 1) * slope(i, side, i >= side, i < heights.length - side);
        }
    }

    /// From the neighbors on both sides, or on the side that has one.
    private float slope(int i, int step, boolean hasBefore, boolean hasAfter) {
        float before = hasBefore ? heights[i] - heights[i - step] : Float.NaN;
        float after = hasAfter ? heights[i + step] - heights[i] : Float.NaN;
        float mean = (before + after) / 2;
        return !Float.isNaN(mean) ? mean : !Float.isNaN(before) ? before : Float.isNaN(after) ? 0 : after;
    }

    static Relief of(Surface surface, LossScale scale) {
        int coarse = surface.side();
        float[] units = new float[coarse * coarse];
        for (int i = 0; i < units.length; i++) {
            units[i] = (float) scale.unit(surface.losses()[i]);
        }
        int each = Math.max(1, Math.round(SMOOTH / (coarse - 1f)));
        int side = (coarse - 1) * each + 1;
        float[] rows = new float[side * coarse];
        refine(units, coarse, coarse, 1, coarse, each, rows, 1, coarse);
        float[] heights = new float[side * side];
        refine(rows, side, coarse, coarse, 1, each, heights, side, 1);
        for (int i = 0; i < heights.length; i++) {
            heights[i] = Math.clamp(heights[i], 0f, 1f);
        }
        return new Relief(side, heights);
    }

    /// Interpolates each of `lines` lines of `count` values.
    ///
    /// @param line from one line's first value to the next one's
    /// @param step from one value of a line to the next
    /// @param each how many values there are for each step; the last value comes once
    private static void refine(float[] from, int lines, int count, int line, int step, int each, float[] to,
                               int toLine, int toStep) {
        for (int i = 0; i < lines; i++) {
            int start = i * line;
            int at = i * toLine;
            for (int k = 0; k < count - 1; k++) {
                int here = start + k * step;
                float before = k > 0 ? from[here - step] : Float.NaN;
                float after = k < count - 2 ? from[here + 2 * step] : Float.NaN;
                for (int j = 0; j < each; j++) {
                    float t = (float) j / each;
                    to[at] = j == 0 ? from[here] : spline(before, from[here], from[here + step], after, t);
                    at += toStep;
                }
            }
            to[at] = from[start + (count - 1) * step];
        }
    }

    /// The Catmull-Rom spline between its two middle values; a neighbor that there is not lies on the line through
    /// them.
    private static float spline(float p0, float p1, float p2, float p3, float t) {
        float before = Float.isNaN(p0) ? 2 * p1 - p2 : p0;
        float after = Float.isNaN(p3) ? 2 * p2 - p1 : p3;
        return p1 + 0.5f * t * (p2 - before + t * (2 * before - 5 * p1 + 4 * p2 - after
                + t * (3 * (p1 - p2) + after - before)));
    }

    /// Nodes along a side.
    int side() {
        return side;
    }

    /// `[side * side]`, row-major, row 0 at the lower edge; NaN in holes.
    float[] heights() {
        return heights;
    }

    /// How steep it is at each node, `[side * side][2]`: height per whole width, height per whole height of the plane.
    float[] slopes() {
        return slopes;
    }

    /// The height at a place, interpolated linearly between the nodes; NaN in a hole or outside.
    ///
    /// @param across as a share of the width
    /// @param up as a share of the height
    double at(double across, double up) {
        double x = across * (side - 1);
        double y = up * (side - 1);
        if (!(x >= 0 && y >= 0 && x <= side - 1 && y <= side - 1)) {
            return Double.NaN;
        }
        int column = Math.min((int) x, side - 2);
        int row = Math.min((int) y, side - 2);
        int i = row * side + column;
        double tx = x - column;
        double ty = y - row;
        double low = heights[i] + tx * (heights[i + 1] - heights[i]);
        double high = heights[i + side] + tx * (heights[i + side + 1] - heights[i + side]);
        return low + ty * (high - low);
    }

    /// Whether the cell to the right of and above a node has four finite corners; false outside.
    boolean isWhole(int row, int column) {
        if (row < 0 || column < 0 || row >= side - 1 || column >= side - 1) {
            return false;
        }
        int i = row * side + column;
        return !Float.isNaN(heights[i] + heights[i + 1] + heights[i + side] + heights[i + side + 1]);
    }

    /// Whether there is any surface at all.
    boolean isEmpty() {
        for (int row = 0; row < side - 1; row++) {
            for (int column = 0; column < side - 1; column++) {
                if (isWhole(row, column)) {
                    return false;
                }
            }
        }
        return true;
    }
}
