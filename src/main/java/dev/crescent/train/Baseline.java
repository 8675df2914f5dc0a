package dev.crescent.train;

/// Tells good states of a run from those on the way to a divergence, by the best loss so far.
final class Baseline {
    /// A loss so many times the best is not good any more.
    private static final double RISE = 2;

    private double best = Double.POSITIVE_INFINITY;
    private boolean good = true;

    /// For a new run.
    void restart() {
        best = Double.POSITIVE_INFINITY;
        good = true;
    }

    /// For a run that goes on from a good state.
    void restart(double loss) {
        best = Double.isFinite(loss) ? loss : Double.POSITIVE_INFINITY;
        good = true;
    }

    /// After a change the loss may mean something else; what was astray before it is no measure.
    void changed() {
        if (good) {
            best = Double.POSITIVE_INFINITY;
        }
    }

    /// Whether a state is one to return to.
    ///
    /// @param loss over the training part; NaN if that is empty, which says nothing
    boolean isGood(double loss, boolean diverged, boolean empty, float[] parameters) {
        if (empty) {
            return areFinite(parameters);
        }
        good = !diverged && Double.isFinite(loss) && areFinite(parameters);
        if (good) {
            best = Math.min(best, loss);
            good = loss <= RISE * best;
        }
        return good;
    }

    private static boolean areFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
