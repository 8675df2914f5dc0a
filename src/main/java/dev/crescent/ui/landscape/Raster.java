package dev.crescent.ui.landscape;

import java.util.Arrays;

/// Fills triangles on a picture, each pixel with what is nearest to the eye there.
///
/// A pixel belongs to a triangle if its middle does; triangles with a common edge leave no gap and share no pixel.
/// Pixels are opaque ARGB, 0 where there is nothing. Reused from picture to picture.
final class Raster {
    private static final int LIGHT_ONE = 256;

    private final Vertices points;
    private int width;
    private int height;
    private int[] pixels = {};
    private float[] near = {};

    // What triangles are filled with: the ramp by height and light, or one color, or two in stripes.
    private Look look;
    private int flat;
    private int stripe;
    private int stripeWidth;
    private float firstContour;
    private float contours;
    private float finish = Float.NaN;
    private float lineWidth = 1;

    // The triangle at hand: its values change evenly over the picture, from those of its first point.
    private int first;
    private float nearX;
    private float nearY;
    private float heightX;
    private float heightY;
    private float lightX;
    private float lightY;
    private float pixelsPerContour;
    private float pixelsPerHeight;
    private float lineStrength;

    Raster(Vertices points, Look look) {
        this.points = points;
        this.look = look;
    }

    void setLook(Look colors) {
        look = colors;
    }

    /// @param line the width of a contour line in pixels
    void resize(int toWidth, int toHeight, double line) {
        lineWidth = (float) line;
        width = toWidth;
        height = toHeight;
        if (pixels.length < width * height) {
            pixels = new int[width * height];
            near = new float[width * height];
        }
    }

