package dev.crescent.train;

/// Something the trainer has to tell the user.
///
/// @param number counts up, so that each notice is shown once
/// @param text one sentence
public record Notice(long number, Kind kind, String text) {
    public enum Kind {
        /// Training went astray and was paused.
        DIVERGED,
        /// A change was refused; the experiment before it goes on.
        REFUSED,
        /// A stop condition was met.
        STOPPED,
        /// The trainer itself failed.
        FAILED
    }
}
