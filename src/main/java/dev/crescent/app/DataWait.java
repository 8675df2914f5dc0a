package dev.crescent.app;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.Source;
import org.jspecify.annotations.Nullable;

/// Whether the user is told to wait for data. Meanwhile the trainer shows what it had before, which is not to be taken for them.
final class DataWait {
    /// Most tables are there sooner, and a word that comes and goes in a blink only disturbs.
    static final long PATIENCE_NANOS = 300_000_000;

    private @Nullable Source table; // the one that is waited for
    private long since;

    /// @param wanted the data on the bench
    /// @param there the data of the newest snapshot; null before the first
    /// @param digitsSeen whether drawn digits are on screen: others take their place as other points do that of points
    /// @param now in nanoseconds, of any clock
    boolean tells(Data wanted, @Nullable Data there, boolean digitsSeen, long now) {
        if (wanted.source() instanceof Source.Csv && (there == null || !there.source().equals(wanted.source()))) {
            if (!wanted.source().equals(table)) {
                table = wanted.source();
                since = now;
            }
            return now - since >= PATIENCE_NANOS;
        }
        table = null;
        return Fit.isImages(wanted) && !wanted.equals(there) && !(wanted.source() instanceof Source.Digits && digitsSeen);
    }
}
