package dev.crescent.cli;

/// Work that `bench` repeats, counted in units: samples, pictures, multiply-adds.
interface Workload extends AutoCloseable {
    /// How many threads do it.
    int threads();

    /// To the same start before each round.
    default void begin() {}

    /// Does a piece of it that takes some milliseconds, a tenth of a second at most.
    ///
    /// @return how many units that were
    long work();

    /// Whether another engine does it by now, since the one that is measured failed.
    default boolean isElsewhere() {
        return false;
    }

    /// How many multiply-adds a unit takes; NaN where the processor's peak says nothing about them.
    double multiplyAdds();

    /// @param rates units a second, one a round
    Measurement measurement(double[] rates);

    @Override
    default void close() {}
}
