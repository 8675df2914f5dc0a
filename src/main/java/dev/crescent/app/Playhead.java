package dev.crescent.app;

import dev.crescent.train.Snapshot;
import dev.crescent.train.Timeline;
import org.jspecify.annotations.Nullable;

/// Which moment of the run on the bench is shown: the newest, or an earlier one that the timeline has kept. Used by one
/// thread.
final class Playhead {
    private final Timeline timeline = new Timeline();
    private @Nullable Snapshot newest;
    private @Nullable Snapshot held; // null while the newest is shown

    /// Takes the newest snapshot, once a frame. What is shown stays, unless another run began.
    ///
    /// @return whether a run that was left goes on, with its moments
    boolean see(@Nullable Snapshot latest) {
        if (latest == null || latest == newest) {
            return false;
        }
        boolean other = newest != null && newest.run() != latest.run();
        newest = latest;
        boolean returned = timeline.see(latest);
        Snapshot shown = held;
        if (other || returned) {
            held = null;
        } else if (shown != null) {
            hold(timeline.ofStep(shown.step()));
        }
        return returned;
    }

    Timeline timeline() {
        return timeline;
    }

    /// Whether the newest moment is shown.
    boolean isLive() {
        return held == null;
    }

    /// The earlier moment that is shown; null while it is the newest.
    @Nullable Snapshot held() {
        return held;
    }

    /// The place of what is shown among the timeline's moments; -1 while there are none.
    int index() {
        Snapshot shown = held;
        return shown == null ? timeline.size() - 1 : timeline.ofStep(shown.step());
    }

    /// Shows a moment of the timeline; the last is the newest, whatever that becomes.
    void hold(int index) {
        held = index < 0 || index >= timeline.size() - 1 ? null : timeline.moment(index);
    }

    /// Shows the newest moment from now on.
    void live() {
        held = null;
    }
}
