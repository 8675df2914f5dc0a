package dev.crescent.insight.engines;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.Experiment;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Engines that train the same experiment from the same start, in turns, so that none takes from another what it needs.
///
/// Each is made ready and warmed up on a run of its own. Then they take slices of time, round by round: whatever slows the
/// machine down for a while slows all of them.
public final class EngineRace implements Measuring {
    private final Effort effort;
    private final LongSupplier nanoTime;
    private final List<EngineRacer> racers;
    private int opened; // racers that are ready or out
    private int round;
    private int turn; // whose slice is next

    /// @param onFailure told of errors in the program itself, which put an engine out of the race
    public EngineRace(Experiment experiment, Dataset dataset, List<Engine> engines, Effort effort,
            Consumer<Throwable> onFailure) {
        this(experiment, dataset, engines, effort, onFailure, System::nanoTime);
    }

    /// @param nanoTime what tells the time
    EngineRace(Experiment experiment, Dataset dataset, List<Engine> engines, Effort effort, Consumer<Throwable> onFailure,
            LongSupplier nanoTime) {
        this.effort = effort;
        this.nanoTime = nanoTime;
        this.racers = engines.stream().map(engine -> new EngineRacer(engine, experiment, dataset, effort, onFailure)).toList();
    }

    @Override
    public boolean go(BooleanSupplier stopped, Runnable told) {
        Stopwatch watch = new Stopwatch(nanoTime, stopped);
        if (opened < racers.size()) {
            racers.get(opened).open(watch, told);
            opened++;
        } else if (round < effort.rounds()) {
            racers.get(turn).race(watch);
            turn = (turn + 1) % racers.size();
            round += turn == 0 ? 1 : 0;
        }
        if (round == effort.rounds()) {
            racers.forEach(EngineRacer::end);
        }
        return opened < racers.size() || racers.stream().anyMatch(racer -> !racer.lane().isDone());
    }

    @Override
    public RaceFinding finding() {
        return new RaceFinding(racers.stream().map(EngineRacer::lane).toList(), round, effort.rounds());
    }

    @Override
    public void close() {
        racers.forEach(EngineRacer::close);
    }
}