    /// @param from the contour line's number at height 0
    /// @param count contour lines from height 0 to 1
    /// @param bold the height of the bold line; NaN for none
    void setContours(double from, double count, double bold) {
        firstContour = (float) (from - Math.floor(from));
        contours = (float) count;
        finish = (float) bold;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// `[height * width]` or longer.
    int[] pixels() {
        return pixels;
    }

    /// One over the depth of each pixel, `[height * width]` or longer; 0 where there is nothing.
    float[] near() {
        return near;
    }

    void clear() {
        Arrays.fill(pixels, 0, width * height, 0);
        Arrays.fill(near, 0, width * height, 0);
    }

    /// From now on, triangles are colored by height and light.
    void useRamp() {
        flat = 0;
    }

    /// From now on, triangles have one opaque color.
    void useColor(int argb) {
        flat = argb;
        stripeWidth = 0;
    }

    /// From now on, triangles have stripes.
    void useStripes(int ground, int line, int each) {
        flat = ground;
        stripe = line;
        stripeWidth = each;
    }

    void triangle(int i, int j, int k) {
        float[] y = points.y;
        int top = i;
        int middle = j;
        int bottom = k;
        if (y[middle] < y[top]) {
            int swap = top;
            top = middle;
            middle = swap;
        }
        if (y[bottom] < y[top]) {
            int swap = top;
            top = bottom;
            bottom = swap;
        }
        if (y[bottom] < y[middle]) {
            int swap = middle;
            middle = bottom;
            bottom = swap;
        }
        if (y[bottom] > 0 && y[top] < height && prepare(top, middle, bottom)) {
            rows(top, middle, top, bottom);
            rows(middle, bottom, top, bottom);
        }
    }

    /// Finds how the triangle's values change; false if it has no area.
    private boolean prepare(int i, int j, int k) {
        first = i;
        float x1 = points.x[j] - points.x[i];
        float y1 = points.y[j] - points.y[i];
        float x2 = points.x[k] - points.x[i];
        float y2 = points.y[k] - points.y[i];
        float area = x1 * y2 - x2 * y1;
        if (!(area > 1e-6f || area < -1e-6f)) {
            return false;
        }
        float scale = 1 / area;
        float p = points.near[j] - points.near[i];
        float q = points.near[k] - points.near[i];
        nearX = (p * y2 - q * y1) * scale;
        nearY = (q * x1 - p * x2) * scale;
        if (flat == 0) {
            p = points.height[j] - points.height[i];
            q = points.height[k] - points.height[i];
            heightX = (p * y2 - q * y1) * scale;
            heightY = (q * x1 - p * x2) * scale;
            p = points.light[j] - points.light[i];
            q = points.light[k] - points.light[i];
            lightX = (p * y2 - q * y1) * scale;
            lightY = (q * x1 - p * x2) * scale;
            prepareLines();
        }
        return true;
    }

    /// Where lines would lie closer than a few pixels they fade away.
    private void prepareLines() {
        float steep = (float) Math.sqrt(heightX * heightX + heightY * heightY);
        pixelsPerHeight = 1 / Math.max(1e-9f, steep);
        pixelsPerContour = pixelsPerHeight / contours;
        lineStrength = contours > 0 ? Math.clamp(pixelsPerContour / (2 * lineWidth) - 0.6f, 0f, 1f) : 0;
    }

    /// Fills the rows between the ends of a short edge, up to the long edge on the other side.
    private void rows(int from, int to, int longFrom, int longTo) {
        float[] x = points.x;
        float[] y = points.y;
        int start = Math.max(0, (int) Math.ceil(y[from] - 0.5f));
        int end = Math.min(height, (int) Math.ceil(y[to] - 0.5f));
        float slope = (x[to] - x[from]) / (y[to] - y[from]);
        float longSlope = (x[longTo] - x[longFrom]) / (y[longTo] - y[longFrom]);
        for (int row = start; row < end; row++) {
            float left = x[from] + (row + 0.5f - y[from]) * slope;
            float right = x[longFrom] + (row + 0.5f - y[longFrom]) * longSlope;
            int startX = Math.max(0, (int) Math.ceil(Math.min(left, right) - 0.5f));
            int endX = Math.min(width, (int) Math.ceil(Math.max(left, right) - 0.5f));
            if (startX < endX) {
                if (flat == 0) {
                    shade(row, startX, endX);
                } else {
                    fill(row, startX, endX);
                }
            }
        }
    }

    private void fill(int row, int start, int end) {
        float depth = points.near[first] + (start + 0.5f - points.x[first]) * nearX
                + (row + 0.5f - points.y[first]) * nearY;
        int base = row * width;
        for (int column = start; column < end; column++, depth += nearX) {
            if (depth > near[base + column]) {
                near[base + column] = depth;
                boolean striped = stripeWidth > 0 && (row + column) % (4 * stripeWidth) < stripeWidth;
                pixels[base + column] = striped ? stripe : flat;
            }
        }
    }

    private void shade(int row, int start, int end) {
        float dx = start + 0.5f - points.x[first];
        float dy = row + 0.5f - points.y[first];
        float depth = points.near[first] + dx * nearX + dy * nearY;
        float up = points.height[first] + dx * heightX + dy * heightY;
        float light = LIGHT_ONE * (points.light[first] + dx * lightX + dy * lightY);
        float lightStep = LIGHT_ONE * lightX;
        int base = row * width;
        for (int i = base + start; i < base + end; i++, depth += nearX, up += heightX, light += lightStep) {
            if (depth > near[i]) {
                near[i] = depth;
                pixels[i] = color(up, Math.clamp((int) light, 0, LIGHT_ONE));
            }
        }
    }

    /// The ramp's color in some light, with the contour and the bold line on it.
    private int color(float up, int light) {
        int[] ramp = look.ramp();
        int last = ramp.length - 1;
        int color = lit(ramp[Math.clamp((int) (up * last + 0.5f), 0, last)], light);
        if (lineStrength > 0) {
            float at = firstContour + up * contours;
            float off = Math.abs(at - (int) (at + 0.5f)) * pixelsPerContour;
            float cover = Math.min(1, lineWidth / 2 + 0.5f - off);
            if (cover > 0) {
                int line = up < Look.LIGHT_FROM ? look.lineOnDark() : look.lineOnLight();
                color = Argb.over(line, cover * lineStrength, color);
            }
        }
        float cover = lineWidth + 0.5f - Math.abs(up - finish) * pixelsPerHeight;
        return cover > 0 ? Argb.over(look.finish(), Math.min(1, cover), color) : color;
    }

    /// An opaque color in less light than all.
    private static int lit(int argb, int light) {
        return 0xff000000 | ((argb & 0xff00ff) * light >>> 8) & 0xff00ff | ((argb & 0xff00) * light >>> 8) & 0xff00;
    }
}
