package dev.crescent.insight.descent;

import dev.crescent.experiment.Optimizer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One optimizer's way down a function of the plane, from a start until there is a reason to stop.
///
/// The path has the start and the place after each step, so one more than there are steps. Nothing in it is random: the
/// same start has the same path. Used by one thread.
public final class Descent {
    private static final int FIRST_ROOM = 64;

    private final PlaneFunction function;
    private final Optimizer optimizer;
    private final Ball ball;
    private final int most;
    private double[] path = new double[3 * FIRST_ROOM]; // [place][x, y, value]
    private int places;
    private @Nullable DescentStep last;

    /// A ball at its start; it may have no value there and never move.
    ///
    /// @throws IllegalArgumentException if the start is not finite
    public Descent(PlaneFunction function, Optimizer optimizer, PlaneVector start, Limits limits) {
        if (!Double.isFinite(start.x()) || !Double.isFinite(start.y())) {
            throw new IllegalArgumentException("A descent starts at finite numbers, not at " + start);
        }
        this.function = function;
        this.optimizer = optimizer;
        this.ball = new Ball(function, optimizer, start, limits);
        this.most = limits.steps() + 1;
        note();
    }

    public PlaneFunction function() {
        return function;
    }

    public Optimizer optimizer() {
        return optimizer;
    }

    /// Takes a step, unless there is a reason to stop.
    ///
    /// @return whether it did
    public boolean step() {
        if (ball.stop() != null) {
            return false;
        }
        last = ball.step();
        note();
        return true;
    }

    /// Takes up to `count` steps.
    public void steps(int count) {
        int taken = 0;
        while (taken < count && step()) {
            taken++;
        }
    }

    /// How many steps were taken.
    public int count() {
        return places - 1;
    }

    /// Why it does not go on; empty while it does.
    public Optional<Stop> stop() {
        return Optional.ofNullable(ball.stop());
    }

    /// The step taken last; empty at the start.
    public Optional<DescentStep> last() {
        return Optional.ofNullable(last);
    }

    /// Where the ball is; not finite if the step before overflowed.
    public PlaneVector at() {
        return at(count());
    }

    /// The function's value where the ball is; not finite where there is none.
    public double value() {
        return value(count());
    }

    /// Where the ball was after so many steps.
    ///
    /// @param step 0 to [#count()]
    public PlaneVector at(int step) {
        int place = 3 * checked(step);
        return new PlaneVector(path[place], path[place + 1]);
    }

    /// The function's value there.
    ///
    /// @param step 0 to [#count()]
    public double value(int step) {
        return path[3 * checked(step) + 2];
    }

    private int checked(int step) {
        if (step < 0 || step >= places) {
            throw new IllegalArgumentException("The path has steps 0 to " + count() + ", not " + step);
        }
        return step;
    }

    private void note() {
        int place = 3 * places;
        if (place == path.length) {
            path = Arrays.copyOf(path, 3 * Math.min(2 * places, most));
        }
        path[place] = ball.x();
        path[place + 1] = ball.y();
        path[place + 2] = ball.value();
        places++;
    }
}
