package dev.crescent.ui.points;

import dev.crescent.ui.ClassShape;

/// Draws discs, rings and the shapes of classes with smooth edges into an array of pixels, without a canvas. Used by one thread at a time.
public final class Discs {
    private final int width;
    private final int height;
    private final int[] pixels;

    /// @param pixels `[height * width]`, premultiplied ARGB, row-major
    public Discs(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /// @param argb not premultiplied
    public void disc(double x, double y, double radius, int argb) {
        ring(x, y, -1, radius, argb);
    }

    /// Between two radii; a pixel is covered as far as its middle is inside.
    ///
    /// @param argb not premultiplied
    public void ring(double x, double y, double inner, double outer, int argb) {
        int left = (int) Math.max(0, Math.floor(x - outer - 1));
        int right = (int) Math.min(width - 1.0, Math.ceil(x + outer));
        int bottom = (int) Math.min(height - 1.0, Math.ceil(y + outer));
        for (int row = (int) Math.max(0, Math.floor(y - outer - 1)); row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double dx = column + 0.5 - x;
                double dy = row + 0.5 - y;
                double distance = Math.sqrt(dx * dx + dy * dy);
                double covered = Math.clamp(outer + 0.5 - distance, 0, 1) - Math.clamp(inner + 0.5 - distance, 0, 1);
                if (covered > 0) {
                    int at = row * width + column;
                    pixels[at] = over(pixels[at], argb, covered);
                }
            }
        }
    }

    /// The shape of class `k`.
    ///
    /// @param grown by how many pixels to all sides
    /// @param argb not premultiplied
    public void shape(int k, double x, double y, double radius, double grown, int argb) {
        double reach = 1.5 * radius + grown + 1;
        int bottom = (int) Math.min(height - 1.0, y + reach);
        int right = (int) Math.min(width - 1.0, x + reach);
        for (int row = (int) Math.max(0, y - reach); row <= bottom; row++) {
            for (int column = (int) Math.max(0, x - reach); column <= right; column++) {
                double outside = radius * ClassShape.outside(k, (column + 0.5 - x) / radius, (row + 0.5 - y) / radius);
                double covered = Math.clamp(grown + 0.5 - outside, 0, 1);
                if (covered > 0) {
                    int at = row * width + column;
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
