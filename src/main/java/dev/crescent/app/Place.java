package dev.crescent.app;

import dev.crescent.train.Snapshot;
import org.jspecify.annotations.Nullable;

/// A document, and where its training stands.
///
/// @param snapshot where training was left; null to begin at the start
/// @param weights what it begins with, `[layout total]`, if there is no snapshot; null for the model's own start
record Place(Document document, @Nullable Snapshot snapshot, float @Nullable [] weights) {
    /// A document at its start.
    static Place start(Document document) {
        return new Place(document, null, null);
    }

    /// A document at its start, with the weights that it comes with. Reads files; not on the JavaFX thread.
    static Place shipped(Document document) {
        return new Place(document, null, ShippedWeights.of(document.experiment()));
    }

    /// The same without what takes much memory.
    Place lighter() {
        return new Place(document, null, weights);
    }
}
