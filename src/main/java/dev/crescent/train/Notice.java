package dev.crescent.train;

/// Something the trainer has to tell the user.
///
/// @param number counts up, so that each notice is shown once
/// @param text one sentence; empty for `READY`
public record Notice(long number, Kind kind, String text) {
    public enum Kind {
        /// Training went astray and was paused.
        DIVERGED,
        /// A change was refused; the experiment before it goes on.
        REFUSED,
        /// A stop condition was met.
        STOPPED,
        /// The trainer itself failed.
        FAILED,
        /// An engine makes something ready, and training waits for it.
        PREPARING,
        /// What was being prepared is ready; there is no text.
        READY,
        /// The engine that was asked for cannot work here; the CPU goes on in its place.
        FELL_BACK
    }
}
