package dev.crescent.cli;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Cost;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.Part;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.train.SweepRun;
import dev.crescent.train.TrainingException;
import java.util.List;
import java.util.stream.IntStream;

/// One network many times in training at once, as in a search for its learning rate: each with a rate of its own, over the
/// decade around the experiment's, all on the same mini-batches.
final class SweepWorkload implements Workload {
    static final int NETWORKS = 1000;

    private final String name;
    private final Experiment experiment;
    private final Dataset dataset;
    private final Engine engine;
    private final List<Optimizer> optimizers;
    private final double multiplyAdds;
    private SweepRun run;

    /// @param experiment whose training samples are whole mini-batches
    SweepWorkload(String name, Experiment experiment, Dataset dataset, Engine engine) {
        this.name = name;
        this.experiment = experiment;
        this.dataset = dataset;
        this.engine = engine;
        Optimizer own = experiment.training().optimizer();
        this.optimizers = IntStream.range(0, NETWORKS).mapToObj(i -> own.withLearningRate(
                own.learningRate() * Math.pow(10, i / (NETWORKS - 1.0) - 0.5))).toList();
        this.multiplyAdds = Cost.training((Model.Network) experiment.model(), dataset.inputShape());
        this.run = open();
    }

    private SweepRun open() {
        try {
            return SweepRun.start(experiment, dataset, optimizers, engine);
        } catch (TrainingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int threads() {
        return 1;
    }

    /// As in [TrainingWorkload#begin].
    @Override
    public void begin() {
        run.close();
        run = open();
    }

    @Override
    public long work() {
        return (long) run.train(Long.MAX_VALUE) * experiment.training().batchSize() * NETWORKS;
    }

    /// What each network loses over the training part now, NaN where it takes no more steps: `[NETWORKS]`.
    double[] losses() {
        Metrics[] measured = run.glance(Part.TRAINING);
        return IntStream.range(0, NETWORKS).mapToDouble(i -> run.isBroken(i) ? Double.NaN : measured[i].loss()).toArray();
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
        return Measurement.of(name, threads(), "samples/s", rates);
    }

    @Override
    public void close() {
        run.close();
    }
}
