package dev.crescent.insight.race;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.Part;
import dev.crescent.train.SweepRun;
import dev.crescent.train.TrainingException;
import java.util.ArrayList;
import java.util.List;

/// Those of a race that are at the same step, and train together. Used by one thread.
final class Heat implements AutoCloseable {
    private final SweepRun run;
    private final List<RaceRunner> runners;
    private final int every;

    private Heat(SweepRun run, List<RaceRunner> runners, int every) {
        this.run = run;
        this.runners = List.copyOf(runners);
        this.every = every;
    }

    /// At the start, which is measured.
    ///
    /// @param every steps between two measurements
    /// @throws TrainingException if one of them cannot be trained
    static Heat start(RaceTerms terms, List<Entrant> entrants, Engine engine, int every) throws TrainingException {
        SweepRun run = SweepRun.start(terms.experiment(), terms.atStart(), entrants.stream().map(Entrant::optimizer).toList(),
                engine);
        Heat heat = new Heat(run, entrants.stream().map(entrant -> new RaceRunner(entrant, terms)).toList(), every);
        try {
            heat.measure();
            return heat;
        } catch (RuntimeException | Error e) {
            heat.close();
            throw e;
        }
    }

    /// Those that go on, of some heats that are at the same step; the heats end.
    ///
    /// @param staying in the order of the race, one or more, none of them lost
    static Heat of(List<Heat> heats, List<RaceRunner> staying) {
        if (heats.size() == 1 && heats.getFirst().runners.equals(staying)) {
            return heats.getFirst();
        }
        List<SweepRun> runs = new ArrayList<>();
        int[] numbers = new int[staying.size()];
        for (int i = 0; i < numbers.length; i++) {
            RaceRunner runner = staying.get(i);
            Heat own = heats.stream().filter(heat -> heat.runners.contains(runner)).findFirst().orElseThrow();
            runs.add(own.run);
            numbers[i] = own.runners.indexOf(runner);
        }
        Heat next = new Heat(SweepRun.of(runs, numbers), staying, heats.getFirst().every);
        heats.forEach(Heat::close);
        return next;
    }

    List<RaceRunner> runners() {
        return runners;
    }

    long step() {
        return run.step();
    }

    /// Takes up to so many steps, as far as the next measurement.
    ///
    /// @param most 1 or more
    void go(long most, Finish finish) {
        int taken = run.train(Math.min(most, every - run.step() % every));
        for (int i = 0; i < runners.size(); i++) {
            runners.get(i).took(run.step(i), run.epoch(i), taken, run.nanosPerStep(i));
        }
        boolean broken = false;
        for (int i = 0; i < runners.size(); i++) {
            broken |= run.isBroken(i);
        }
        if (run.step() % every == 0 || broken) {
            measure();
            runners.forEach(runner -> runner.judge(finish));
        }
    }

    /// Measuring changes nothing in training, and its time is nobody's.
    private void measure() {
        boolean due = run.step() % every == 0;
        Metrics[] train = run.glance(Part.TRAINING);
        Metrics[] test = run.glance(Part.TEST);
        for (int i = 0; i < runners.size(); i++) {
            if (due || run.isBroken(i)) {
                int network = i;
                runners.get(i).measured(train[i], test[i], run.layout().size(), () -> run.parameters(network),
                        start -> run.divergence(network, start, train[network].loss()).orElse(""));
            }
        }
    }

    @Override
    public void close() {
        run.close();
    }
}
