package dev.crescent.insight.engines;

/// How much time is taken to measure.
///
/// @param sliceNanos of one engine in one round
/// @param rounds how many count
/// @param warmUpNanos of one engine before them, at most
public record Effort(long sliceNanos, int rounds, long warmUpNanos) {
    /// Of a race: some four seconds an engine.
    public static final Effort RACE = new Effort(150_000_000, 20, 1_000_000_000);
    /// Of networks of all sizes, each in every round: some ten seconds an engine.
    public static final Effort SIZES = new Effort(50_000_000, 5, 60_000_000);

    public Effort {
        if (sliceNanos < 1 || rounds < 1 || warmUpNanos < 0) {
            throw new IllegalArgumentException("an effort must have time and rounds");
        }
    }
}
