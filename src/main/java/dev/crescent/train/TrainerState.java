package dev.crescent.train;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Part;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.InvalidSettingException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a [Trainer]'s thread works on: the run, its pace and what is published of it. Used by that thread alone.
final class TrainerState {
    /// A snapshot at most this often: a little more than a fast screen shows.
    private static final long PUBLISH_NANOS = 12_000_000;
    /// Publishing may take this share of the time, evaluation included.
    private static final double PUBLISH_SHARE = 0.08;

    private final Engines engines;
    private final Path base;
    private final Consumer<Snapshot> publisher;
    private final Consumer<Snapshot> good;
    private final Pace pace = new Pace();

    private @Nullable Run run;
    private History history = History.EMPTY;
    private StopCondition stop = StopCondition.NEVER;
    private @Nullable Notice notice;
    private long notices;
    private long runs;
    private boolean running;
    private long stepsLeft = Long.MAX_VALUE;
    private boolean toEpochEnd;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private long publishedAt;
    private long publishCost;

    TrainerState(Engines engines, Path base, Consumer<Snapshot> publisher, Consumer<Snapshot> good) {
        this.engines = engines;
        this.base = base;
        this.publisher = publisher;
        this.good = good;
    }

    void obey(Command command) {
        switch (command) {
            case Command.Go _ -> go(Long.MAX_VALUE, false);
            case Command.Pause _ -> pause();
            case Command.Step _ -> go(1, false);
            case Command.Epoch _ -> go(Long.MAX_VALUE, true);
            case Command.Reset _ -> reset();
            case Command.Speed speed -> pace.set(speed.stepsPerSecond());
            case Command.StopAt at -> stop = at.condition();
            case Command.Become become -> become(become.experiment(), become.mark());
            case Command.SetParameter set -> setParameter(set.index(), set.value());
            case Command.Return back -> goBack(back.snapshot(), back.experiment());
        }
    }

    /// Trains for at most so long, if there is anything to do.
    ///
    /// @return nanoseconds until there is more to do; 0 for at once
    long work(long nanos) {
        Run current = run;
        if (current == null || !running) {
            return Long.MAX_VALUE;
        }
        if (!current.hasSamples()) {
            tell(Notice.Kind.STOPPED, "There are no training samples yet: paint points or choose a data set.");
            pause();
            return Long.MAX_VALUE;
        }
        long now = System.nanoTime();
        long wait = pace.untilNext(now);
        if (wait > 0) {
            publishIfDue(current, now);
            return wait;
        }
        boolean finished = steps(current, now, now + nanos);
        publishIfDue(current, System.nanoTime());
        if (finished) {
            pause();
        }
        return running ? pace.untilNext(System.nanoTime()) : Long.MAX_VALUE;
    }

    /// @return whether what was asked for is done
    private boolean steps(Run current, long now, long end) {
        long due = Math.min(stepsLeft, pace.due(now));
        long done = 0;
        long samples = 0;
        boolean finished = false;
        while (done < due && !finished) {
            samples += current.train();
            done++;
            finished = current.broken() || (toEpochEnd && current.atEpochStart()) || reachedEpochs(current);
            if ((done & 7) == 0 && System.nanoTime() >= end) {
                break;
            }
        }
        pace.took(done, samples, System.nanoTime());
        if (stepsLeft != Long.MAX_VALUE) {
            stepsLeft -= done;
        }
        return finished || stepsLeft == 0;
    }

    private boolean reachedEpochs(Run current) {
        return stop.epochs() > 0 && current.atEpochStart() && current.epochsDone() >= stop.epochs();
    }

    private void go(long steps, boolean epoch) {
        running = true;
        stepsLeft = steps;
        toEpochEnd = epoch;
        pace.start(System.nanoTime());
        if (run != null && steps == Long.MAX_VALUE && !epoch && reachedEpochs(run)) {
            // Whoever presses Run after the last epoch wants to go on, not to be stopped at once.
            stop = new StopCondition(0, stop.loss(), stop.accuracy());
        }
    }

    private void pause() {
        running = false;
        pace.stop();
        if (run != null) {
            publish(run, System.nanoTime());
        }
    }

    private void reset() {
        if (run != null) {
            become(run.experiment(), run.dataset(), Change.RESET, "");
        }
    }

