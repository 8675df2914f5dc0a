package dev.crescent.app;

import dev.crescent.data.OwnSamples;
import dev.crescent.experiment.Experiment;
import dev.crescent.train.Snapshot;
import org.jspecify.annotations.Nullable;

/// Something a user did that can be undone.
sealed interface Deed {
    /// A changed experiment. The file it lives in, and what that file has, are the document's and stay.
    ///
    /// @param stood where training stood before it began anew; null where it went on, or is too long ago
    record Changed(Experiment before, Experiment after, String what, @Nullable Snapshot stood) implements Deed {
        Changed(Experiment before, Experiment after, String what) {
            this(before, after, what, null);
        }

        /// Without where training stood.
        Changed lighter() {
            return new Changed(before, after, what);
        }
    }

    /// Another document on the bench, each with where its training stands.
    record Opened(Place before, Place after) implements Deed {}

    /// A run that goes on from an earlier moment, and where it stood before.
    record Branched(Place before, Place after) implements Deed {}

    /// Samples of the user's own that were taught.
    ///
    /// @param parameters of the network before
    /// @param before the user's samples that it had already
    /// @param added whether the last of them is a new one
    record Taught(float[] parameters, OwnSamples before, OwnSamples after, boolean added) implements Deed {}

    /// One weight or bias set by hand.
    record Weighed(int index, float before, float after) implements Deed {}
}
