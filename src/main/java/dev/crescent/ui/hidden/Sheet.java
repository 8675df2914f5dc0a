package dev.crescent.ui.hidden;

import dev.crescent.insight.OutputField;
import dev.crescent.insight.hidden.HiddenSpace;
import dev.crescent.ui.points.FieldPainter;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.theme.Palette;
import org.jspecify.annotations.Nullable;

/// The input plane as a sheet that the layers bend: its faces in the colors of the network's answer there, and lines.
final class Sheet {
    /// Lines of the mesh that are drawn: one in so many.
    private static final int LINES = 3;
    private static final double LINE = 1;

    private final double[] cornerX = new double[4];
    private final double[] cornerY = new double[4];
    private final int[] cornerColors = new int[4];
    private int[] colors = {};
    private @Nullable OutputField of;
    private @Nullable Palette in;

    /// Finds the colors again if they may be others.
    void color(HiddenSpace space, Palette palette, PointsModel points) {
        OutputField decision = space.decision();
        if (decision != null && (decision != of || palette != in)) {
            of = decision;
            in = palette;
            colors = colors.length == space.side() * space.side() ? colors : new int[space.side() * space.side()];
            FieldPainter.paint(decision, palette, false, points.valueMin(), points.valueMax(), colors);
        }
    }

    /// @param x of all points on the picture, NaN for those that are nowhere; the mesh begins at `first`
    /// @param near how far in front points are, -1 to 1
    void paint(Ink ink, float[] x, float[] y, float[] near, int first, int side, int fg, double density, boolean deep,
               double faces) {
        for (int row = 0; faces > 0 && row + 1 < side; row++) {
            for (int column = 0; column + 1 < side; column++) {
                face(ink, x, y, first, side, row, column, faces);
            }
        }
        double base = deep ? 0.34 : 0.28;
        for (int line = 0; line < side; line += LINES) {
            for (int step = 0; step + 1 < side; step++) {
                int across = first + line * side + step;
                int down = first + step * side + line;
                segment(ink, x, y, near, across, across + 1, fg, density, deep, base);
                segment(ink, x, y, near, down, down + side, fg, density, deep, base);
            }
        }
    }

    private void face(Ink ink, float[] x, float[] y, int first, int side, int row, int column, double opacity) {
        int a = first + row * side + column;
        for (int k = 0; k < 4; k++) {
            int at = a + (k == 0 || k == 3 ? 0 : 1) + (k < 2 ? 0 : side);
            if (Float.isNaN(x[at])) {
                return;
            }
            cornerX[k] = x[at];
            cornerY[k] = y[at];
            cornerColors[k] = colors[at - first];
        }
        ink.triangle(cornerX, cornerY, cornerColors, opacity);
        cornerX[1] = cornerX[3];
        cornerY[1] = cornerY[3];
        cornerColors[1] = cornerColors[3];
        ink.triangle(cornerX, cornerY, cornerColors, opacity);
    }

    private static void segment(Ink ink, float[] x, float[] y, float[] near, int from, int to, int fg, double density,
                                boolean deep, double base) {
        if (Float.isNaN(x[from]) || Float.isNaN(x[to])) {
            return;
        }
        double opacity = deep ? base * Viewpoint.light(near[from]) : base;
        ink.line(x[from], y[from], x[to], y[to], LINE * density, fg, opacity);
    }
}
