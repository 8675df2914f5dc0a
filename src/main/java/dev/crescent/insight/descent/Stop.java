package dev.crescent.insight.descent;

/// Why a descent ended.
///
/// @param text one sentence for the user
public record Stop(Reason reason, String text) {
    public enum Reason {
        /// The gradient and the step have become next to nothing: a minimum, a saddle or a plain.
        CONVERGED,
        /// The ball left the region for good.
        DIVERGED,
        /// The function has no value where the ball is.
        NO_VALUE,
        /// The function has a value where the ball is, but no gradient.
        NO_GRADIENT,
        /// As many steps as were allowed.
        LIMIT
    }

    static Stop converged(long steps) {
        return new Stop(Reason.CONVERGED, "Nothing moves any more after " + steps(steps)
                + ": the gradient is 0 here, as it is in a minimum, on a saddle and on a plain.");
    }

    static Stop diverged(long steps) {
        return new Stop(Reason.DIVERGED, "The ball left the picture for good after " + steps(steps)
                + "; start elsewhere or lower the learning rate.");
    }

    static Stop noValue(double x, double y) {
        return new Stop(Reason.NO_VALUE, "The function has no value at " + place(x, y)
                + ", as a logarithm or a root of a negative number has none; start elsewhere or lower the learning rate.");
    }

    static Stop noGradient(double x, double y) {
        return new Stop(Reason.NO_GRADIENT, "The function has no gradient at " + place(x, y)
                + ", as a root has none at 0; start elsewhere.");
    }

    static Stop limit(long steps) {
        return new Stop(Reason.LIMIT, "The ball was still under way after " + steps(steps) + ", the most that were allowed.");
    }

    private static String steps(long count) {
        return count == 1 ? "1 step" : count + " steps";
    }

    private static String place(double x, double y) {
        return "x = " + StepNumbers.sentence(x) + ", y = " + StepNumbers.sentence(y);
    }
}
