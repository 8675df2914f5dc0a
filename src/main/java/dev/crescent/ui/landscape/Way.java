package dev.crescent.ui.landscape;

import java.util.Arrays;

/// A track's path as it is drawn: points that would lie on one another are left out, and long steps follow the surface.
///
/// @param across of each point, as a share of the plane's width; NaN parts the path
/// @param up as a share of its height
/// @param height of the surface there, 0 to 1; NaN in holes and outside
record Way(float[] across, float[] up, float[] height) {
    private static final double LEAST_STEP = 0.0015;
    private static final int MOST_POINTS = 1500;
    private static final double LONGEST_STEP = 0.012;
    private static final double MOST_STEPS = 3000;

    static Way of(Track track, Surface surface, Relief relief) {
        float[] xs = new float[track.length()];
        float[] ys = new float[track.length()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = (float) surface.across(track.a()[i]);
            ys[i] = (float) surface.up(track.b()[i]);
        }
        int count = xs.length;
        for (double step = LEAST_STEP; count > 0; step *= 2) {
            count = thin(xs, ys, count, step);
            if (count <= MOST_POINTS || step > 1) {
                break;
            }
        }
        return laid(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count), relief);
    }

    /// Moves the points that are farther than `step` from the one before to the front, and the last.
    ///
    /// @return how many there are
    private static int thin(float[] xs, float[] ys, int count, double step) {
        int kept = 1;
        for (int i = 1; i < count; i++) {
            double far = Math.hypot(xs[i] - xs[kept - 1], ys[i] - ys[kept - 1]);
            if (!(far < step) || i == count - 1) {
                xs[kept] = xs[i];
                ys[kept] = ys[i];
                kept++;
            }
        }
        return kept;
    }

    private static Way laid(float[] xs, float[] ys, Relief relief) {
        double length = 0;
        for (int i = 1; i < xs.length; i++) {
            double step = step(xs, ys, i);
            length += Double.isFinite(step) ? step : 0;
        }
        double longest = Math.max(LONGEST_STEP, length / MOST_STEPS);
        int count = Math.min(1, xs.length);
        for (int i = 1; i < xs.length; i++) {
            count += pieces(xs, ys, i, longest);
        }
        Way way = new Way(new float[count], new float[count], new float[count]);
        int at = 0;
        for (int i = 0; i < xs.length; i++) {
            int pieces = i == 0 ? 1 : pieces(xs, ys, i, longest);
            for (int k = 1; k <= pieces; k++) {
                float t = (float) k / pieces;
                way.put(at++, k == pieces ? xs[i] : xs[i - 1] + t * (xs[i] - xs[i - 1]),
                        k == pieces ? ys[i] : ys[i - 1] + t * (ys[i] - ys[i - 1]), relief);
            }
        }
        return way;
    }

    private static double step(float[] xs, float[] ys, int i) {
        return Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
    }

    private static int pieces(float[] xs, float[] ys, int i, double longest) {
        double step = step(xs, ys, i);
        return step < MOST_STEPS * longest ? Math.max(1, (int) Math.ceil(step / longest)) : 1;
    }

    private void put(int i, float x, float y, Relief relief) {
        across[i] = x;
        up[i] = y;
        height[i] = (float) relief.at(x, y);
    }

    int length() {
        return across.length;
    }
}
