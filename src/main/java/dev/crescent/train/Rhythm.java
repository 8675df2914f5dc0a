package dev.crescent.train;

/// When to publish a snapshot: as often as a fast screen shows, but at no more than a small share of the time. Times are
/// those of [System#nanoTime].
final class Rhythm {
    private static final long SHORTEST_NANOS = 12_000_000;
    /// Publishing may take this share of the time, evaluation included.
    private static final double SHARE = 0.08;

    private long step = -1;
    private long end;
    private long lastCost;
    private long cost;

    /// @param idle nanoseconds for which there is nothing else to do
    boolean isDue(long currentStep, long now, long idle) {
        long since = now - end;
        boolean affordable = idle > cost || since * SHARE >= cost;
        return currentStep != step && since >= SHORTEST_NANOS && affordable;
    }

    /// Nanoseconds until there may be something to publish; the longest there are if there is nothing new.
    long untilNext(long currentStep, long now) {
        return currentStep == step ? Long.MAX_VALUE : Math.max(1, end + SHORTEST_NANOS - now);
    }

    void published(long publishedStep, long from, long to) {
        step = publishedStep;
        end = to;
        // The lesser of two: one that was held up says nothing about the next.
        cost = Math.min(lastCost, to - from);
        lastCost = to - from;
    }
}
