package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Palette;
import java.util.Arrays;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Very many points, as [PointMarks] draws few: pixel by pixel. A canvas takes some
/// hundred times as long.
///
/// Of the points of one color in one quarter of a pixel the first is drawn: the others would look the same.
final class PointsRaster {
    private static final int CELLS = 2; // a pixel's side

    private final int side;
    private final int[] pixels;
    private final int[] drawn;
    private final double density;
    private final Discs discs;

    /// @param size of the picture's side in the layout's pixels
    /// @param density the picture's pixels for each of those
    PointsRaster(double size, double density) {
        this.side = (int) Math.ceil(size * density);
        this.density = density;
        this.pixels = new int[side * side];
        this.drawn = new int[CELLS * side * CELLS * side];
        this.discs = new Discs(side, side, pixels);
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
                double r = density * PointMarks.strong(large, count);
                discs.shape(k, x, y, r, density, n < count ? color : Palette.argb(palette.pointOutline()));
                discs.shape(k, x, y, r, -density, n < count ? Palette.argb(palette.testInside()) : color);
            } else if (n < count) {
                test(palette, x, y, color, value, density * (large ? 3.6 : 2.8));
            } else {
                double r = density * (large ? 4 : 3.2);
                discs.disc(x, y, r + density, Palette.argb(value ? palette.fg() : palette.pointOutline()));
                discs.disc(x, y, r, color);
            }
        }
    }

    private void test(Palette palette, double x, double y, int color, boolean value, double r) {
        if (value) {
            discs.disc(x, y, r + 1.25 * density, Palette.argb(palette.fgSubtle()));
            discs.disc(x, y, r, Palette.argb(palette.bg()));
        }
        discs.disc(x, y, r, Palette.argb(palette.testInside()));
        discs.ring(x, y, r - 0.75 * density, r + 0.75 * density, color);
    }

    void show(Pen g) {
        WritableImage image = new WritableImage(side, side);
        image.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbPreInstance(), pixels, 0, side);
        g.drawImage(image, 0, 0, side / density, side / density);
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
}