    private void become(Experiment next, String mark) {
        try {
            Run before = run;
            Dataset data = before != null && sameData(before.experiment(), next) ? before.dataset()
                    : Datasets.load(next.data(), next.features(), base);
            become(next, data, before == null ? Change.RESET
                    : Change.between(before.experiment(), before.dataset(), next, data), mark);
        } catch (DataException e) {
            tell(Notice.Kind.REFUSED, String.valueOf(e.getMessage()));
        }
    }

    private static boolean sameData(Experiment before, Experiment next) {
        return before.data().equals(next.data()) && before.features().equals(next.features());
    }

    private void become(Experiment next, Dataset data, Change change, String mark) {
        Run before = run;
        try {
            Run after = Run.start(next, data, engines);
            if (before != null && change != Change.RESET) {
                OptimizerState memory = before.optimizerState();
                after.goOn(before.parameters(), change == Change.OPTIMIZER ? memory.forgotten() : memory,
                        before.step(), before.epoch());
                history = mark.isEmpty() || before.step() == 0 ? history : history.marked(before.epoch(), mark);
            } else {
                startAnew();
            }
            if (before != null) {
                before.close();
            }
            run = after;
            publish(after, System.nanoTime());
        } catch (TrainingException | InvalidSettingException e) {
            tell(Notice.Kind.REFUSED, String.valueOf(e.getMessage()));
        }
    }

    private void startAnew() {
        runs++;
        history = History.EMPTY;
        bestLoss = Double.POSITIVE_INFINITY;
        pace.start(System.nanoTime());
    }

    private void setParameter(int index, float value) {
        if (run != null) {
            float[] parameters = run.parameters();
            parameters[index] = value;
            run.load(parameters);
            publish(run, System.nanoTime());
        }
    }

    private void goBack(Snapshot snapshot, Experiment experiment) {
        try {
            Run after = Run.start(experiment, snapshot.dataset(), engines);
            after.goOn(snapshot.parameters(), snapshot.optimizer(), snapshot.step(), snapshot.epoch());
            if (run != null) {
                run.close();
            }
            run = after;
            running = false;
            history = snapshot.history().until(snapshot.epoch());
            bestLoss = snapshot.train().loss();
            publish(after, System.nanoTime());
        } catch (TrainingException e) {
            tell(Notice.Kind.REFUSED, String.valueOf(e.getMessage()));
        }
    }

    private void publishIfDue(Run current, long now) {
        long interval = Math.max(PUBLISH_NANOS, (long) (publishCost / PUBLISH_SHARE));
        if (running && now - publishedAt >= interval) {
            publish(current, now);
        }
    }

    private void publish(Run current, long now) {
        Metrics train = current.evaluate(Part.TRAINING);
        Metrics test = current.evaluate(Part.TEST);
        history = history.with(current.epoch(), train.loss(), test.loss(), train.accuracy(), test.accuracy());
        if (running) {
            check(current, train, test);
        }
        Snapshot snapshot = new Snapshot(current.experiment(), current.dataset(), runs, current.step(),
                current.epoch(), current.parameters(), current.optimizerState(), train, test,
                running ? pace.samplesPerSecond(now) : 0, running, history, notice);
        bestLoss = Math.min(bestLoss, train.loss());
        if (train.loss() <= 2 * bestLoss) {
            good.accept(snapshot);
        }
        publisher.accept(snapshot);
        publishedAt = System.nanoTime();
        publishCost = publishedAt - now;
    }

    /// Pauses when training went astray or has reached what it was to reach.
    private void check(Run current, Metrics train, Metrics test) {
        Optional<String> diverged = current.divergence(train);
        Optional<String> met = stop.met(current.epochsDone(), train, test);
        if (diverged.isPresent()) {
            running = false;
            number(Notice.Kind.DIVERGED, diverged.get());
        } else if (met.isPresent() && stepsLeft == Long.MAX_VALUE && !toEpochEnd) {
            running = false;
            number(Notice.Kind.STOPPED, met.get());
        }
    }

    /// Pauses after an error in the trainer itself; the snapshot before stays.
    void fail(Throwable error) {
        running = false;
        tell(Notice.Kind.FAILED, "Training stopped by an error in Crescent itself ("
                + error.getClass().getSimpleName() + "); the last state is kept.");
    }

    private void tell(Notice.Kind kind, String text) {
        number(kind, text);
        if (run != null) {
            publish(run, System.nanoTime());
        } else if (kind == Notice.Kind.REFUSED) {
            throw new IllegalStateException(text);
        }
    }

    private void number(Notice.Kind kind, String text) {
        notice = new Notice(++notices, kind, text);
    }

    void close() {
        if (run != null) {
            run.close();
        }
    }
}
