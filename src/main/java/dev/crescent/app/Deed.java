package dev.crescent.app;

/// Something a user did that can be undone.
sealed interface Deed {
    /// Another document: a changed experiment, or another file.
    record Changed(Document before, Document after, String what) implements Deed {}

    /// One weight or bias set by hand.
    record Weighed(int index, float before, float after) implements Deed {}
}
