package dev.crescent.ui.hidden;

import dev.crescent.ui.ClassShape;
import java.util.Arrays;

/// Lines, dots and faces with smooth edges, painted over each other into an array of pixels: thousands of them in a frame,
/// where a canvas would manage hundreds.
///
/// Colors are opaque ARGB with an opacity beside; the pixels are premultiplied ARGB and begin transparent.
final class Ink {
    private int[] pixels = {};
    private int stride;
    private int width;
    private int height;

    /// Takes the pixels to paint on, and clears them.
    void begin(int[] onto, int newStride, int newWidth, int newHeight) {
        pixels = onto;
        stride = newStride;
        width = newWidth;
        height = newHeight;
        for (int y = 0; y < height; y++) {
            Arrays.fill(pixels, y * stride, y * stride + width, 0);
        }
    }

    /// A line without caps: pixels are counted along its longer axis, so that lines that follow each other touch and do not
    /// overlap.
    void line(double x1, double y1, double x2, double y2, double thickness, int color, double opacity) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double length = Math.hypot(dx, dy);
        if (!(length > 1e-9) || length > 1e6) {
            return;
        }
        boolean flat = Math.abs(dx) >= Math.abs(dy);
        double from = flat ? x1 : y1;
        double to = flat ? x2 : y2;
        double start = flat ? y1 : x1;
        double slope = flat ? dy / dx : dx / dy;
        double narrow = (flat ? Math.abs(dx) : Math.abs(dy)) / length;
        double reach = (thickness / 2 + 0.5) / narrow;
        int first = (int) Math.max(0, Math.ceil(Math.min(from, to) - 0.5));
        int last = (int) Math.min((flat ? width : height) - 1.0, Math.ceil(Math.max(from, to) - 0.5) - 1);
        for (int a = first; a <= last; a++) {
            double middle = start + (a + 0.5 - from) * slope;
            int low = (int) Math.max(0, Math.floor(middle - reach));
            int high = (int) Math.min((flat ? height : width) - 1.0, Math.floor(middle + reach));
            for (int b = low; b <= high; b++) {
                double cover = Math.min(1, thickness / 2 + 0.5 - Math.abs(b + 0.5 - middle) * narrow);
                if (cover > 0) {
                    blend(flat ? b * stride + a : a * stride + b, color, opacity * cover);
                }
            }
        }
    }

    /// A line of dashes along a longer one.
    void dashes(double x1, double y1, double x2, double y2, double thickness, double on, double off, int color,
                double opacity) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        if (!(length < 1e5)) {
            return;
        }
        for (double at = 0; at < length; at += on + off) {
            double a = at / length;
            double b = Math.min(1, (at + on) / length);
            line(x1 + a * (x2 - x1), y1 + a * (y2 - y1), x1 + b * (x2 - x1), y1 + b * (y2 - y1), thickness, color, opacity);
        }
    }

    /// A filled circle.
    void disc(double x, double y, double radius, int color, double opacity) {
        ring(x, y, radius, radius + 1, color, opacity);
    }

    /// The shape of class `k`, filled.
    ///
    /// @param grown by so many pixels to all sides
    void shape(int k, double x, double y, double radius, double grown, int color, double opacity) {
        double reach = 1.5 * radius + grown + 1;
        if (!(x > -reach && y > -reach && x < width + reach && y < height + reach)) {
            return;
        }
        int bottom = (int) Math.min(height - 1.0, y + reach);
        int right = (int) Math.min(width - 1.0, x + reach);
        for (int row = (int) Math.max(0, y - reach); row <= bottom; row++) {
            for (int column = (int) Math.max(0, x - reach); column <= right; column++) {
                double outside = radius * ClassShape.outside(k, (column + 0.5 - x) / radius, (row + 0.5 - y) / radius);
                double cover = Math.min(1, grown + 0.5 - outside);
                if (cover > 0) {
                    blend(row * stride + column, color, opacity * cover);
                }
            }
        }
    }

    /// A circle's line, inside its radius.
    void ring(double x, double y, double radius, double thickness, int color, double opacity) {
        if (!(x > -radius - 1 && y > -radius - 1 && x < width + radius + 1 && y < height + radius + 1)) {
            return;
        }
        int top = (int) Math.max(0, Math.floor(y - radius - 0.5));
        int bottom = (int) Math.min(height - 1.0, Math.floor(y + radius + 0.5));
        int left = (int) Math.max(0, Math.floor(x - radius - 0.5));
        int right = (int) Math.min(width - 1.0, Math.floor(x + radius + 0.5));
        double inner = radius - thickness;
        for (int row = top; row <= bottom; row++) {
            double dy = row + 0.5 - y;
            for (int column = left; column <= right; column++) {
                double dx = column + 0.5 - x;
                double off = Math.sqrt(dx * dx + dy * dy);
                double cover = Math.min(1, Math.min(radius + 0.5 - off, off - inner + 0.5));
                if (cover > 0) {
                    blend(row * stride + column, color, opacity * cover);
                }
            }
        }
    }

    /// A filled convex polygon with hard edges: each pixel belongs to one of two that touch.
    ///
    /// @param x of the first `corners`
    void face(double[] x, double[] y, int corners, int color, double opacity) {
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < corners; i++) {
            top = Math.min(top, y[i]);
            bottom = Math.max(bottom, y[i]);
        }
        int first = (int) Math.max(0, Math.ceil(top - 0.5));
        int last = (int) Math.min(height - 1.0, Math.ceil(bottom - 0.5) - 1);
        int alpha = (int) Math.round(256 * opacity);
        for (int row = first; row <= last; row++) {
            double left = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double at = row + 0.5;
            for (int i = 0; i < corners; i++) {
                int j = i + 1 == corners ? 0 : i + 1;
                if (y[i] <= at != y[j] <= at) {
                    double cross = x[i] + (at - y[i]) / (y[j] - y[i]) * (x[j] - x[i]);
                    left = Math.min(left, cross);
                    right = Math.max(right, cross);
                }
            }
            int from = (int) Math.max(0, Math.ceil(left - 0.5));
            int to = (int) Math.min(width - 1.0, Math.ceil(right - 0.5) - 1);
            for (int p = row * stride + from; p <= row * stride + to; p++) {
                pixels[p] = mixed(pixels[p], color, alpha);
            }
        }
    }

    /// A filled triangle whose color goes smoothly from corner to corner, with hard edges.
    void triangle(double[] x, double[] y, int[] colors, double opacity) {
        double area = (x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]);
        if (!(Math.abs(area) > 1e-6) || Math.abs(area) > 1e9) {
            return;
        }
        double top = Math.min(y[0], Math.min(y[1], y[2]));
        double bottom = Math.max(y[0], Math.max(y[1], y[2]));
        int first = (int) Math.max(0, Math.ceil(top - 0.5));
        int last = (int) Math.min(height - 1.0, Math.ceil(bottom - 0.5) - 1);
        int alpha = (int) Math.round(256 * opacity);
        // The shares of the second and the third corner, which grow evenly along a row.
        double secondStep = (y[2] - y[0]) / area;
        double thirdStep = (y[0] - y[1]) / area;
        for (int row = first; row <= last; row++) {
            double left = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double at = row + 0.5;
            for (int i = 0; i < 3; i++) {
                int j = i == 2 ? 0 : i + 1;
                if (y[i] <= at != y[j] <= at) {
                    double cross = x[i] + (at - y[i]) / (y[j] - y[i]) * (x[j] - x[i]);
                    left = Math.min(left, cross);
                    right = Math.max(right, cross);
                }
            }
            int from = (int) Math.max(0, Math.ceil(left - 0.5));
            int to = (int) Math.min(width - 1.0, Math.ceil(right - 0.5) - 1);
            double second = ((from + 0.5 - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (at - y[0])) / area;
            double third = ((x[1] - x[0]) * (at - y[0]) - (from + 0.5 - x[0]) * (y[1] - y[0])) / area;
            for (int p = row * stride + from; p <= row * stride + to; p++) {
                pixels[p] = mixed(pixels[p], shaded(colors, second, third), alpha);
                second += secondStep;
                third += thirdStep;
            }
        }
    }

    private static int shaded(int[] colors, double second, double third) {
        // 256 parts are fine enough for what goes from one color to one that is nearly the same.
        int b = (int) Math.clamp(256 * second, 0, 256);
        int c = (int) Math.clamp(256 * third, 0, 256.0 - b);
        int a = 256 - b - c;
        int redBlue = (colors[0] & 0xff00ff) * a + (colors[1] & 0xff00ff) * b + (colors[2] & 0xff00ff) * c >>> 8 & 0xff00ff;
        int green = (colors[0] >>> 8 & 0xff) * a + (colors[1] >>> 8 & 0xff) * b + (colors[2] >>> 8 & 0xff) * c >>> 8;
        return redBlue | green << 8;
    }

    private void blend(int at, int color, double opacity) {
        pixels[at] = mixed(pixels[at], color, (int) (256 * opacity + 0.5));
    }

    /// A color over a premultiplied pixel.
    ///
    /// @param alpha 0 to 256
    static int mixed(int below, int color, int alpha) {
        int rest = 256 - alpha;
        int redBlue = (color & 0xff00ff) * alpha + (below & 0xff00ff) * rest >>> 8 & 0xff00ff;
        int green = (color >>> 8 & 0xff) * alpha + (below >>> 8 & 0xff) * rest >>> 8 & 0xff;
        int opaque = 255 * alpha + (below >>> 24) * rest >>> 8;
        return opaque << 24 | redBlue | green << 8;
    }
}
