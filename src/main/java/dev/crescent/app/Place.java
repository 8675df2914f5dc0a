package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.insight.CurveData;
import dev.crescent.train.Progress;
import dev.crescent.train.Snapshot;
import dev.crescent.train.Timeline;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A document, and where its training stands.
///
/// @param snapshot where training was left in this window; null if it was not
/// @param weights what the network comes with, `[layout total]`, and begins with if training was not left anywhere; null for
///     the model's own start
/// @param moments the timeline of the run that the snapshot is of; empty without one
/// @param progress where training stood another day, if there is no snapshot; null to begin at the start
/// @param pinned runs that come with it, to be compared with
/// @param loss what of a damaged file is not there any more, a sentence; empty if all is
record Place(Document document, @Nullable Snapshot snapshot, float @Nullable [] weights, List<Snapshot> moments,
             @Nullable Progress progress, List<CurveData.Ghost> pinned, String loss) {
    Place(Document document, @Nullable Snapshot snapshot, float @Nullable [] weights, List<Snapshot> moments) {
        this(document, snapshot, weights, moments, null, List.of(), "");
    }

    /// Without the moments before the snapshot.
    Place(Document document, @Nullable Snapshot snapshot, float @Nullable [] weights) {
        this(document, snapshot, weights, List.of());
    }

    /// A document at its start.
    static Place start(Document document) {
        return new Place(document, null, null);
    }

    /// A document whose training goes on where it stood another day.
    ///
    /// @param progress null to begin at the start
    static Place of(Document document, @Nullable Progress progress) {
        return of(document, progress, "");
    }

    /// Likewise, of a file that is damaged.
    ///
    /// @param loss what of it is not there any more, a sentence; empty if all is
    static Place of(Document document, @Nullable Progress progress, String loss) {
        return new Place(document, null, null, List.of(), progress, List.of(), loss);
    }

    /// Where training stands; null at the start.
    @Nullable Progress stands() {
        return snapshot == null ? progress : Progress.of(snapshot);
    }

    /// A document at its start, with the weights that it comes with. Reads files; not on the JavaFX thread.
    static Place shipped(Document document) {
        return of(document, null).withShipped();
    }

    /// The same with the weights that the network comes with, if it is a shipped one. Reads files; not on the JavaFX thread.
    Place withShipped() {
        return new Place(document, snapshot, ShippedWeights.of(document.experiment()), moments, progress, pinned, loss);
    }

    /// The same with runs to compare it with.
    Place with(List<CurveData.Ghost> runs) {
        return new Place(document, snapshot, weights, moments, progress, runs, loss);
    }

    /// What the training that was left takes in memory, the data apart.
    long bytes() {
        return moments.stream().mapToLong(Timeline::bytes).sum();
    }

    /// Whether training was left here, after at least one step.
    boolean hasTrained() {
        return snapshot != null && snapshot.step() > 0;
    }

    /// The data sets that are held with the training that was left.
    Set<Dataset> data() {
        Set<Dataset> data = Collections.newSetFromMap(new IdentityHashMap<>());
        moments.forEach(moment -> data.add(moment.dataset()));
        if (snapshot != null) {
            data.add(snapshot.dataset());
        }
        return data;
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
