package dev.crescent.ui.landscape;

import java.util.List;

/// Paints the balls that lie on the surface at the ends of the paths, farther ones first: a shaded ball in a white ring
/// with its letter. What is behind a hill shines through faintly. Reused from picture to picture.
final class Balls {
    /// Of a ball with its ring, in the pixels that the user sees.
    static final float RADIUS = 11;
    static final float SELECTED_RADIUS = 13;

    private static final float RING = 2;
    private static final float CASING = 1;
    private static final float CASING_STRENGTH = 0.6f;
    private static final float FADED = 0.8f;
    private static final float HIDDEN_STRENGTH = 0.25f;
    /// How far a ball stands above the surface, and before it, in its radii: it may lean on a slope and is not cut off.
    private static final double RISE = 0.45;
    private static final double FORWARD = 1.4;
    private static final double LEAST_APART = 1.7;

    private double[] x = {};
    private double[] y = {};
    private float[] near = {}; // 0 for a ball that has no place
    private int[] order = {};
    private int count;

    void reserve(int balls) {
        if (x.length < balls) {
            x = new double[balls];
            y = new double[balls];
            near = new float[balls];
            order = new int[balls];
        }
    }

    /// Finds where the balls lie on the picture.
    void place(List<Mark> marks, Projection projection, double density) {
        count = marks.size();
        double size = RADIUS * density / projection.pixelsPerSide();
        for (int i = 0; i < count; i++) {
            Way way = marks.get(i).way();
            int last = way.length() - 1;
            double height = last < 0 ? Double.NaN : way.height()[last];
            near[i] = 0;
            x[i] = y[i] = Double.NaN;
            if (!Double.isNaN(height)) {
                double px = way.across()[last] - 0.5;
                double py = height * Projection.HEIGHT + RISE * size;
                double pz = way.up()[last] - 0.5;
                double depth = projection.depth(px, py, pz);
                x[i] = projection.pixelX(px, pz, depth);
                y[i] = projection.pixelY(px, py, pz, depth);
                near[i] = (float) (1 / (depth - FORWARD * size));
            }
        }
        Spread.apart(x, y, count, LEAST_APART * RADIUS * density);
        sort(marks);
    }

    /// The farthest first, the selected one last.
    private void sort(List<Mark> marks) {
        for (int i = 0; i < count; i++) {
            int k = i;
            for (; k > 0 && isBefore(marks, i, order[k - 1]); k--) {
                order[k] = order[k - 1];
            }
            order[k] = i;
        }
    }

    private boolean isBefore(List<Mark> marks, int i, int j) {
        boolean selected = marks.get(i).selected();
        return selected == marks.get(j).selected() ? near[i] < near[j] : !selected;
    }

    void paint(List<Mark> marks, int[] pixels, float[] ground, int width, int height, Look look, float density) {
        for (int k = 0; k < count; k++) {
            Mark mark = marks.get(order[k]);
            if (near[order[k]] > 0) {
                paint(order[k], mark, pixels, ground, width, height, look, density);
            }
        }
    }

    /// Draws them instead of painting them.
    ///
    /// @param letters one a ball
    void draw(List<Mark> marks, List<String> letters, SurfaceMarks onto) {
        for (int k = 0; k < count; k++) {
            int ball = order[k];
            Mark mark = marks.get(ball);
            if (near[ball] > 0) {
                onto.ball(mark, letters.get(ball), x[ball], y[ball], near[ball], mark.selected() ? SELECTED_RADIUS : RADIUS,
                        RING, CASING, CASING_STRENGTH, FADED, HIDDEN_STRENGTH);
            }
        }
    }

    private void paint(int ball, Mark mark, int[] pixels, float[] ground, int width, int height, Look look,
                       float density) {
        float radius = (mark.selected() ? SELECTED_RADIUS : RADIUS) * density;
        float reach = radius + CASING * density;
        float inside = radius - RING * density;
        Glyph glyph = mark.glyph();
        int glyphX = (int) Math.round(x[ball] - glyph.width() / 2.0);
        int glyphY = (int) Math.round(y[ball] - glyph.height() / 2.0);
        for (int row = Math.max(0, (int) (y[ball] - reach)); row < Math.min(height, y[ball] + reach); row++) {
            int end = (int) Math.min(width, x[ball] + reach + 1);
            for (int column = Math.max(0, (int) (x[ball] - reach)); column < end; column++) {
                int at = row * width + column;
                float strength = (mark.faded() ? FADED : 1) * (near[ball] < ground[at] ? HIDDEN_STRENGTH : 1);
                float dx = (float) (column + 0.5 - x[ball]);
                float dy = (float) (row + 0.5 - y[ball]);
                float distance = (float) Math.sqrt(dx * dx + dy * dy);
                int color = Argb.over(look.casing() | 0xff000000, strength * CASING_STRENGTH * cover(reach, distance),
                        pixels[at]);
                color = Argb.over(look.ring(), strength * cover(radius, distance), color);
                int ink = ink(glyph, column - glyphX, row - glyphY);
                int body = Argb.over(look.ink(), ink / 255f, shaded(mark.color(), dx / inside, dy / inside));
                pixels[at] = Argb.over(body, strength * cover(inside, distance), color);
            }
        }
    }

    /// A ball's color at a place of its disc of radius 1: darker to the lower right, a glint at the upper left.
    private static int shaded(int argb, float x, float y) {
        float out = Math.min(1, x * x + y * y);
        float front = (float) Math.sqrt(1 - out);
        float lit = -0.5f * x - 0.62f * y + 0.6f * front;
        int color = Argb.dimmed(argb, 0.76f + 0.34f * Math.max(0, lit));
        float glint = Math.max(0, 1 - 5 * ((x + 0.42f) * (x + 0.42f) + (y + 0.5f) * (y + 0.5f)));
        return Argb.over(0xffffffff, 0.75f * glint, color);
    }

    private static int ink(Glyph glyph, int column, int row) {
        boolean inside = column >= 0 && row >= 0 && column < glyph.width() && row < glyph.height();
        return inside ? glyph.alpha()[row * glyph.width() + column] & 0xff : 0;
    }

    private static float cover(float radius, float distance) {
        return Math.max(0, Math.min(1, radius + 0.5f - distance));
    }

    /// The ball that is seen at a pixel of the picture; -1 for none.
    int at(double px, double py, float[] ground, int width, int height, double density) {
        int column = (int) px;
        int row = (int) py;
        if (!(px >= 0 && py >= 0 && column < width && row < height)) {
            return -1;
        }
        for (int k = count - 1; k >= 0; k--) {
            int ball = order[k];
            if (near[ball] > 0 && near[ball] >= ground[row * width + column]
                    && Math.hypot(px - x[ball], py - y[ball]) <= RADIUS * density) {
                return ball;
            }
        }
        return -1;
    }
}
