package dev.crescent.engine;

/// Told what an engine makes ready before it can work, where that takes time.
@FunctionalInterface
public interface Preparation {
    /// Tells nobody.
    Preparation QUIET = (what, share) -> { };

    /// So much is done now. What it throws ends the preparation, which leaves nothing half done behind.
    ///
    /// @param what a sentence for the user, without its full stop
    /// @param share of it that is done, 0 to 1
    void goesOn(String what, double share);
}
