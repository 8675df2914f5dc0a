package dev.crescent.ui.landscape;

import java.util.Arrays;

/// Paints paths as ribbons of even width that lie on the surface: a light core on a dark casing. What is behind a hill
/// shines through faintly.
///
/// For each pixel the distance to the nearest visible and to the nearest hidden bit of the path are found first, so
/// that a path is painted once where it crosses itself. Reused from picture to picture.
final class Ribbons {
    private static final float CORE = 1.35f;
    private static final float CASING = 2.5f;
    private static final float SELECTED_MORE = 0.6f;
    private static final float HIDDEN_STRENGTH = 0.28f;
    private static final float FADED = 0.5f;
    /// How many of its casing's half widths a ribbon may lie behind the surface and still be seen: it is flat, and the
    /// surface below it is not.
    private static final float LIFT = 3;
    private static final float FAR = Float.MAX_VALUE;

    private int width;
    private int height;
    private float[] seen = {};   // squared distance to the path's visible part, FAR where there is none
    private float[] hidden = {}; // likewise to its hidden part
    private float[] x = {};
    private float[] y = {};
    private float[] near = {};
    private float reach;
    private int left;
    private int top;
    private int right;
    private int bottom;

    void resize(int toWidth, int toHeight) {
        width = toWidth;
        height = toHeight;
        if (seen.length < width * height) {
            seen = new float[width * height];
            hidden = new float[width * height];
            Arrays.fill(seen, FAR);
            Arrays.fill(hidden, FAR);
        }
    }

    /// Makes room for paths of so many points.
    void reserve(int points) {
        if (x.length < points) {
            x = new float[points];
            y = new float[points];
            near = new float[points];
        }
    }

    /// @param pixels premultiplied ARGB, `[height * width]`
    /// @param ground one over the depth of each pixel
    /// @param density pixels for each that the user sees
    void paint(Mark mark, Projection projection, int[] pixels, float[] ground, Look look, float density) {
        float more = mark.selected() ? SELECTED_MORE : 0;
        float casing = (CASING + more) * density;
        reach = casing + 0.5f;
        project(mark.way(), projection, LIFT * casing / projection.pixelsPerSide());
        left = width;
        top = height;
        right = 0;
        bottom = 0;
        for (int i = 1; i < mark.way().length(); i++) {
            if (!Float.isNaN(x[i - 1] + x[i])) {
                segment(i - 1, i, ground);
            }
        }
        blend(mark, pixels, look, casing, (CORE + more) * density);
    }

    /// Draws it instead of painting it.
    ///
    /// @param density as for [#paint]
    void draw(Mark mark, Projection projection, SurfaceMarks onto, float density) {
        float more = mark.selected() ? SELECTED_MORE : 0;
        project(mark.way(), projection, LIFT * (CASING + more) * density / projection.pixelsPerSide());
        onto.path(mark, x, y, near, CORE + more, CASING + more, FADED, HIDDEN_STRENGTH);
    }

    private void project(Way way, Projection projection, double lift) {
        for (int i = 0; i < way.length(); i++) {
            double px = way.across()[i] - 0.5;
            double pz = way.up()[i] - 0.5;
            double py = way.height()[i] * Projection.HEIGHT;
            double depth = projection.depth(px, py, pz);
            x[i] = (float) projection.pixelX(px, pz, depth);
            y[i] = (float) projection.pixelY(px, py, pz, depth);
            near[i] = (float) (1 / (depth - lift));
        }
    }

    private void segment(int i, int j, float[] ground) {
        int startX = Math.max(0, (int) (Math.min(x[i], x[j]) - reach));
        int endX = Math.min(width, (int) (Math.max(x[i], x[j]) + reach) + 1);
        int startY = Math.max(0, (int) (Math.min(y[i], y[j]) - reach));
        int endY = Math.min(height, (int) (Math.max(y[i], y[j]) + reach) + 1);
        if (startX >= endX || startY >= endY) {
            return;
        }
        left = Math.min(left, startX);
        right = Math.max(right, endX);
        top = Math.min(top, startY);
        bottom = Math.max(bottom, endY);
        float alongX = x[j] - x[i];
        float alongY = y[j] - y[i];
        float scale = 1 / Math.max(1e-12f, alongX * alongX + alongY * alongY);
        float most = reach * reach;
        for (int row = startY; row < endY; row++) {
            float dy = row + 0.5f - y[i];
            for (int column = startX; column < endX; column++) {
                float dx = column + 0.5f - x[i];
                float t = Math.max(0, Math.min(1, (dx * alongX + dy * alongY) * scale));
                float offX = dx - t * alongX;
                float offY = dy - t * alongY;
                float square = offX * offX + offY * offY;
                if (square < most) {
                    int at = row * width + column;
                    float[] to = near[i] + t * (near[j] - near[i]) >= ground[at] ? seen : hidden;
                    to[at] = Math.min(to[at], square);
                }
            }
        }
    }

    private void blend(Mark mark, int[] pixels, Look look, float casing, float core) {
        float strength = mark.faded() ? FADED : 1;
        for (int row = top; row < bottom; row++) {
            for (int at = row * width + left; at < row * width + right; at++) {
                if (seen[at] < FAR) {
                    float distance = (float) Math.sqrt(seen[at]);
                    int cased = Argb.over(look.casing(), strength * cover(casing, distance), pixels[at]);
                    pixels[at] = Argb.over(mark.color(), strength * cover(core, distance), cased);
                    seen[at] = FAR;
                } else if (hidden[at] < FAR) {
                    float cover = cover(core, (float) Math.sqrt(hidden[at]));
                    pixels[at] = Argb.over(mark.color(), HIDDEN_STRENGTH * strength * cover, pixels[at]);
                }
                hidden[at] = FAR;
            }
        }
    }

    private static float cover(float half, float distance) {
        return Math.max(0, Math.min(1, half + 0.5f - distance));
    }
}
