package dev.crescent.cli;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Cost;
import dev.crescent.engine.Engine;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Problem;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import java.nio.file.Path;
import java.util.List;

/// Samples that go through training as everywhere else: epoch after epoch, shuffled, in mini-batches.
final class TrainingWorkload implements Workload {
    /// At least so many in one piece of work.
    private static final int SAMPLES = 128;

    private final String name;
    private final int threads;
    private final Run run;
    private final float[] start;
    private final double multiplyAdds;

    /// @param threads that the engine uses
    TrainingWorkload(String name, Experiment experiment, Dataset dataset, Engine engine, int threads) {
        this.name = name;
        this.threads = threads;
        this.run = open(experiment, dataset, engine);
        this.start = run.parameters();
        this.multiplyAdds = Cost.training((Model.Network) experiment.model(), dataset.inputShape());
    }

    /// What the experiment says its data are.
    static Dataset data(Experiment experiment) {
        try {
            return Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        } catch (DataException e) {
            throw new IllegalStateException(e);
        }
    }

    static Run open(Experiment experiment, Dataset dataset, Engine engine) {
        try {
            return Run.start(experiment, dataset, new Engines(List.of(engine)));
        } catch (TrainingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the engine is given to work on.
    static Problem problem(Experiment experiment, Dataset dataset, Engine engine) {
        try {
            return Run.check(experiment, dataset, new Engines(List.of(engine)));
        } catch (TrainingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int threads() {
        return threads;
    }

    /// What is trained to the end has gradients of almost 0, which may cost another time than others. The samples go on
    /// where they were, so that all of them take part.
    @Override
    public void begin() {
        run.goOn(start, OptimizerState.newAt(run.step()), run.step(), run.epoch());
    }

    @Override
    public long work() {
        long samples = 0;
        do {
            samples += run.train(Long.MAX_VALUE);
        } while (samples < SAMPLES && !run.atEpochStart());
        return samples;
    }

    @Override
    public boolean isElsewhere() {
        return run.isElsewhere();
    }

    @Override
    public double multiplyAdds() {
        return multiplyAdds;
    }

    @Override
    public Measurement measurement(double[] rates) {
        return Measurement.of(name, threads, "samples/s", rates);
    }

    @Override
    public void close() {
        run.close();
    }
}
