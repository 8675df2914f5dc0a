package dev.crescent.ui.landscape;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/// Landscapes by formula, and what is needed to look at them, for tests.
final class Shapes {
    static final int GRID = 41;

    private Shapes() {}

    /// Losses over the unit square, by shares of its sides.
    static Surface surface(DoubleBinaryOperator loss) {
        float[] losses = new float[GRID * GRID];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = (float) loss.applyAsDouble((i % GRID) / (GRID - 1.0), (i / GRID) / (GRID - 1.0));
        }
        return new Surface(GRID, losses, 0, 1, 0, 1);
    }

    /// A track over the unit square, of interleaved a, b.
    static Track track(String letter, int color, double... ab) {
        float[] a = new float[ab.length / 2];
        float[] b = new float[a.length];
        float[] loss = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) ab[2 * i];
            b[i] = (float) ab[2 * i + 1];
            loss[i] = 1 + i;
        }
        return new Track("Track " + letter, letter, color, a, b, loss);
    }

    static Landscape landscape(DoubleBinaryOperator loss, Track... tracks) {
        return Landscape.of(surface(loss), List.of(tracks), Double.NaN);
    }
}
