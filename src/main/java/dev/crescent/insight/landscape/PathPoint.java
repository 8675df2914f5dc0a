package dev.crescent.insight.landscape;

import dev.crescent.engine.Part;
import dev.crescent.train.Snapshot;

/// A moment of a run on its way through the space of parameters. Immutable by convention: nobody writes into the array.
///
/// @param step steps done
/// @param trainLoss the true loss there over the training part, as the snapshot has it
/// @param testLoss likewise over the test part; NaN without one
/// @param parameters `[layout total]`
public record PathPoint(long step, double trainLoss, double testLoss, float[] parameters) {
    public static PathPoint of(Snapshot snapshot) {
        return new PathPoint(snapshot.step(), snapshot.train().loss(), snapshot.test().loss(), snapshot.parameters());
    }

    /// The true loss over a part.
    public double loss(Part part) {
        return part == Part.TRAINING ? trainLoss : testLoss;
    }
}
