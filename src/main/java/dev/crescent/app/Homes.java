package dev.crescent.app;

import dev.crescent.insight.Region;

/// Decides when the picture moves to other points by itself. Pure.
final class Homes {
    private Homes() {}

    /// Whether a picture of `home` may stay for points that `needed` would show best: all are in it, and it is not
    /// much too large. A picture that jumps at every point painted, or at every touch of the noise, is no use.
    static boolean suits(Region home, Region needed, int points) {
        if (points == 0) {
            return true;
        }
        double slack = 0.1 * needed.width();
        boolean inside = needed.x1Min() >= home.x1Min() - slack && needed.x1Max() <= home.x1Max() + slack
                && needed.x2Min() >= home.x2Min() - slack && needed.x2Max() <= home.x2Max() + slack;
        return inside && home.width() <= 1.6 * needed.width();
    }
}
