package dev.crescent.data.download;

import java.util.function.Consumer;

/// Counts what is here and tells of it. Used by one thread.
final class Tally {
    private final long total;
    private final Consumer<Progress> listener;
    private final SpeedMeter speed = new SpeedMeter(System.nanoTime());
    private long finished;

    /// @param total bytes of all files
    Tally(long total, Consumer<Progress> listener) {
        this.total = total;
        this.listener = listener;
    }

    /// A file is whole.
    void finished(RemoteFile file) {
        finished += file.size();
        listener.accept(new Progress(finished, total, speed.perSecond(), file.name()));
    }

    /// More of a file has come.
    ///
    /// @param bytes since the last call; 0 at its start
    /// @param soFar bytes of it that are here
    void came(RemoteFile file, long bytes, long soFar) {
        speed.add(bytes, System.nanoTime());
        listener.accept(new Progress(finished + soFar, total, speed.perSecond(), file.name()));
    }
}
