package dev.crescent.insight.descent;

import dev.crescent.insight.Region;
import java.util.Optional;

/// A way down that needs no learning rate: the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno with
/// halved steps. Used by one thread.
final class Walk {
    private static final int MOST_STEPS = 300;
    private static final int MOST_HALVINGS = 60;
    /// The share of the promised descent that a step must keep (Armijo).
    private static final double KEPT = 1e-4;

    private final PlaneFunction function;
    private final Region around;
    private final double stride;
    // The inverse of the curvature: a b, b c.
    private double a;
    private double b;
    private double c;

    /// @param diagonal of the region in which minima are looked for
    Walk(PlaneFunction function, Region around, double diagonal) {
        this.function = function;
        this.around = around;
        this.stride = diagonal / 20;
    }

    /// The lowest point reached; empty if the way leads out of the region around, or starts where there is no gradient.
    Optional<Minimum> down(PlaneVector start) {
        double x = start.x();
        double y = start.y();
        double[] g = new double[2];
        double[] next = new double[2];
        double value = function.gradient(x, y, g);
        boolean fresh = true;
        for (int i = 0; i < MOST_STEPS; i++) {
            double length = Math.hypot(g[0], g[1]);
            if (!Double.isFinite(value) || !Double.isFinite(length) || !around.contains(x, y)) {
                return Optional.empty();
            }
            if (length == 0) {
                break;
            }
            if (fresh || slope(g) >= 0) {
                forget(length);
            }
            double slope = slope(g);
            double dx = -(a * g[0] + b * g[1]);
            double dy = -(b * g[0] + c * g[1]);
            double t = Math.min(1, 5 * stride / Math.hypot(dx, dy));
            double reached = function.gradient(x + t * dx, y + t * dy, next);
            for (int half = 0; half < MOST_HALVINGS && !(reached <= value + KEPT * t * slope); half++) {
                t /= 2;
                reached = function.gradient(x + t * dx, y + t * dy, next);
            }
            if (!(reached < value)) {
                break; // as low as rounding lets it go
            }
            fresh = !learn(t * dx, t * dy, next[0] - g[0], next[1] - g[1]);
            x += t * dx;
            y += t * dy;
            value = reached;
            g[0] = next[0];
            g[1] = next[1];
        }
        return Optional.of(new Minimum(x, y, value));
    }

    /// How fast the value falls along the direction that is taken next.
    private double slope(double[] g) {
        return -(a * g[0] * g[0] + 2 * b * g[0] * g[1] + c * g[1] * g[1]);
    }

    private void forget(double length) {
        a = stride / length;
        b = 0;
        c = a;
    }

    /// Takes in how the gradient changed by (u, v) on the way (x, y).
    ///
    /// @return whether there was something to learn: a curvature above 0
    private boolean learn(double x, double y, double u, double v) {
        double curve = x * u + y * v;
        if (!(curve > 1e-12 * Math.hypot(x, y) * Math.hypot(u, v))) {
            return false;
        }
        double hu = a * u + b * v;
        double hv = b * u + c * v;
        double scale = (1 + (u * hu + v * hv) / curve) / curve;
        a += scale * x * x - 2 * hu * x / curve;
        b += scale * x * y - (hu * y + hv * x) / curve;
        c += scale * y * y - 2 * hv * y / curve;
        return true;
    }
}
