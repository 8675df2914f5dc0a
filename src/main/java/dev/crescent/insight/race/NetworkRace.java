package dev.crescent.insight.race;

import dev.crescent.engine.Cost;
import dev.crescent.engine.Engine;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.experiment.Device;
import dev.crescent.train.Engines;
import dev.crescent.train.Glance;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Optimizers that train the same network from the same start on the same mini-batches, in step with each other. Each goes
/// exactly the way that it goes when it trains alone: nothing in a race depends on who else is in it, on its speed, or on
/// the machine, but for the seconds. Used by one thread.
///
/// An engine that can trains all of them at once, see [Heat].
public final class NetworkRace implements AutoCloseable {
    /// After so many steps a race is over, whoever has not arrived by then.
    public static final long MOST_STEPS = 20_000;
    /// Multiply-adds of a look at both parts that are not worth saving: some tenths of a millisecond.
    private static final double CHEAP = 1e6;
    /// Measuring may take about as long as training.
    private static final double SHARE = 0.9;
    private static final int MOST_BETWEEN = 1000;

    private final RaceTerms terms;
    private final Engine engine;
    private final int every;
    private final int parameters;
    private List<RaceRunner> runners = List.of();
    /// Those that are not lost, by the steps that they have done; at most one heat is at each.
    private final List<Heat> heats = new ArrayList<>();
    private Finish finish;
    private long step;

    /// @param finish where it ends
    /// @throws TrainingException if the terms' experiment cannot be trained
    public NetworkRace(RaceTerms terms, Finish finish, Engines engines) throws TrainingException {
        if (terms.dataset().train().count() == 0) {
            throw new TrainingException("There are no training samples to race on yet.");
        }
        Problem problem = Run.check(terms.experiment().withDevice(Device.AUTO), terms.dataset(), engines);
        this.terms = terms;
        this.finish = finish;
        this.engine = engines.beside(terms.experiment().device(), problem);
        this.every = every(terms, problem);
        this.parameters = ParameterLayout.of(problem.network(), problem.inputShape()).size();
    }

    /// How many steps lie between two measurements: 1 for small networks, else as many as keep measuring from taking much longer
    /// than training. Follows from network, data and mini-batches alone, so that a race has the same result everywhere.
    private static int every(RaceTerms terms, Problem problem) {
        double samples = 0;
        for (Part part : Part.values()) {
            samples += Glance.samples(terms.experiment(), terms.dataset(), problem.samples(part).count());
        }
        double measuring = samples * Cost.forward(problem.network(), problem.inputShape());
        double training = Cost.training(problem.network(), problem.inputShape())
                * Math.min(terms.experiment().training().batchSize(), problem.samples(Part.TRAINING).count());
        return measuring <= CHEAP ? 1 : rounded(measuring * SHARE / Math.max(1, training));
    }

    /// The next of 1, 2, 5, 10, 20, ...
    private static int rounded(double least) {
        for (int ten = 1; ten < MOST_BETWEEN; ten *= 10) {
            for (int digit : new int[] {1, 2, 5}) {
                if (digit * ten >= least) {
                    return digit * ten;
                }
            }
        }
        return MOST_BETWEEN;
    }

    /// Who races from now on, in this order. Those that raced before, with the same settings, stay where they are; the
    /// others begin at the start and catch up.
    ///
    /// @throws TrainingException if one of them cannot be trained; then those race that did before
    public void enter(List<Entrant> entrants) throws TrainingException {
        List<Entrant> added = entrants.stream().filter(entrant -> known(entrant).isEmpty()).toList();
        if (!added.isEmpty()) {
            heats.add(Heat.start(terms, added, engine, every));
        }
        runners = entrants.stream().map(entrant -> known(entrant).orElseThrow()).toList();
        regroup();
        judge(finish);
    }

    private Optional<RaceRunner> known(Entrant entrant) {
        return Stream.concat(runners.stream(), heats.stream().flatMap(heat -> heat.runners().stream()))
                .filter(runner -> runner.entrant().equals(entrant)).findFirst();
    }

    /// Whoever is lost, or races no more, trains no more; those that are at the same step train together.
    private void regroup() {
        Map<Long, List<Heat>> there = new TreeMap<>(heats.stream().collect(Collectors.groupingBy(Heat::step)));
        List<Heat> next = new ArrayList<>();
        for (List<Heat> together : there.values()) {
            List<RaceRunner> staying = runners.stream().filter(runner -> !runner.isLost()
                    && together.stream().anyMatch(heat -> heat.runners().contains(runner))).toList();
            if (staying.isEmpty()) {
                together.forEach(Heat::close);
            } else {
                next.add(Heat.of(together, staying));
            }
        }
        heats.clear();
        heats.addAll(next);
    }

    /// Sets another finish, by which the way so far is judged, too.
    public void judge(Finish by) {
        finish = by;
        runners.forEach(runner -> runner.judge(by));
    }

    /// Steps that the race has gone.
    public long step() {
        return step;
    }

    /// Those that joined late, and are not with the others yet, take a step or some.
    ///
    /// @return whether there were any
    public boolean catchUp() {
        Optional<Heat> behind = heats.stream().filter(heat -> heat.step() < step).findFirst();
        behind.ifPresent(heat -> go(heat, step - heat.step()));
        return behind.isPresent();
    }

    /// @return where the heat is then
    private long go(Heat heat, long most) {
        heat.go(most, finish);
        boolean met = heats.stream().anyMatch(other -> other != heat && other.step() == heat.step());
        if (met || heat.runners().stream().anyMatch(RaceRunner::isLost)) {
            regroup();
        }
        return heat.step();
    }

    /// All that are not lost take a step or some, each with the same mini-batches: none beyond the next measurement.
    ///
    /// @param most 1 or more
    /// @return whether the race could go on
    /// @throws IllegalStateException while there is somebody to catch up
    public boolean go(long most) {
        if (step >= MOST_STEPS || runners.stream().allMatch(RaceRunner::isLost)) {
            return false;
        }
        Heat heat = heats.getFirst();
        if (heat.step() != step) {
            throw new IllegalStateException("A racer is at step " + heat.step() + ", the others at " + step);
        }
        step = go(heat, Math.min(most, MOST_STEPS - step));
        return true;
    }

    /// Whether all have arrived or are lost.
    public boolean isDecided() {
        return runners.stream().allMatch(RaceRunner::isDone);
    }

    /// How it stands.
    ///
    /// @param number of the race
    public RaceMoment moment(long number) {
        return new RaceMoment(number, terms, finish, step, every, parameters,
                runners.stream().map(RaceRunner::standing).toList());
    }

    @Override
    public void close() {
        heats.forEach(Heat::close);
        heats.clear();
    }
}
