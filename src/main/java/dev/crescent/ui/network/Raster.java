package dev.crescent.ui.network;

import java.util.Arrays;

/// A picture that is painted pixel by pixel, smooth at the edges.
///
/// All links of a network are drawn anew for each frame of training; through a general path renderer this would cost
/// ten times as much. Coordinates are those of the view, `scale` device pixels each; row 0 of the picture lies at the
/// view's `top`. Pixels are premultiplied ARGB, row by row.
final class Raster implements Brush {
    final int width;
    final int height;
    final int[] pixels;
    private final double scale;
    private final double top;

    /// Paints into a picture of the given size in device pixels.
    Raster(int width, int height, double scale, double top) {
        this.width = width;
        this.height = height;
        this.scale = scale;
        this.top = top;
        this.pixels = new int[width * height];
    }

    double scale() {
        return scale;
    }

    void clear() {
        Arrays.fill(pixels, 0);
    }

    void copy(Raster from) {
        System.arraycopy(from.pixels, 0, pixels, 0, pixels.length);
    }

    /// The distance of a pixel to the curve is taken to its tangent in the pixel's column, which is close enough as long
    /// as the stroke is thin against the curve's radius.
    @Override
    public void curve(double x0, double y0, double x1, double y1, double strokeWidth, int rgb, double alpha, double dash,
            double gap) {
        double left = x0 * scale;
        double span = (x1 - x0) * scale;
        double from = (y0 - top) * scale;
        double rise = (y1 - y0) * scale;
        double half = strokeWidth * scale / 2;
        double most = Math.min(1, strokeWidth * scale);
        int first = Math.max(0, (int) Math.floor(left));
        int last = Math.min(width - 1, (int) Math.ceil(left + span) - 1);
        double along = 0;
        for (int x = first; x <= last; x++) {
            double u = (x + 0.5 - left) / span;
            double y = from + rise * LinkCurve.y(u);
            double slope = rise / span * LinkCurve.slope(u);
            double length = Math.sqrt(1 + slope * slope);
            double reach = (half + 0.5) * length;
            int bottom = Math.min(height - 1, (int) Math.floor(y + reach - 0.5));
            boolean solid = dash <= 0;
            double at = along;
            along += length;
            for (int row = Math.max(0, (int) Math.ceil(y - reach - 0.5)); row <= bottom; row++) {
                double off = row + 0.5 - y;
                if (!solid && Math.floorMod((long) (at + off * slope / length), (long) ((dash + gap) * scale)) >= dash * scale) {
                    continue; // between two dashes
                }
                double cover = half + 0.5 - Math.abs(off) / length;
                blend(row * width + x, rgb, alpha * (cover < most ? cover : most));
            }
        }
    }

    @Override
    public void dashes(double x0, double y0, double x1, double y1, double strokeWidth, int rgb, double alpha, double phase) {
        double left = x0 * scale;
        double span = (x1 - x0) * scale;
        double from = (y0 - top) * scale;
        double rise = (y1 - y0) * scale;
        double half = Math.max(0.5, strokeWidth * scale / 2);
        double period = 16 * scale;
        int first = Math.max(0, (int) Math.floor(left));
        int last = Math.min(width - 1, (int) Math.ceil(left + span) - 1);
        double along = -phase * scale;
        for (int x = first; x <= last; x++) {
            double u = (x + 0.5 - left) / span;
            double y = from + rise * LinkCurve.y(u);
            double slope = rise / span * LinkCurve.slope(u);
            double length = Math.sqrt(1 + slope * slope);
            double reach = (half + 0.5) * length;
            double at = along - period * Math.floor(along / period);
            along += length;
            if (at > 3.5 * scale + length && at < period - 1.5 * scale - length) {
                continue;
            }
            int bottom = Math.min(height - 1, (int) Math.floor(y + reach - 0.5));
            for (int row = Math.max(0, (int) Math.ceil(y - reach - 0.5)); row <= bottom; row++) {
                double off = row + 0.5 - y;
                double place = at + off * slope / length;
                double middle = Math.abs(place > period / 2 ? place - period - scale : place - scale);
                double cover = Math.min(1, half + 0.5 - Math.abs(off) / length) * Math.min(1, scale + 0.5 - middle);
                if (cover > 0) {
                    blend(row * width + x, rgb, alpha * cover);
                }
            }
        }
    }

