package dev.crescent.app;

import dev.crescent.train.Snapshot;
import dev.crescent.train.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document, and where its training stands.
///
/// @param snapshot where training was left; null to begin at the start
/// @param weights what it begins with, `[layout total]`, if there is no snapshot; null for the model's own start
/// @param moments the timeline of the run that the snapshot is of; empty without one
record Place(Document document, @Nullable Snapshot snapshot, float @Nullable [] weights, List<Snapshot> moments) {
    /// Without the moments before the snapshot.
    Place(Document document, @Nullable Snapshot snapshot, float @Nullable [] weights) {
        this(document, snapshot, weights, List.of());
    }

    /// A document at its start.
    static Place start(Document document) {
        return new Place(document, null, null);
    }

    /// A document at its start, with the weights that it comes with. Reads files; not on the JavaFX thread.
    static Place shipped(Document document) {
        return new Place(document, null, ShippedWeights.of(document.experiment()));
    }

    /// What the training that was left takes in memory, the data apart.
    long bytes() {
        return moments.stream().mapToLong(Timeline::bytes).sum();
    }

    /// This place, or another one if training stands nowhere here.
    Place orElse(Place other) {
        return snapshot == null ? other : this;
    }

    /// The same without what takes much memory.
    Place lighter() {
        return new Place(document, null, weights);
    }
}
