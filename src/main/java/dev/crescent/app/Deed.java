package dev.crescent.app;

import dev.crescent.data.OwnSamples;
import dev.crescent.experiment.Experiment;
import dev.crescent.train.Change;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Something a user did that can be undone.
sealed interface Deed {
    /// A changed experiment. The file it lives in, and what that file has, are the document's and stay.
    ///
    /// @param stood where training stood before it began anew; null where it went on, or there was no room to keep it
    /// @param went where the training that began anew stood when this was undone; null likewise
    record Changed(Experiment before, Experiment after, String what, @Nullable Place stood, @Nullable Place went)
            implements Deed {
        Changed(Experiment before, Experiment after, String what) {
            this(before, after, what, null, null);
        }

        /// Whether training begins anew with it.
        boolean restarts() {
            return Change.restarts(before, after);
        }

        /// The same, with where training stood before it.
        Changed from(Place now) {
            return new Changed(before, after, what, now.hasTrained() ? now : stood, went);
        }

        /// The same, with where training stands after it.
        Changed to(Place now) {
            return new Changed(before, after, what, stood, now.hasTrained() ? now : went);
        }

        /// Where training stood before and after, as far as that is kept.
        List<Place> runs() {
            return Stream.of(stood, went).filter(Objects::nonNull).toList();
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
