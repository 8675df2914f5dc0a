package dev.crescent.train;

import dev.crescent.engine.Metrics;

/// What is known of a run so far: its number, its history, and what a good state of it is. Used by the trainer's thread
/// alone; everybody sees the snapshots it shows.
final class Chronicle {
    private final Published published;
    private final Baseline baseline = new Baseline();
    private History history = History.EMPTY;
    private long number;

    Chronicle(Published published) {
        this.published = published;
    }

    /// A new run begins.
    void startAnew() {
        number++;
        history = History.EMPTY;
        baseline.restart();
        published.lastGood = null;
    }

    /// The run goes on with another experiment.
    ///
    /// @param mark what changed, a few words; empty for no mark
    void changed(double epoch, String mark) {
        if (!mark.isEmpty()) {
            history = history.marked(epoch, mark);
        }
        baseline.changed();
    }

    /// The run goes on from a snapshot; one of an earlier run makes it another run.
    void returned(Snapshot to) {
        if (to.run() != number) {
            number++;
            published.lastGood = null;
        }
        history = to.history().until(to.epoch());
        baseline.restart(to.train().loss());
    }

    /// Likewise, from a snapshot of this run. Until training goes on, the curves keep what happened since.
    ///
    /// @param show shows the run that goes on
    void returned(Snapshot to, Runnable show) {
        History whole = history;
        returned(to);
        show.run();
        Snapshot shown = published.latest;
        published.latest = shown == null ? null : shown.with(whole);
    }

    /// A run of another day goes on.
    void resumed(Progress from) {
        startAnew();
        History known = from.history();
        history = known;
        if (known.size() > 0) {
            baseline.restart(known.trainLoss(known.size() - 1));
        }
    }

    /// Adds a row to the history and shows a snapshot with it.
    ///
    /// @param diverged whether training went astray
    /// @param samplesPerSecond 0 while paused
    void show(Run run, Metrics train, Metrics test, boolean diverged, double samplesPerSecond, boolean running) {
        history = history.with(run.epoch(), train.loss(), test.loss(), train.accuracy(), test.accuracy());
        Snapshot snapshot = new Snapshot(run.experiment(), run.dataset(), number, run.step(), run.epoch(),
                run.parameters(), run.optimizerState(), train, test, samplesPerSecond, running, history);
        if (baseline.isGood(train.loss(), diverged, !run.hasSamples(), snapshot.parameters())) {
            published.lastGood = snapshot;
        }
        published.latest = snapshot;
    }
}
