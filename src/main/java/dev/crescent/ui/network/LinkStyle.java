package dev.crescent.ui.network;

/// How a weight looks as a link.
final class LinkStyle {
    /// A weight of this size has the full color.
    static final double FULL = 2.2;

    private LinkStyle() {}

    /// From 0 to 1.
    static double strength(double w) {
        return Math.min(1, size(w) / FULL);
    }

    /// In pixels.
    static double width(double w) {
        return 0.75 + Math.min(5.25, 1.9 * size(w));
    }

    /// The place on the weight ramp, -1 to 1.
    static double ramp(double w) {
        return w == 0 || Double.isNaN(w) ? 0 : Math.signum(w) * (0.18 + 0.82 * strength(w));
    }

    static double opacity(double w) {
        return 0.35 + 0.6 * strength(w);
    }

    /// Where even small weights must be seen.
    static double strongOpacity(double w) {
        return 0.75 + 0.25 * strength(w);
    }

    private static double size(double w) {
        return Double.isNaN(w) ? 0 : Math.abs(w);
    }
}
