package dev.crescent.train;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.data.OwnSamples;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.Part;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Source;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a [Trainer]'s thread works on: the run, its pace and what is published of it. Used by that thread alone.
final class TrainerState {
    private final Announcer announcer;
    private final RunOpener opener;
    private final Published published;
    private final Chronicle chronicle;
    private final Pace pace = new Pace();
    private final Goal goal = new Goal();
    private final Rhythm rhythm = new Rhythm();

    private @Nullable Run run;
    private StopCondition stop = StopCondition.NEVER; // as it was asked for
    private StopCondition limits = StopCondition.NEVER; // what is left of it
    private boolean running;

    TrainerState(Engines engines, Path base, Published published) {
        this(engines, base, published, Datasets::loadOrAwait);
    }

    TrainerState(Engines engines, Path base, Published published, RunOpener.Loader loader) {
        this.announcer = new Announcer(published);
        this.opener = new RunOpener(engines, base, announcer, loader);
        this.published = published;
        this.chronicle = new Chronicle(published);
    }

    void obey(Command command) {
        switch (command) {
            case Command.Go _ -> go();
            case Command.Pause _ -> pause();
            case Command.Step _ -> {
                goal.step();
                start();
            }
            case Command.Epoch _ -> {
                goal.epoch(run == null ? 0 : run.epochsDone());
                start();
            }
            case Command.Reset _ -> reset();
            case Command.StartFrom from -> opener.setStart(from.parameters());
            case Command.Speed speed -> pace.set(speed.stepsPerSecond(), System.nanoTime());
            case Command.StopAt at -> {
                stop = at.condition();
                limits = stop;
            }
            case Command.Become become -> become(become.experiment(), become.mark());
            case Command.SetParameter set -> setParameter(set.index(), set.value());
            case Command.Load load -> load(load.parameters());
            case Command.Teach teach -> teach(teach.own(), teach.learn());
            case Command.Return back -> goBack(back.snapshot(), back.experiment());
            case Command.Resume resume -> resume(resume.progress(), resume.experiment());
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
            return withoutSamples(current);
        }
        long now = System.nanoTime();
        long wait = goal.isSteps() ? 0 : pace.untilNext(now);
        if (wait > 0) {
            publishIfDue(current, now, wait);
            return idle(current);
        }
        if (steps(current, now, now + nanos)) {
            publish(current, true);
        } else {
            publishIfDue(current, System.nanoTime(), 0);
        }
        return idle(current);
    }

    /// Images may have come since they were looked for last.
    private long withoutSamples(Run current) {
        boolean images = current.experiment().data().source() instanceof Source.Images;
        boolean possible = !images || become(current.experiment(), "");
        if (run != null && run.hasSamples()) {
            pace.start(System.nanoTime());
            return 0;
        }
        pause();
        if (possible) {
            published.tell(Notice.Kind.STOPPED, images
                    ? "There are no images yet: download them, or choose the folder that holds them."
                    : "There are no training samples yet: paint points or choose a data set.");
        }
        return Long.MAX_VALUE;
    }

    private long idle(Run current) {
        if (!running) {
            return Long.MAX_VALUE;
        }
        long now = System.nanoTime();
        return goal.isSteps() ? 0 : Math.min(pace.untilNext(now), rhythm.untilNext(current.step(), now));
    }

    /// @return whether to pause
    private boolean steps(Run current, long now, long end) {
        long due = goal.isSteps() ? goal.stepsLeft() : pace.due(now);
        long done = 0;
        long samples = 0;
        boolean finished = isFinished(current);
        while (done < due && !finished) {
            long before = current.step();
            samples += current.train(due - done);
            long taken = current.step() - before;
            done += taken;
            finished = isFinished(current);
            // The clock is slow beside the smallest steps, and the largest take longer than a slice, as may some at once.
            if ((taken > 1 || (done & 7) == 0 || Long.bitCount(done) == 1) && System.nanoTime() >= end) {
                break;
            }
        }
        pace.took(done, samples, System.nanoTime());
        goal.took(done);
        return finished || goal.reached(current.epochsDone());
    }

    private boolean isFinished(Run current) {
        long epochs = current.epochsDone();
        return current.broken() || goal.reached(epochs) || (goal.isOnAndOn() && limits.reached(epochs));
    }

    private void go() {
        goal.onAndOn();
        Snapshot now = published.latest;
        // Whoever presses Run after the last epoch wants to go on, not to be stopped at once.
        limits = run == null || now == null ? stop : stop.beyond(run.epochsDone(), now.train(), now.test());
        start();
    }

    private void start() {
        running = true;
        pace.start(System.nanoTime());
    }

    private void pause() {
        if (run != null) {
            publish(run, true);
        }
        halt();
    }

    private void halt() {
        running = false;
        goal.onAndOn();
        pace.stop();
    }

    private void reset() {
        Run current = run;
        if (current != null) {
            refusing(() -> startAnew(opener.start(current.experiment(), current.dataset(), current)));
        }
    }

    /// @return whether it could be
    private boolean become(Experiment next, String mark) {
        return refusing(() -> {
            Run before = run;
            Dataset data = opener.data(next, before);
            Change change = before == null ? Change.RESET
                    : Change.between(before.experiment(), before.dataset(), next, data);
            if (before == null || change == Change.RESET) {
                startAnew(opener.start(next, data, before));
            } else {
                goOn(before, opener.after(before, next, data, change), change, mark);
            }
        });
    }

    private void startAnew(Run after) {
        chronicle.startAnew();
        limits = stop;
        goal.restart();
        pace.start(System.nanoTime());
        replace(after);
    }