    @Override
    public void disc(double centerX, double centerY, double radius, int rgb, double alpha) {
        ring(centerX, centerY, 0, 2 * radius, rgb, alpha);
    }

    @Override
    public void ring(double centerX, double centerY, double radius, double lineWidth, int rgb, double alpha) {
        double cx = centerX * scale;
        double cy = (centerY - top) * scale;
        double r = radius * scale;
        double half = lineWidth * scale / 2;
        double reach = r + half + 1;
        int right = Math.min(width - 1, (int) (cx + reach));
        int bottom = Math.min(height - 1, (int) (cy + reach));
        for (int row = Math.max(0, (int) (cy - reach)); row <= bottom; row++) {
            for (int x = Math.max(0, (int) (cx - reach)); x <= right; x++) {
                double distance = Math.hypot(x + 0.5 - cx, row + 0.5 - cy);
                double cover = half + 0.5 - Math.abs(distance - r);
                if (cover > 0) {
                    blend(row * width + x, rgb, alpha * Math.min(1, cover));
                }
            }
        }
    }

    @Override
    public void box(Box box, double radius, int rgb, double alpha) {
        rounded(box, radius, Double.POSITIVE_INFINITY, rgb, alpha);
    }

    @Override
    public void frame(Box box, double radius, double lineWidth, int rgb, double alpha) {
        rounded(box, radius, lineWidth * scale, rgb, alpha);
    }

    private void rounded(Box box, double radius, double line, int rgb, double alpha) {
        double cx = box.centerX() * scale;
        double cy = (box.centerY() - top) * scale;
        double halfWidth = box.width() * scale / 2;
        double halfHeight = box.height() * scale / 2;
        double r = Math.min(radius * scale, Math.min(halfWidth, halfHeight));
        int right = Math.min(width - 1, (int) (cx + halfWidth));
        int bottom = Math.min(height - 1, (int) (cy + halfHeight));
        for (int row = Math.max(0, (int) (cy - halfHeight)); row <= bottom; row++) {
            for (int x = Math.max(0, (int) (cx - halfWidth)); x <= right; x++) {
                double inside = inside(Math.abs(x + 0.5 - cx), Math.abs(row + 0.5 - cy), halfWidth, halfHeight, r);
                double cover = Math.min(clamped(inside + 0.5), clamped(line + 0.5 - inside));
                if (cover > 0) {
                    blend(row * width + x, rgb, alpha * cover);
                }
            }
        }
    }

    /// How far inside a round rectangle's edge a point lies, given by its distance from the middle; negative outside.
    static double inside(double dx, double dy, double halfWidth, double halfHeight, double r) {
        double outX = dx - (halfWidth - r);
        double outY = dy - (halfHeight - r);
        if (outX > 0 && outY > 0) {
            return r - Math.hypot(outX, outY);
        }
        return Math.min(halfWidth - dx, halfHeight - dy);
    }

    /// Lays ready pixels over the picture, their first at the nearest whole device pixel.
    @Override
    public void tile(double atX, double atY, int[] tile, int tileWidth, int tileHeight) {
        int x0 = (int) Math.round(atX * scale);
        int y0 = (int) Math.round((atY - top) * scale);
        for (int row = Math.max(0, -y0); row < tileHeight && y0 + row < height; row++) {
            int to = (y0 + row) * width + x0;
            for (int x = Math.max(0, -x0); x < tileWidth && x0 + x < width; x++) {
                int color = tile[row * tileWidth + x];
                int a = color >>> 24;
                if (a == 255) {
                    pixels[to + x] = color;
                } else if (a > 0) {
                    pixels[to + x] = color + scaled(pixels[to + x], 255 - a + ((255 - a) >> 7));
                }
            }
        }
    }

    /// Mixes an opaque color into a pixel.
    private void blend(int index, int rgb, double alpha) {
        int a = (int) (alpha * 256 + 0.5);
        pixels[index] = scaled(rgb | 0xff000000, a) + scaled(pixels[index], 256 - a);
    }

    /// All four channels times `a / 256`.
    private static int scaled(int argb, int a) {
        int low = (((argb & 0x00ff00ff) * a) >>> 8) & 0x00ff00ff;
        int high = (((argb >>> 8) & 0x00ff00ff) * a) & 0xff00ff00;
        return low | high;
    }

    private static double clamped(double cover) {
        return cover <= 0 ? 0 : Math.min(1, cover);
    }
}
