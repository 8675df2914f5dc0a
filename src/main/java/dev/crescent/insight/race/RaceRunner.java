package dev.crescent.insight.race;

import dev.crescent.engine.Metrics;
import dev.crescent.engine.Part;
import dev.crescent.experiment.Device;
import dev.crescent.insight.landscape.PathPoint;
import dev.crescent.insight.landscape.PathRecorder;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import org.jspecify.annotations.Nullable;

/// One optimizer on its way: a training run of its own, and the record of it. Used by one thread.
final class RaceRunner implements AutoCloseable {
    /// A path of more parameters takes more memory than there is to spare.
    static final int MOST_PARAMETERS = 1_000_000;
    /// Of one racer's path.
    private static final int MOST_POINTS = 200;
    private static final long MOST_BYTES = 16L << 20;
    /// So many times the usual time no step takes by itself.
    private static final double INTERRUPTED = 4;
    /// How fast what is usual follows: by so much a step.
    private static final double DRIFT = 0.05;

    private final Entrant entrant;
    private final RaceTerms terms;
    private final Run run;
    private final int every;
    private final PathRecorder path = new PathRecorder(MOST_POINTS, MOST_BYTES);
    private Course course = Course.begun();
    private double nanos;
    private double typical; // nanoseconds of a step: half of the steps take less
    private @Nullable Finish finish;
    private @Nullable Arrival arrival;
    private String lost = "";

    /// @param every steps between two measurements
    /// @throws TrainingException if this cannot be trained
    RaceRunner(Entrant entrant, RaceTerms terms, Engines engines, int every) throws TrainingException {
        this.entrant = entrant;
        this.terms = terms;
        this.every = every;
        // The default engine is the fastest there is here, and never missing.
        this.run = Run.start(terms.with(entrant.optimizer()).withDevice(Device.AUTO), terms.atStart(), engines);
        measure();
    }

    Entrant entrant() {
        return entrant;
    }

    int parameters() {
        return run.layout().size();
    }

    long step() {
        return run.step();
    }

    boolean isDone() {
        return arrival != null || isLost();
    }

    boolean isLost() {
        return !lost.isEmpty();
    }

    void step(Finish at) {
        long before = System.nanoTime();
        run.train();
        time(System.nanoTime() - before);
        if (run.step() % every == 0 || run.broken()) {
            measure();
            judge(at);
        }
    }

    /// A step that took far longer than usual was interrupted by something else on this machine: it counts as a usual one.
    private void time(double taken) {
        typical = typical == 0 ? taken : typical * (taken > typical ? 1 + DRIFT : 1 - DRIFT);
        nanos += taken > INTERRUPTED * typical ? typical : taken;
    }

    /// Measuring changes nothing in training, and its time is not the optimizer's.
    private void measure() {
        Metrics train = run.glance(Part.TRAINING);
        Metrics test = run.dataset().test().count() == 0 ? Metrics.NONE : run.glance(Part.TEST);
        double accuracy = Double.isNaN(test.accuracy()) ? train.accuracy() : test.accuracy();
        course = course.and(run.step(), train.loss(), accuracy, nanos * 1e-9);
        lost = run.divergence(train).orElse("");
        if (!isLost() && run.layout().size() <= MOST_PARAMETERS) {
            path.add(0, new PathPoint(run.step(), train.loss(), test.loss(), run.parameters()));
        }
    }

    /// Judges by a finish: by another than before the whole way, else what is new.
    void judge(Finish by) {
        boolean same = by.equals(finish);
        if (!same) {
            finish = by;
            arrival = null;
        }
        int at = arrival != null ? -1 : course.arrival(by, same ? course.count() - 1 : 0);
        if (at >= 0) {
            long step = (long) course.steps()[at];
            arrival = new Arrival(step, (double) step / terms.stepsPerEpoch(), course.seconds()[at]);
        }
    }

    Standing standing() {
        return new Standing(entrant, run.step(), run.epoch(), course, path.path(), arrival, lost);
    }

    @Override
    public void close() {
        run.close();
    }
}
