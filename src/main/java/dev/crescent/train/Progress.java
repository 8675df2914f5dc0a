package dev.crescent.train;

import dev.crescent.data.OwnSamples;
import dev.crescent.engine.OptimizerState;
import java.util.List;

/// Where the training of an experiment stands, without the data it trains on: enough to go on from there another day, to
/// the same bits. Immutable by convention: nobody writes into the arrays.
///
/// @param step steps done, 0 or more
/// @param epoch passes over the training part, a fraction within one
/// @param inputShape of a sample, as the data set has it: what the parameters' shapes follow from
/// @param parameters `[layout total]`, in the engine's parameter layout
/// @param own samples of the user's own that have joined the training part
public record Progress(long step, double epoch, List<Integer> inputShape, float[] parameters, OptimizerState optimizer,
                       History history, OwnSamples own) {
    public Progress {
        inputShape = List.copyOf(inputShape);
        if (step < 0 || !(epoch >= 0 && epoch < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Training cannot stand at step " + step + " of epoch " + epoch + ".");
        }
    }

    /// Where a snapshot was taken. Shares its arrays.
    public static Progress of(Snapshot snapshot) {
        return new Progress(snapshot.step(), snapshot.epoch(), snapshot.dataset().inputShape(), snapshot.parameters(),
                snapshot.optimizer(), snapshot.history(), OwnSamples.of(snapshot.dataset()));
    }

    /// Whether all of its numbers are finite: what went astray is nothing to go on from.
    public boolean isFinite() {
        return areFinite(parameters) && optimizer.vectors().stream().allMatch(Progress::areFinite);
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
