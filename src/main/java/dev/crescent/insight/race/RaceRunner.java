package dev.crescent.insight.race;

import dev.crescent.engine.Metrics;
import dev.crescent.insight.landscape.PathPoint;
import dev.crescent.insight.landscape.PathRecorder;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The record of one optimizer on its way. Used by one thread.
final class RaceRunner {
    /// A path of more parameters takes more memory than there is to spare.
    static final int MOST_PARAMETERS = 1_000_000;
    /// Of one racer's path.
    private static final int MOST_POINTS = 200;
    private static final long MOST_BYTES = 16L << 20;
    /// So many times the usual time no step takes by itself.
    private static final double INTERRUPTED = 4;
    /// How fast what is usual follows: by so much each time.
    private static final double DRIFT = 0.05;

    private final Entrant entrant;
    private final RaceTerms terms;
    private final PathRecorder path = new PathRecorder(MOST_POINTS, MOST_BYTES);
    private Course course = Course.begun();
    private long step;
    private double epoch;
    private double nanos;
    private double typical; // nanoseconds of a step: half of the times it takes less
    private @Nullable Finish finish;
    private @Nullable Arrival arrival;
    private String lost = "";

    RaceRunner(Entrant entrant, RaceTerms terms) {
        this.entrant = entrant;
        this.terms = terms;
    }

    Entrant entrant() {
        return entrant;
    }

    boolean isDone() {
        return arrival != null || isLost();
    }

    boolean isLost() {
        return !lost.isEmpty();
    }

    /// Some steps were taken.
    ///
    /// @param nowStep steps done, and `nowEpoch` epochs
    /// @param steps that were taken
    /// @param nanosPerStep that each of them took
    void took(long nowStep, double nowEpoch, int steps, double nanosPerStep) {
        step = nowStep;
        epoch = nowEpoch;
        time(steps, nanosPerStep);
    }

    /// A step that took far longer than usual was interrupted by something else on this machine: it counts as a usual one.
    private void time(int steps, double each) {
        typical = typical == 0 ? each : typical * (each > typical ? 1 + DRIFT : 1 - DRIFT);
        nanos += steps * (each > INTERRUPTED * typical ? typical : each);
    }

    /// Where it is was measured.
    ///
    /// @param size how many parameters it has
    /// @param parameters gives a copy of them
    /// @param divergence why it went astray, as a sentence, by its loss at the start; empty if it did not
    void measured(Metrics train, Metrics test, int size, Supplier<float[]> parameters, DoubleFunction<String> divergence) {
        double accuracy = Double.isNaN(test.accuracy()) ? train.accuracy() : test.accuracy();
        course = course.and(step, train.loss(), accuracy, nanos * 1e-9);
        lost = divergence.apply(course.loss()[0]);
        if (!isLost() && size <= MOST_PARAMETERS) {
            path.add(0, new PathPoint(step, train.loss(), test.loss(), parameters.get()));
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
        return new Standing(entrant, step, epoch, course, path.path(), arrival, lost);
    }
}
