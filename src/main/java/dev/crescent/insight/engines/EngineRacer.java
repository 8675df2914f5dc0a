package dev.crescent.insight.engines;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.Part;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One engine in a race, with its run. Used by one thread.
final class EngineRacer implements AutoCloseable {
    private final Engine engine;
    private final Experiment experiment;
    private final Dataset dataset;
    private final Effort effort;
    private final Consumer<Throwable> onFailure;
    private final List<Double> rates = new ArrayList<>(); // of each round
    private EngineLane lane;
    private @Nullable Run run;

    /// @param onFailure told of errors in the program itself
    EngineRacer(Engine engine, Experiment experiment, Dataset dataset, Effort effort, Consumer<Throwable> onFailure) {
        this.engine = engine;
        // Of one engine alone, that one is chosen for it.
        this.experiment = experiment.withDevice(Device.AUTO);
        this.dataset = dataset;
        this.effort = effort;
        this.onFailure = onFailure;
        this.lane = EngineLane.waiting(engine.id());
    }

    EngineLane lane() {
        return lane;
    }

    /// Makes the engine ready, warms it up, and opens its run at the start.
    ///
    /// @param told called when the lane says something else
    void open(Stopwatch watch, Runnable told) {
        guarded(() -> {
            if (dataset.train().count() == 0) {
                out("There are no training samples to race on yet");
                return;
            }
            EngineNews news = EngineNews.of(engine);
            if (!news.usable()) {
                out(news.words());
                return;
            }
            say(EngineLane.State.PREPARING, news.words(), told);
            try (Run warm = start(watch, told)) {
                say(EngineLane.State.WARMING_UP, news.words(), told);
                watch.warmUp(() -> warm.train(Long.MAX_VALUE), effort.sliceNanos() / 2, effort.warmUpNanos());
            }
            run = start(watch, told);
            measure();
            // What had to be made ready for it is ready now.
            say(EngineLane.State.RACING, EngineNews.of(engine).words(), told);
        });
    }

    private Run start(Stopwatch watch, Runnable told) throws TrainingException {
        return Run.start(experiment, dataset, new Engines(List.of(engine)), (what, share) -> {
            if (watch.stopped().getAsBoolean()) {
                throw new CancellationException(what);
            }
            say(EngineLane.State.PREPARING, what + String.format(Locale.ROOT, ": %.0f %%", 100 * share), told);
        });
    }

    private void say(EngineLane.State state, String words, Runnable told) {
        lane = lane.with(state, words);
        told.run();
    }

    /// Trains for one slice; nothing for who is out.
    void race(Stopwatch watch) {
        Run racing = run;
        if (racing == null) {
            return;
        }
        guarded(() -> {
            double rate = watch.slice(() -> racing.train(Long.MAX_VALUE), effort.sliceNanos()).rate();
            if (watch.stopped().getAsBoolean()) {
                return; // a slice that was cut short says little
            }
            // What fails may have left the work to another engine, whose speed this is not.
            EngineNews news = EngineNews.of(engine);
            if (!news.usable()) {
                out(news.words());
                return;
            }
            if (racing.isElsewhere()) {
                out(EngineNews.WENT_ELSEWHERE);
                return;
            }
            rates.add(rate);
            lane = new EngineLane(lane.id(), lane.state(), lane.words(), Medians.of(rates), Collections.min(rates),
                    Collections.max(rates), rate, lane.epoch(), lane.loss());
            measure();
        });
    }

    /// Not part of what is timed.
    private void measure() {
        Run racing = run;
        if (racing == null) {
            return;
        }
        Metrics metrics = racing.glance(Part.TRAINING);
        lane = new EngineLane(lane.id(), lane.state(), lane.words(), lane.rate(), lane.low(), lane.high(), lane.latest(),
                racing.epoch(), metrics.loss());
        Optional<String> astray = racing.divergence(metrics);
        if (astray.isPresent()) {
            out(astray.get());
        }
    }

    /// All rounds are over.
    void end() {
        if (!lane.isDone()) {
            lane = lane.with(EngineLane.State.DONE, lane.words());
        }
    }

    private void out(String why) {
        close();
        lane = lane.with(EngineLane.State.OUT, why);
    }

    /// Work that may end the race for this engine.
    private interface Work {
        void run() throws TrainingException;
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (TrainingException e) {
            out(String.valueOf(e.getMessage()));
        } catch (CancellationException e) {
            lane = EngineLane.waiting(engine.id()); // nobody wants to know any more
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            out("It failed (" + e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()) + ")");
            onFailure.accept(e);
        }
    }

    @Override
    public void close() {
        Run racing = run;
        run = null;
        if (racing != null) {
            racing.close();
        }
    }
}
