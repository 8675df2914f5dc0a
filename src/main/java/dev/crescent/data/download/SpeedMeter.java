package dev.crescent.data.download;

/// How many bytes a second come, as a mean over the last seconds in which the latest count most. Used by one thread.
final class SpeedMeter {
    /// The shortest time over which a speed means anything: bytes come in bursts.
    private static final double LEAST_SECONDS = 0.25;
    /// After so long a speed has lost all but a share 1/e of its weight.
    private static final double MEMORY_SECONDS = 2;

    private long since;
    private long bytes;
    private double perSecond = Double.NaN;

    /// @param start in nanoseconds
    SpeedMeter(long start) {
        since = start;
    }

    /// @param more bytes that have come since the last call
    /// @param now in nanoseconds
    void add(long more, long now) {
        bytes += more;
        double seconds = (now - since) * 1e-9;
        if (seconds < LEAST_SECONDS) {
            return;
        }
        double latest = bytes / seconds;
        perSecond = Double.isNaN(perSecond) ? latest
                : latest + (perSecond - latest) * Math.exp(-seconds / MEMORY_SECONDS);
        since = now;
        bytes = 0;
    }

    /// NaN before the first quarter of a second.
    double perSecond() {
        return perSecond;
    }
}
