package dev.crescent.app;

import dev.crescent.insight.CurveData;
import dev.crescent.train.Glance;
import dev.crescent.train.History;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.ShippedTitles;
import dev.crescent.ui.Texts;
import dev.crescent.ui.loss.CurvesMode;
import dev.crescent.ui.loss.CurvesView;
import dev.crescent.ui.picture.Caption;
import dev.crescent.ui.picture.CurvesPane;
import dev.crescent.ui.picture.Sheet;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Feeds the curves with the run's history, and those that were pinned to compare it with.
final class CurvesPresenter {
    /// The curves follow at this pace: fast enough for the eye, slow enough to cost nothing.
    private static final long PACE_NANOS = 66_000_000;
    /// Of a picture with one chart.
    private static final double ONE_HEIGHT = 500;

    private final CurvesView view;
    private final PinnedRuns pinned;
    private @Nullable Snapshot newest;
    private long drawnAt;
    private @Nullable CurveData drawn;
    private @Nullable History drawnOf;
    private double cursor = Double.NaN;
    private int samples; // of each part that the curves are of; 0 for all

    /// Without runs to compare with.
    CurvesPresenter(CurvesView view) {
        this(view, new PinnedRuns());
    }

    CurvesPresenter(CurvesView view, PinnedRuns pinned) {
        this.view = view;
        this.pinned = pinned;
        view.setOnPin(() -> Optional.ofNullable(newest).ifPresent(pinned::pin));
        view.setOnUnpin(pinned::forget);
        pinned.onChange(() -> Optional.ofNullable(newest).ifPresent(this::draw));
    }

    void show(Snapshot next, long now) {
        showSamples(next);
        boolean anotherRun = newest == null || newest.run() != next.run();
        newest = next;
        if (anotherRun || !next.running() || now - drawnAt >= PACE_NANOS) {
            draw(next);
            drawnAt = now;
        }
    }

    /// A picture of them as they are shown; none where that is what `crescent render` draws, or nothing.
    List<ShownView> pictures() {
        return newest == null || view.shown().count() == 0 || view.isPlain() ? List.of()
                : List.of(new ShownView("curves", this::sheet));
    }

    private Sheet sheet(Palette colors) {
        Snapshot of = Objects.requireNonNull(newest);
        CurvesMode mode = view.shownMode();
        String subject = Texts.get(mode == CurvesMode.BOTH ? "picture.loss" : mode == CurvesMode.LOSS ? "picture.lossOnly"
                : "picture.accuracyOnly");
        return new Sheet(ShippedTitles.local(of.experiment().title()), subject, Caption.of(of.epoch(), of.train(), of.test()),
                new CurvesPane(view, colors), Sheet.WIDTH, mode == CurvesMode.BOTH ? Sheet.HEIGHT : ONE_HEIGHT);
    }

    /// Draws a line at the moment that is shown; none while that is the newest.
    void showCursor(@Nullable Snapshot held) {
        double epoch = held == null ? Double.NaN : held.epoch();
        if (Double.compare(epoch, cursor) != 0) {
            cursor = epoch;
            view.showCursor(epoch);
        }
    }

    /// Another moment of a run has the same curves, which are not painted anew.
    private void draw(Snapshot of) {
        List<CurveData.Ghost> ghosts = pinned.runs();
        CurveData known = drawn;
        boolean same = known != null && drawnOf == of.history() && known.ghosts() == ghosts;
        CurveData next = known != null && same ? known.at(Curves.values(of)) : Curves.of(of, ghosts);
        drawn = next;
        drawnOf = of.history();
        view.show(next);
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
}
