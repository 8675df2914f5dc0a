package dev.crescent.insight.descent;

import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.Region;
import org.jspecify.annotations.Nullable;

/// A point that an optimizer moves down a function, step by step. Used by one thread.
final class Ball {
    private final PlaneFunction function;
    private final Limits limits;
    private final Region reach;
    private final double[] gradient = new double[2];
    private StepConstants constants;
    private Memory memoryX = Memory.EMPTY;
    private Memory memoryY = Memory.EMPTY;
    private double x;
    private double y;
    private double value;
    private @Nullable Stop stop;

    Ball(PlaneFunction function, Optimizer optimizer, PlaneVector start, Limits limits) {
        this.function = function;
        this.limits = limits;
        this.reach = limits.reach(function.region());
        this.constants = StepConstants.first(optimizer);
        arrive(start.x(), start.y());
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    /// The function's where the ball is; not finite where there is none.
    double value() {
        return value;
    }

    /// Why the ball does not go on; null while it does.
    @Nullable Stop stop() {
        return stop;
    }

    /// Takes a step; only while there is no reason to stop.
    DescentStep step() {
        WeightStep alongX = WeightStep.of(constants, x, gradient[0], memoryX);
        WeightStep alongY = WeightStep.of(constants, y, gradient[1], memoryY);
        DescentStep step = new DescentStep(value, alongX, alongY);
        memoryX = alongX.after();
        memoryY = alongY.after();
        long number = constants.number();
        constants = constants.next();
        arrive(alongX.next(), alongY.next());
        if (!reach.contains(x, y)) {
            stop = Stop.diverged(number);
        } else if (stop == null && isSmall(gradient[0], gradient[1]) && isSmall(alongX.change(), alongY.change())) {
            stop = Stop.converged(number);
        } else if (stop == null && number >= limits.steps()) {
            stop = Stop.limit(number);
        }
        return step;
    }

    private void arrive(double nextX, double nextY) {
        x = nextX;
        y = nextY;
        value = function.gradient(x, y, gradient);
        if (!Double.isFinite(value)) {
            stop = Stop.noValue(x, y);
        } else if (!Double.isFinite(gradient[0]) || !Double.isFinite(gradient[1])) {
            stop = Stop.noGradient(x, y);
        }
    }

    private boolean isSmall(double a, double b) {
        return Math.abs(a) <= limits.small() && Math.abs(b) <= limits.small();
    }
}
