package dev.crescent.insight.race;

import dev.crescent.engine.Cost;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Model;
import dev.crescent.engine.Part;
import dev.crescent.train.Engines;
import dev.crescent.train.Glance;
import dev.crescent.train.TrainingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Optimizers that train the same network from the same start on the same mini-batches, in step with each other. Each goes
/// exactly the way that it goes when it trains alone: nothing in a race depends on who else is in it, on its speed, or on
/// the machine, but for the seconds. Used by one thread.
public final class NetworkRace implements AutoCloseable {
    /// After so many steps a race is over, whoever has not arrived by then.
    public static final long MOST_STEPS = 20_000;
    /// Multiply-adds of a look at both parts that are not worth saving: some tenths of a millisecond.
    private static final double CHEAP = 1e6;
    /// Measuring may take about as long as training.
    private static final double SHARE = 0.9;
    private static final int MOST_BETWEEN = 1000;

    private final RaceTerms terms;
    private final Engines engines;
    private final int every;
    private final List<RaceRunner> runners = new ArrayList<>();
    private Finish finish;
    private long step;

    /// @param finish where it ends
    /// @throws TrainingException if the terms' experiment has nothing to train
    public NetworkRace(RaceTerms terms, Finish finish, Engines engines) throws TrainingException {
        if (terms.dataset().train().count() == 0) {
            throw new TrainingException("There are no training samples to race on yet.");
        }
        this.terms = terms;
        this.finish = finish;
        this.engines = engines;
        this.every = every(terms);
    }

    /// How many steps lie between two measurements: 1 for small networks, else as many as keep measuring from taking much longer
    /// than training. Follows from network, data and mini-batches alone, so that a race has the same result everywhere.
    private static int every(RaceTerms terms) {
        if (!(terms.experiment().model() instanceof Model.Network network)) {
            return 1;
        }
        try {
            double forward = Cost.forward(network, terms.dataset().inputShape());
            double samples = 0;
            for (Part part : Part.values()) {
                int count = part == Part.TRAINING ? terms.dataset().train().count() : terms.dataset().test().count();
                samples += Glance.samples(terms.experiment(), terms.dataset(), count);
            }
            double training = Cost.training(network, terms.dataset().inputShape())
                    * Math.min(terms.experiment().training().batchSize(), terms.dataset().train().count());
            return samples * forward <= CHEAP ? 1 : rounded(samples * forward * SHARE / Math.max(1, training));
        } catch (InvalidSettingException e) {
            return 1; // no network that could be trained: the run says so
        }
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
        List<RaceRunner> next = new ArrayList<>();
        try {
            for (Entrant entrant : entrants) {
                Optional<RaceRunner> known = runners.stream().filter(r -> r.entrant().equals(entrant)).findFirst();
                next.add(known.isPresent() ? known.get() : new RaceRunner(entrant, terms, engines, every));
            }
        } catch (TrainingException | RuntimeException | Error e) {
            next.stream().filter(runner -> !runners.contains(runner)).forEach(RaceRunner::close);
            throw e;
        }
        runners.stream().filter(runner -> !next.contains(runner)).forEach(RaceRunner::close);
        runners.clear();
        runners.addAll(next);
        judge(finish);
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

    /// Those that joined late, and are not with the others yet, take a step.
    ///
    /// @return whether there were any
    public boolean catchUp() {
        boolean moved = false;
        for (RaceRunner runner : runners) {
            if (!runner.isLost() && runner.step() < step) {
                runner.step(finish);
                moved = true;
            }
        }
        return moved;
    }

    /// All that are not lost take a step, each with the same mini-batch.
    ///
    /// @return whether the race could go on
    /// @throws IllegalStateException while there is somebody to catch up
    public boolean go() {
        if (step >= MOST_STEPS || runners.stream().allMatch(RaceRunner::isLost)) {
            return false;
        }
        List<RaceRunner> racing = runners.stream().filter(runner -> !runner.isLost()).toList();
        for (RaceRunner runner : racing) {
            if (runner.step() != step) {
                throw new IllegalStateException("A racer is at step " + runner.step() + ", the others at " + step);
            }
        }
        racing.forEach(runner -> runner.step(finish));
        step++;
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
        return new RaceMoment(number, terms, finish, step, every,
                runners.isEmpty() ? 0 : runners.getFirst().parameters(), runners.stream().map(RaceRunner::standing).toList());
    }

    @Override
    public void close() {
        runners.forEach(RaceRunner::close);
        runners.clear();
    }
}
