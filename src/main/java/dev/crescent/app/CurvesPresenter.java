package dev.crescent.app;

import dev.crescent.insight.CurveData;
import dev.crescent.train.Glance;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.loss.CurvesView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Feeds the curves with the run's history, and keeps the runs that were pinned for comparison.
final class CurvesPresenter {
    /// The curves follow at this pace: fast enough for the eye, slow enough to cost nothing.
    private static final long PACE_NANOS = 66_000_000;
    private static final int MOST_GHOSTS = 4;

    private final CurvesView view;
    private @Nullable Snapshot newest;
    private long drawnAt;
    private List<CurveData.Ghost> ghosts = List.of();
    private int oldest;
    private int samples; // of each part that the curves are of; 0 for all

    CurvesPresenter(CurvesView view) {
        this.view = view;
        view.setOnPin(this::keepGhost);
        view.setOnUnpin(this::forgetGhosts);
    }

    void show(Snapshot next, long now) {
        showSamples(next);
        boolean anotherRun = newest == null || newest.run() != next.run();
        newest = next;
        if (anotherRun || !next.running() || now - drawnAt >= PACE_NANOS) {
            view.show(Curves.of(next, ghosts));
            drawnAt = now;
        }
    }

    private void showSamples(Snapshot next) {
        Snapshot before = newest;
        if (before != null && before.experiment() == next.experiment() && before.dataset() == next.dataset()) {
            return;
        }
        int count = next.dataset().train().count();
        int looked = Glance.samples(next.experiment(), next.dataset(), count);
        int said = looked < count ? looked : 0;
        if (said != samples) {
            samples = said;
            view.showSamples(said);
        }
    }

    private void keepGhost() {
        Snapshot current = newest;
        if (current != null) {
            List<CurveData.Ghost> kept = new ArrayList<>(ghosts);
            CurveData.Ghost ghost = Curves.ghost(RunNames.of(current.experiment()), current.history());
            if (kept.size() < MOST_GHOSTS) {
                kept.add(ghost);
            } else {
                // In the oldest one's place, so that the others keep their letters.
                kept.set(oldest, ghost);
                oldest = (oldest + 1) % MOST_GHOSTS;
            }
            ghosts = List.copyOf(kept);
            view.show(Curves.of(current, ghosts));
        }
    }

    private void forgetGhosts() {
        ghosts = List.of();
        oldest = 0;
        if (newest != null) {
            view.show(Curves.of(newest, ghosts));
        }
    }
}
