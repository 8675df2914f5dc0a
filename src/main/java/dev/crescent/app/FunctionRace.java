package dev.crescent.app;

import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.descent.Limits;
import dev.crescent.insight.descent.Minimum;
import dev.crescent.insight.descent.PlaneFunction;
import dev.crescent.insight.descent.PlaneVector;
import dev.crescent.insight.descent.TestFunction;
import dev.crescent.ui.bars.Choices;
import dev.crescent.ui.landscape.TrackColors;
import java.util.ArrayList;
import java.util.List;

/// Optimizers that run down one function from one start, in step with each other. Nothing in it is random. Used by one
/// thread.
final class FunctionRace {
    static final int MOST = TrackColors.COUNT;
    /// Of a race; after so many the last ones are stopped.
    static final Limits LIMITS = Limits.of(20_000);

    private PlaneFunction function = TestFunction.HIMMELBLAU;
    private PlaneVector start = function.start();
    private List<Minimum> minima = TestFunction.HIMMELBLAU.minima();
    private final List<Racer> racers = new ArrayList<>();
    private int steps;

    /// Plain gradient descent, momentum, RMSprop and Adam on Himmelblau's function, whose four minima make the start
    /// decide.
    FunctionRace() {
        List<Optimizer> all = Choices.optimizers(1);
        for (int kind : new int[] {0, 1, 2, 5}) {
            add(all.get(kind));
        }
    }

    PlaneFunction function() {
        return function;
    }

    PlaneVector start() {
        return start;
    }

    /// Those known of the function, the deepest first.
    List<Minimum> minima() {
        return minima;
    }

    List<Racer> racers() {
        return List.copyOf(racers);
    }

    /// How many steps the race has gone.
    int steps() {
        return steps;
    }

    /// Begins anew on another function, at the start and with the learning rates that suit it, but for rates that the
    /// user has set.
    ///
    /// @param known its minima, empty as long as none are known
    void setFunction(PlaneFunction next, List<Minimum> known) {
        function = next;
        start = next.start();
        minima = known;
        steps = 0;
        for (int i = 0; i < racers.size(); i++) {
            Racer old = racers.get(i);
            Optimizer optimizer = old.hasOwnRate() ? old.optimizer() : UsualRates.with(next, old.optimizer());
            racers.set(i, racer(old.color(), old.letter(), optimizer, old.hasOwnRate()));
        }
    }

    void setMinima(List<Minimum> found) {
        minima = found;
        racers.forEach(racer -> racer.setMinima(found));
    }

    /// Begins anew elsewhere.
    void setStart(PlaneVector next) {
        start = next;
        restart();
    }

    /// Begins elsewhere and goes as many steps as before at once.
    void moveStart(PlaneVector next) {
        start = next;
        for (int i = 0; i < racers.size(); i++) {
            again(i);
        }
    }

    /// Begins anew at the same start.
    void restart() {
        steps = 0;
        for (int i = 0; i < racers.size(); i++) {
            again(i);
        }
    }

    /// Takes one more into the race, at the learning rate that suits the function; it catches up at once.
    void add(Optimizer optimizer) {
        if (racers.size() == MOST) {
            throw new IllegalStateException("A race has at most " + MOST + " optimizers");
        }
        Optimizer fitting = UsualRates.with(function, optimizer);
        racers.add(racer(freeColor(), freeLetter(fitting, -1), fitting, false));
    }

    void remove(int index) {
        racers.remove(index);
    }

    /// Replaces one's settings; it is where it would be had it had them from the start.
    void set(int index, Optimizer optimizer, boolean ownRate) {
        Racer old = racers.get(index);
        boolean kept = Choices.name(optimizer).equals(old.name());
        racers.set(index, racer(old.color(), kept ? old.letter() : freeLetter(optimizer, index), optimizer, ownRate));
    }

    /// All that can go on take a step.
    ///
    /// @return whether any could
    boolean step() {
        boolean moved = false;
        for (Racer racer : racers) {
            moved |= racer.steps(1);
        }
        steps += moved ? 1 : 0;
        return moved;
    }

    /// Whether all have arrived or stopped.
    boolean isDecided() {
        return racers.stream().allMatch(Racer::isDone);
    }

    /// One's place among those that have arrived in a deepest minimum, from 1.
    int place(Racer of) {
        int after = of.standing().steps();
        return 1 + (int) racers.stream().map(Racer::standing)
                .filter(s -> s.state() == Racer.State.ARRIVED && s.steps() < after).count();
    }

    private void again(int index) {
        Racer old = racers.get(index);
        racers.set(index, racer(old.color(), old.letter(), old.optimizer(), old.hasOwnRate()));
    }

    private Racer racer(int color, String letter, Optimizer optimizer, boolean ownRate) {
        Racer racer = new Racer(color, letter, optimizer, ownRate, function, start, minima, LIMITS);
        racer.steps(steps);
        return racer;
    }

    private int freeColor() {
        return Badges.freeColor(racers.stream().map(Racer::color).toList());
    }

    private String freeLetter(Optimizer optimizer, int but) {
        List<String> taken = new ArrayList<>(racers.stream().map(Racer::letter).toList());
        if (but >= 0) {
            taken.remove(but);
        }
        return Badges.freeLetter(optimizer, taken);
    }
}
