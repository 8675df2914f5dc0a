package dev.crescent.app;

import dev.crescent.insight.landscape.PathPoint;
import dev.crescent.insight.landscape.PathRecorder;
import dev.crescent.train.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way of the run on the bench through the space of parameters, kept whichever room is shown. Used by one thread.
final class RunPath {
    private PathRecorder recorder = new PathRecorder();
    private @Nullable Snapshot last;

    /// Takes the newest snapshot, once a frame. Of a network that is too large, nothing is kept but where it is.
    void see(@Nullable Snapshot newest) {
        if (newest != null && newest != last) {
            last = newest;
            if (newest.parameters().length <= Survey.MOST_PARAMETERS) {
                recorder.add(newest);
            }
        }
    }

    /// Another run goes on, which went through these moments.
    void comeBack(List<Snapshot> moments, Snapshot newest) {
        recorder = new PathRecorder();
        last = null;
        if (newest.parameters().length <= Survey.MOST_PARAMETERS) {
            moments.forEach(moment -> recorder.add(newest.run(), PathPoint.of(moment)));
        }
        see(newest);
    }

    /// The path up to the newest snapshot that was seen, oldest first; empty before there is one.
    List<PathPoint> points() {
        Snapshot newest = last;
        return newest == null ? List.of() : newest.parameters().length <= Survey.MOST_PARAMETERS ? recorder.path()
                : List.of(PathPoint.of(newest));
    }
}
