package dev.crescent.app;

import dev.crescent.train.Progress;
import dev.crescent.train.Snapshot;
import dev.crescent.train.Timeline;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Decides when what is on the bench is kept: soon after a change, and every few seconds while training changes the
/// weights. Used by the JavaFX thread.
final class Keeping {
    /// While training goes on.
    private static final long INTERVAL = 2_000_000_000L;
    /// The trainer follows a change this soon, unless it has to read large data; then the change is kept alone.
    private static final long PATIENCE = 2_000_000_000L;
    /// So much is written in a second, at most, while a large network trains: a disk is not there for that.
    private static final double BYTES_PER_NANO = 1e-3;

    private final Workbench bench;
    private final Consumer<Work> keep;
    private final Supplier<String> room;
    private final LongSupplier beside;
    private boolean changed;
    private long changedAt;
    private long keptAt;
    private float @Nullable [] keptParameters;

    /// @param keep keeps it, soon and elsewhere
    /// @param room the name of the room that is shown
    /// @param beside bytes that are written besides training, each time
    Keeping(Workbench bench, Consumer<Work> keep, Supplier<String> room, LongSupplier beside) {
        this.bench = bench;
        this.keep = keep;
        this.room = room;
        this.beside = beside;
    }

    /// The document, or the room, is another one.
    void changed(long now) {
        if (!changed) {
            changed = true;
            changedAt = now;
        }
    }

    /// Called once a frame.
    ///
    /// @param now nanoseconds of the clock that [#changed] has
    void frame(long now) {
        Snapshot latest = bench.trainer().latest();
        if (changed) {
            if (bench.progress() != null || now - changedAt > PATIENCE) {
                keep(now);
            }
        } else if (latest != null && latest.parameters() != keptParameters && isDue(latest, now) && bench.progress() != null) {
            keep(now);
        }
    }

    private boolean isDue(Snapshot latest, long now) {
        return !latest.running() || now - keptAt > Math.max(INTERVAL, (Timeline.bytes(latest) + beside.getAsLong()) / BYTES_PER_NANO);
    }

    /// Keeps it now, whatever the time is.
    void keep(long now) {
        Snapshot latest = bench.trainer().latest();
        Progress progress = bench.progress();
        changed = false;
        keptAt = now;
        keptParameters = latest == null ? null : latest.parameters();
        keep.accept(new Work(bench.document(), progress, bench.pinned().runs(), room.get()));
    }
}
