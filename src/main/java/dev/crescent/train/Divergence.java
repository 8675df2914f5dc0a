package dev.crescent.train;

import dev.crescent.experiment.Optimizer;
import java.util.Optional;

/// Whether training went astray, as a sentence for the user.
final class Divergence {
    /// A loss so many times the one at the start, or 1 if that is more, counts as diverged.
    private static final double EXPLOSION = 1000;

    private Divergence() {}

    /// @param epoch epochs done, a fraction within one
    /// @param broken whether a mini-batch's loss was no number any more
    /// @param start the first loss that was measured
    /// @param now the newest
    /// @return empty if it did not
    static Optional<String> of(Optimizer optimizer, double epoch, boolean broken, double start, double now) {
        String cause = " The steps were too large for this network: the learning rate is "
                + Text.number(optimizer.learningRate()) + ".";
        if (broken || !Double.isFinite(now)) {
            return Optional.of("Training diverged at epoch " + Text.number(epoch)
                    + ": the weights grew until the loss was no number any more." + cause);
        }
        if (now > EXPLOSION * Math.max(start, 1)) {
            return Optional.of("Training diverged at epoch " + Text.number(epoch) + ": the loss exploded from "
                    + Text.number(start) + " to " + Text.number(now) + "." + cause);
        }
        return Optional.empty();
    }
}
