package dev.crescent.app;

import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.descent.Descent;
import dev.crescent.insight.descent.Limits;
import dev.crescent.insight.descent.Minimum;
import dev.crescent.insight.descent.PlaneFunction;
import dev.crescent.insight.descent.PlaneVector;
import dev.crescent.insight.descent.Stop;
import dev.crescent.ui.bars.Choices;
import dev.crescent.ui.landscape.Track;
import java.util.Arrays;
import java.util.List;

/// One optimizer in a race down a function: its way so far, and where that has led. Used by one thread.
final class Racer {
    /// A ball this close to a minimum is there if it stays, in diagonals of the region.
    static final double NEAR = 0.005;
    private static final int STAY = 20;
    /// Points of the drawn path that are nearer are one, in diagonals.
    private static final double FINE = 0.001;
    private static final int MOST_POINTS = 2000;

    /// What became of it.
    enum State { UNDER_WAY, ARRIVED, LOCAL, STILL, DIVERGED, NO_VALUE, LIMIT }

    /// @param steps after which it was so
    record Standing(State state, int steps) {}

    private final int color;
    private final String letter;
    private final Optimizer optimizer;
    private final boolean ownRate;
    private final Descent descent;
    private final double diagonal;
    private double[] values = new double[64]; // [steps + 1]
    private int known; // places of the path that were looked at
    private float[] a = new float[64];
    private float[] b = new float[64];
    private float[] height = new float[64];
    private int points;
    private double fine;
    private List<Minimum> minima = List.of();
    private int near = -1; // the minimum that it has been at for a while
    private int nearSince;
    private int arrivedAt = -1;
    private int arrivedAfter;

    /// @param ownRate whether the user has set the learning rate
    Racer(int color, String letter, Optimizer optimizer, boolean ownRate, PlaneFunction function, PlaneVector start,
            List<Minimum> minima, Limits limits) {
        this.color = color;
        this.letter = letter;
        this.optimizer = optimizer;
        this.ownRate = ownRate;
        this.descent = new Descent(function, optimizer, start, limits);
        this.diagonal = Math.hypot(function.region().width(), function.region().height());
        this.fine = FINE * diagonal;
        this.minima = minima;
        follow();
    }

    int color() {
        return color;
    }

    String letter() {
        return letter;
    }

    Optimizer optimizer() {
        return optimizer;
    }

    boolean hasOwnRate() {
        return ownRate;
    }

    Descent descent() {
        return descent;
    }

    String name() {
        return Choices.name(optimizer);
    }

    /// The values from the start on, `[at least descent().count() + 1]`; nobody writes into them.
    double[] values() {
        return values;
    }

    /// Takes up to so many steps.
    ///
    /// @return whether it took any
    boolean steps(int count) {
        int before = descent.count();
        descent.steps(count);
        follow();
        return descent.count() > before;
    }

    /// The minima are known from now on: the way so far is judged again.
    void setMinima(List<Minimum> found) {
        minima = found;
        near = -1;
        arrivedAt = -1;
        for (int step = 0; step < known; step++) {
            judge(step, descent.at(step));
        }
    }

    Standing standing() {
        Stop stop = descent.stop().orElse(null);
        int count = descent.count();
        if (arrivedAt >= 0) {
            return new Standing(arrivedAt == 0 || isDeepest() ? State.ARRIVED : State.LOCAL, arrivedAfter);
        }
        return new Standing(stop == null ? State.UNDER_WAY : switch (stop.reason()) {
            case CONVERGED -> State.STILL;
            case DIVERGED -> State.DIVERGED;
            case NO_VALUE, NO_GRADIENT -> State.NO_VALUE;
            case LIMIT -> State.LIMIT;
        }, count);
    }

    /// Whether there is nothing more to wait for.
    boolean isDone() {
        return arrivedAt >= 0 || descent.stop().isPresent();
    }

    private boolean isDeepest() {
        double least = minima.getFirst().value();
        return minima.get(arrivedAt).value() - least <= 1e-9 * (1 + Math.abs(least));
    }

    /// The path with the ball at its end.
    Track track() {
        return new Track(name(), letter, color, Arrays.copyOf(a, points), Arrays.copyOf(b, points),
                Arrays.copyOf(height, points));
    }

    private void follow() {
        if (values.length <= descent.count()) {
            values = Arrays.copyOf(values, Math.max(descent.count() + 1, 2 * values.length));
        }
        for (; known <= descent.count(); known++) {
            PlaneVector at = descent.at(known);
            values[known] = descent.value(known);
            draw(at, values[known]);
            judge(known, at);
        }
        if (descent.stop().isPresent() && near >= 0 && arrivedAt < 0) {
            arrive();
        }
    }

    /// The last point is always where the ball is; the one before it stays if it lies far enough from the one before.
    private void draw(PlaneVector at, double value) {
        boolean replaces = points >= 2 && Math.hypot(a[points - 1] - a[points - 2], b[points - 1] - b[points - 2]) < fine;
        if (!replaces) {
            room();
            points++;
        }
        a[points - 1] = (float) at.x();
        b[points - 1] = (float) at.y();
        height[points - 1] = (float) value;
    }

    private void room() {
        if (points < a.length) {
            return;
        }
        if (points >= MOST_POINTS) {
            for (int i = 1; i < points / 2; i++) {
                a[i] = a[2 * i];
                b[i] = b[2 * i];
                height[i] = height[2 * i];
            }
            points /= 2;
            fine *= 2;
            return;
        }
        a = Arrays.copyOf(a, 2 * points);
        b = Arrays.copyOf(b, 2 * points);
        height = Arrays.copyOf(height, 2 * points);
    }

    private void judge(int step, PlaneVector at) {
        if (arrivedAt >= 0) {
            return;
        }
        double radius = NEAR * diagonal;
        if (near >= 0 && minima.get(near).distance(at) <= radius) {
            if (step - nearSince >= STAY) {
                arrive();
            }
            return;
        }
        near = nearest(at, radius);
        nearSince = step;
    }

    private int nearest(PlaneVector at, double radius) {
        for (int i = 0; i < minima.size(); i++) {
            PlaneVector place = minima.get(i).at();
            boolean maybe = minima.get(i).floor().size() > 1 || Math.abs(place.x() - at.x()) <= radius;
            if (maybe && minima.get(i).distance(at) <= radius) {
                return i;
            }
        }
        return -1;
    }

    private void arrive() {
        arrivedAt = near;
        arrivedAfter = nearSince;
    }
}
