package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.ui.ClassShape;
import dev.crescent.ui.theme.Palette;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;

/// Very many points, as [PointMarks] draws few: discs and rings with smooth edges, pixel by pixel. A canvas takes some
/// hundred times as long.
///
/// Of the points of one color in one quarter of a pixel the first is drawn: the others would look the same.
final class PointsRaster {
    private static final int CELLS = 2; // a pixel's side

    private final int side;
    private final int[] pixels;
    private final int[] drawn;

    private final double density;

    /// @param size of the picture's side in the layout's pixels
    /// @param density the picture's pixels for each of those
    PointsRaster(double size, double density) {
        this.side = (int) Math.ceil(size * density);
        this.density = density;
        this.pixels = new int[side * side];
        this.drawn = new int[CELLS * side * CELLS * side];
    }

    void paint(Plane plane, Palette palette, PointsModel points, boolean showTest) {
        boolean large = PointMarks.large(plane.size());
        boolean value = points.task() == Task.REGRESSION;
        boolean shaped = palette.isHighContrast() && !value;
        int count = points.count();
        int first = showTest ? points.trainCount() : count;
        for (int n = first; n < count + points.trainCount(); n++) {
            // The test part lies below.
            int i = n < count ? n : n - count;
            if (n == count) {
                Arrays.fill(drawn, 0);
            }
            double x = density * plane.px(points.xy()[2 * i]);
            double y = density * plane.py(points.xy()[2 * i + 1]);
            int color = value ? palette.weightArgb(points.range().scaled(points.values()[i]))
                    : palette.classArgb(points.labels()[i]);
            if (!isNew(x, y, color)) {
                continue;
            }
            if (shaped) {
                int k = points.labels()[i];
                double r = density * PointMarks.strong(large);
                shape(k, x, y, r, density, n < count ? color : Palette.argb(palette.pointOutline()));
                shape(k, x, y, r, -density, n < count ? Palette.argb(palette.testInside()) : color);
            } else if (n < count) {
                test(palette, x, y, color, value, density * (large ? 3.6 : 2.8));
            } else {
                double r = density * (large ? 4 : 3.2);
                disc(x, y, r + density, Palette.argb(value ? palette.fg() : palette.pointOutline()));
                disc(x, y, r, color);
            }
        }
    }

    private void test(Palette palette, double x, double y, int color, boolean value, double r) {
        if (value) {
            disc(x, y, r + 1.25 * density, Palette.argb(palette.fgSubtle()));
            disc(x, y, r, Palette.argb(palette.bg()));
        }
        disc(x, y, r, Palette.argb(palette.testInside()));
        ring(x, y, r - 0.75 * density, r + 0.75 * density, color);
    }

    void show(GraphicsContext g) {
        g.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbPreInstance(), pixels, 0, side);
    }

    private boolean isNew(double x, double y, int color) {
        if (!(x > -6 * density && y > -6 * density && x < side + 6 * density && y < side + 6 * density)) {
            return false;
        }
        if (x < 0 || y < 0 || x >= side || y >= side) {
            return true;
        }
        int row = (int) (y * CELLS);
        int column = (int) (x * CELLS);
        int cell = row * CELLS * side + column;
        boolean fresh = drawn[cell] != color;
        drawn[cell] = color;
        return fresh;
    }

    /// The shape of class `k`, grown by so many pixels to all sides.
    private void shape(int k, double x, double y, double r, double grown, int argb) {
        double reach = 1.5 * r + grown + 1;
        int bottom = (int) Math.min(side - 1.0, y + reach);
        int right = (int) Math.min(side - 1.0, x + reach);
        for (int row = (int) Math.max(0, y - reach); row <= bottom; row++) {
            for (int column = (int) Math.max(0, x - reach); column <= right; column++) {
                double outside = r * ClassShape.outside(k, (column + 0.5 - x) / r, (row + 0.5 - y) / r);
                double covered = Math.clamp(grown + 0.5 - outside, 0, 1);
                if (covered > 0) {
                    pixels[row * side + column] = over(pixels[row * side + column], argb, covered);
                }
            }
        }
    }

    private void disc(double x, double y, double r, int argb) {
        ring(x, y, -1, r, argb);
    }

    /// Between two radii; a pixel is covered as far as its middle is inside.
    private void ring(double x, double y, double inner, double outer, int argb) {
        int left = (int) Math.max(0, Math.floor(x - outer - 1));
        int right = (int) Math.min(side - 1.0, Math.ceil(x + outer));
        int bottom = (int) Math.min(side - 1.0, Math.ceil(y + outer));
        for (int row = (int) Math.max(0, Math.floor(y - outer - 1)); row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double dx = column + 0.5 - x;
                double dy = row + 0.5 - y;
                double distance = Math.sqrt(dx * dx + dy * dy);
                double covered = Math.clamp(outer + 0.5 - distance, 0, 1) - Math.clamp(inner + 0.5 - distance, 0, 1);
                if (covered > 0) {
                    int at = row * side + column;
                    pixels[at] = over(pixels[at], argb, covered);
                }
            }
        }
    }

    /// A color, as far as it covers, over a premultiplied one.
    private static int over(int below, int argb, double covered) {
        double alpha = covered * (argb >>> 24) / 255;
        double rest = 1 - alpha;
        return (int) (255 * alpha + rest * (below >>> 24) + 0.5) << 24
                | (int) (alpha * (argb >> 16 & 0xff) + rest * (below >> 16 & 0xff) + 0.5) << 16
                | (int) (alpha * (argb >> 8 & 0xff) + rest * (below >> 8 & 0xff) + 0.5) << 8
                | (int) (alpha * (argb & 0xff) + rest * (below & 0xff) + 0.5);
    }
}
