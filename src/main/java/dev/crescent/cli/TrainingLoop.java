package dev.crescent.cli;

import dev.crescent.engine.Metrics;
import dev.crescent.engine.Part;
import dev.crescent.train.Run;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A run from its start to its last epoch, or to where its weights are no numbers any more. Whether the loss exploded is
/// judged at the end alone: else it would depend on who watches, and how often that measures.
final class TrainingLoop {
    /// Of the time that somebody watches, at most one part in so many goes into measuring the loss for the bar.
    private static final long EVALUATION_SHARE = 10;

    private final Run run;
    private final @Nullable EpochWatcher watcher;
    private final ProgressBar bar;
    private final BooleanSupplier stopped;
    private Metrics train;
    private Metrics test;
    private Optional<String> divergence = Optional.empty();
    private long samples;
    private long nanos;
    private long evaluatedAt = System.nanoTime();
    private long evaluation;

    TrainingLoop(Run run, @Nullable EpochWatcher watcher, ProgressBar bar) {
        this(run, watcher, bar, () -> false);
    }

    /// @param stopped whether to stop after the current step
    TrainingLoop(Run run, @Nullable EpochWatcher watcher, ProgressBar bar, BooleanSupplier stopped) {
        this.run = run;
        this.watcher = watcher;
        this.bar = bar;
        this.stopped = stopped;
        this.train = run.evaluate(Part.TRAINING);
        this.test = run.evaluate(Part.TEST);
    }

    void toTheEnd(int epochs) throws BadInputException {
        report();
        while (run.epochsDone() < epochs && divergence.isEmpty() && !stopped.getAsBoolean()) {
            epoch(epochs);
            if (EpochWatcher.isWithin(run)) {
                break;
            }
            boolean last = run.epochsDone() == epochs || run.broken();
            boolean wanted = last || watcher != null && watcher.wants(run.epochsDone());
            boolean due = bar.due();
            if (wanted || due && System.nanoTime() - evaluatedAt >= EVALUATION_SHARE * evaluation) {
                evaluate();
            }
            if (last) {
                divergence = run.divergence(train);
            }
            if (due) {
                bar.draw(run.epoch(), epochs, train.loss());
            }
            if (wanted) {
                report();
            }
        }
        bar.erase();
    }

    /// Why training stopped early, as a sentence; empty if it did not.
    Optional<String> divergence() {
        return divergence;
    }

    /// `100 epochs: training loss 0.0123, test loss 0.0145, training accuracy 99.6 %, ..., 1234567 samples/s, cpu`
    String summary() {
        StringJoiner parts = new StringJoiner(", ");
        parts.add("training loss " + Numbers.loss(train.loss()));
        if (run.dataset().test().count() > 0) {
            parts.add("test loss " + Numbers.loss(test.loss()));
        }
        if (!Double.isNaN(train.accuracy())) {
            parts.add("training accuracy " + Numbers.percent(train.accuracy()));
        }
        if (!Double.isNaN(test.accuracy())) {
            parts.add("test accuracy " + Numbers.percent(test.accuracy()));
        }
        if (nanos > 0) {
            parts.add(String.format(Locale.ROOT, "%.0f samples/s", samples * 1e9 / nanos));
        }
        long epochs = run.epochsDone();
        return epochs + (epochs == 1 ? " epoch: " : " epochs: ") + parts.add(engine());
    }

    private String engine() {
        return run.engine().id() + (run.isElsewhere() ? " until it failed" : "");
    }

    /// To the end of the epoch, to the step that broke the weights, or to the one at which it is stopped.
    private void epoch(int epochs) {
        do {
            long before = System.nanoTime();
            samples += run.train(Long.MAX_VALUE);
            nanos += System.nanoTime() - before;
            if (!run.atEpochStart() && bar.due()) {
                bar.draw(run.epoch(), epochs, train.loss());
            }
        } while (EpochWatcher.isWithin(run) && !stopped.getAsBoolean());
    }

    private void evaluate() {
        long before = System.nanoTime();
        train = run.evaluate(Part.TRAINING);
        test = run.evaluate(Part.TEST);
        evaluatedAt = System.nanoTime();
        evaluation = evaluatedAt - before;
    }

    private void report() throws BadInputException {
        if (watcher != null) {
            watcher.measured(run, (long) Math.ceil(run.epoch()), train, test, nanos * 1e-9);
        }
    }
}