    private void goOn(Run before, Run after, Change change, String mark) {
        // The same experiment again, with a mark, is the end of a gesture.
        boolean marked = change != Change.NONE || after.experiment().equals(before.experiment());
        chronicle.changed(before.epoch(), marked && before.step() > 0 ? mark : "");
        replace(after);
    }

    private void replace(Run after) {
        if (run != null) {
            run.close();
        }
        run = after;
        publish(after, false);
    }

    private void setParameter(int index, float value) {
        float[] parameters = run == null ? new float[0] : run.parameters();
        if (run == null || index < 0 || index >= parameters.length || !Float.isFinite(value)) {
            published.tell(Notice.Kind.REFUSED, Float.isFinite(value)
                    ? "The network does not have that weight any more; nothing was changed."
                    : "A weight must be a finite number, is " + value + "; nothing was changed.");
            return;
        }
        parameters[index] = value;
        run.load(parameters);
        publish(run, false);
    }

    private void load(float[] parameters) {
        if (run == null || parameters.length != run.parameters().length) {
            published.tell(Notice.Kind.REFUSED, "The weights are those of another network; nothing was changed.");
            return;
        }
        run.load(parameters);
        publish(run, false);
    }

    private void teach(OwnSamples own, boolean learn) {
        opener.setOwn(own);
        Run before = run;
        if (before == null || before.dataset().train().count() == 0 || !own.fit(before.dataset())) {
            return;
        }
        refusing(() -> {
            Run after = opener.after(before, before.experiment(), before.dataset().with(own), Change.HOT);
            if (learn && own.count() > 0) {
                after.learnOwn();
            }
            replace(after);
        });
    }

    private void goBack(Snapshot snapshot, Experiment experiment) {
        refusing(() -> {
            Dataset data = opener.data(experiment, snapshot, run);
            Change change = Change.between(snapshot.experiment(), snapshot.dataset(), experiment, data);
            if (change == Change.RESET) {
                throw new TrainingException("The snapshot's weights do not fit this experiment; return to the snapshot's"
                        + " own network and inputs.");
            }
            Run after = opener.at(snapshot, experiment, data, change);
            halt();
            chronicle.returned(snapshot);
            replace(after);
        });
    }

    private void resume(Progress progress, Experiment experiment) {
        boolean resumed = refusing(() -> {
            Run after = opener.at(progress, experiment, run);
            halt();
            chronicle.resumed(progress);
            replace(after);
        });
        if (!resumed && run == null) {
            become(experiment, "");
        }
    }

    private void publishIfDue(Run current, long now, long idle) {
        if (rhythm.isDue(current.step(), now, idle)) {
            publish(current, false);
        }
    }

    /// Measures and publishes. Pauses when training went astray or has reached what it was to reach.
    ///
    /// @param finished whether to pause anyway
    private void publish(Run current, boolean finished) {
        long start = System.nanoTime();
        Metrics train = current.glance(Part.TRAINING);
        Metrics test = current.glance(Part.TEST);
        Optional<String> diverged = running ? current.divergence(train) : Optional.empty();
        Optional<String> met = running && goal.isOnAndOn() ? limits.met(current.epochsDone(), train, test)
                : Optional.empty();
        if (finished || diverged.isPresent() || met.isPresent()) {
            halt();
        }
        chronicle.show(current, train, test, diverged.isPresent(),
                running ? pace.samplesPerSecond(System.nanoTime()) : 0, running);
        rhythm.published(current.step(), start, System.nanoTime());
        if (diverged.isPresent()) {
            backToLastGood(current);
            published.tell(Notice.Kind.DIVERGED, diverged.get());
        } else {
            met.ifPresent(text -> published.tell(Notice.Kind.STOPPED, text));
        }
    }

    /// Weights that went astray are of no use to anybody.
    private void backToLastGood(Run astray) {
        Snapshot good = published.lastGood;
        Change change = good == null ? Change.RESET
                : Change.between(good.experiment(), good.dataset(), astray.experiment(), astray.dataset());
        if (good == null || change == Change.RESET) {
            return;
        }
        refusing(() -> {
            Run after = opener.at(good, astray.experiment(), astray.dataset(), change);
            chronicle.returned(good, () -> replace(after));
        });
    }

    /// Something that an experiment or its data may forbid.
    private interface Attempt {
        void run() throws DataException, TrainingException;
    }

    /// What was refused leaves everything as it was.
    ///
    /// @return whether it was not
    private boolean refusing(Attempt attempt) {
        try {
            attempt.run();
            String missed = opener.missedEngine();
            if (!missed.isEmpty()) {
                published.tell(Notice.Kind.FELL_BACK, missed);
            }
            return true;
        } catch (DataException | TrainingException e) {
            published.tell(Notice.Kind.REFUSED, String.valueOf(e.getMessage()));
            return false;
        }
    }

    /// Pauses after an error in the trainer itself; the snapshot before stays.
    void fail(Throwable error) {
        halt();
        Snapshot last = published.latest;
        published.latest = last == null ? null : last.paused();
        published.tell(Notice.Kind.FAILED, error instanceof OutOfMemoryError
                ? "There is too little memory for this network and data; the last state is kept. Make them smaller."
                : "Training stopped by an error in Crescent itself (" + error.getClass().getSimpleName()
                        + "); the last state is kept.");
    }

    /// Ends what takes long, from any thread.
    void cancel() {
        announcer.cancel();
    }

    void close() {
        if (run != null) {
            run.close();
        }
    }
}
