package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Metrics;
import dev.crescent.insight.Confusion;
import dev.crescent.insight.Outcome;
import dev.crescent.train.Glance;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.points.OutputPanel;
import dev.crescent.ui.points.Scores;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Shows what the network makes of the test samples and, where there is no plane, how good it is: both of the same moment
/// of the run that is on the bench. Of a run that was left nothing stays.
final class ScorePresenter {
    /// So long an outcome may stay that is not of now: most counts come sooner, and an empty one in between would blink.
    static final long GRACE_NANOS = 150_000_000;

    private final OutputPanel output;
    private final Predicate<Snapshot> onBench;
    private OutcomePace.@Nullable Counted counted; // the newest of this run
    private boolean visible; // whether its outcome is shown, or an empty one in its place
    private @Nullable Dataset awaited; // whose samples are said to be counted
    private boolean late;
    private long lateSince;
    private @Nullable Scores scores;
    private @Nullable Snapshot lookedOf;
    private int looked;

    /// @param onBench whether a snapshot is of the network on the bench, which the trainer may not have got to yet
    ScorePresenter(OutputPanel output, Predicate<Snapshot> onBench) {
        this.output = output;
        this.onBench = onBench;
    }

    /// @param current the snapshot that the other views show
    /// @param newest what was counted since the last frame; null for nothing
    void frame(Snapshot current, OutcomePace.@Nullable Counted newest, long now) {
        boolean fresh = newest != null && isOfThisRun(newest.snapshot(), current);
        if (fresh) {
            counted = newest;
            late = false; // while the user goes through the timeline, one count follows the other
        }
        OutcomePace.Counted shown = counted;
        boolean ofNow = shown != null && isOfNow(shown.snapshot(), current);
        if (shown != null && (ofNow ? fresh || !visible : fresh && visible)) {
            output.show(shown.outcome());
            visible = true;
        }
        if (ofNow || !visible) {
            late = false;
        } else if (isTooLate(current, now)) {
            visible = false;
            awaited = null;
        }
        if (!visible && awaited != current.dataset()) {
            awaited = current.dataset();
            output.showCounting(awaited.test().count());
        }
        if (current.dataset().plane() == null) {
            showScores(current);
        }
    }

    private boolean isTooLate(Snapshot current, long now) {
        if (!late) {
            late = true;
            lateSince = now;
        }
        OutcomePace.Counted shown = counted;
        boolean otherRun = shown == null || !isOfThisRun(shown.snapshot(), current);
        // Beside a picture, which itself is late, the outcome has time until the next count even then.
        return otherRun && current.dataset().plane() == null || now - lateSince >= GRACE_NANOS;
    }

    /// Other samples of the same classes in the plane are a slider's, and go on being learned.
    private static boolean isOfThisRun(Snapshot shown, Snapshot current) {
        boolean sameData = shown.dataset() == current.dataset() || current.dataset().plane() != null
                && shown.dataset().classNames().equals(current.dataset().classNames());
        return shown.run() == current.run() && sameData;
    }

    /// In training an outcome may be a few steps old.
    private boolean isOfNow(Snapshot shown, Snapshot current) {
        return isOfThisRun(shown, current) && onBench.test(current) && (current.running() || shown.step() == current.step());
    }

    /// Of the outcome that is shown, so that both say the same; before it is counted, of as many samples as the losses.
    private void showScores(Snapshot current) {
        OutcomePace.Counted shown = visible ? counted : null;
        Snapshot of = shown == null ? current : shown.snapshot();
        Dataset data = of.dataset();
        boolean tested = data.test().count() > 0;
        int samples = (tested ? data.test() : data.train()).count();
        Metrics measured = shown == null && !onBench.test(of) ? Metrics.NONE : tested ? of.test() : of.train();
        Outcome outcome = tested && shown != null ? shown.outcome() : null;
        int some = looked(of, samples);
        Scores next = new Scores(data.task(), tested, outcome instanceof Confusion confusion ? confusion.accuracy()
                : measured.accuracy(), outcome == null ? some : outcome.total(), measured.loss(), some, samples);
        if (!next.equals(scores)) {
            scores = next;
            output.show(next);
        }
    }

    /// Samples that the losses are of.
    private int looked(Snapshot of, int samples) {
        Snapshot known = lookedOf;
        if (known == null || known.experiment() != of.experiment() || known.dataset() != of.dataset()) {
            lookedOf = of;
            looked = Glance.samples(of.experiment(), of.dataset(), samples);
        }
        return looked;
    }
}
