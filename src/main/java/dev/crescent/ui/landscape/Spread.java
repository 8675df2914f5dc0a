package dev.crescent.ui.landscape;

/// Moves balls apart that would cover each other's letters.
final class Spread {
    private static final int ROUNDS = 30;
    /// The golden angle, in which balls at one place part: no two directions are the same.
    private static final double TURN = Math.PI * (3 - Math.sqrt(5));

    private Spread() {}

    /// Pushes all pairs that are nearer than `least` apart, as evenly as can be; what is not finite stays.
    ///
    /// @param x of at least `count` balls, changed in place
    /// @param y likewise
    static void apart(double[] x, double[] y, int count, double least) {
        for (int round = 0; round < ROUNDS; round++) {
            boolean moved = false;
            for (int i = 1; i < count; i++) {
                for (int j = 0; j < i; j++) {
                    moved |= part(x, y, i, j, least);
                }
            }
            if (!moved) {
                return;
            }
        }
    }

    private static boolean part(double[] x, double[] y, int i, int j, double least) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        double far = Math.hypot(dx, dy);
        if (!(far < least - 0.01)) {
            return false;
        }
        double push = (least - far) / 2;
        double angle = TURN * (i + j);
        double toX = far > 1e-6 ? dx / far : Math.cos(angle);
        double toY = far > 1e-6 ? dy / far : Math.sin(angle);
        x[i] += push * toX;
        y[i] += push * toY;
        x[j] -= push * toX;
        y[j] -= push * toY;
        return true;
    }
}
