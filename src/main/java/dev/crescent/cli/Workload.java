package dev.crescent.cli;

/// Work that `bench` repeats, counted in units: samples, frames, multiply-adds.
interface Workload extends AutoCloseable {
    /// To the same start before each round.
    default void begin() {}

    /// Does what takes some milliseconds at most.
    ///
    /// @return how many units that were
    long work();

    /// How many multiply-adds a unit takes.
    double multiplyAdds();

    /// @param rates units a second, one a round
    Measurement measurement(double[] rates);

    @Override
    default void close() {}
}
