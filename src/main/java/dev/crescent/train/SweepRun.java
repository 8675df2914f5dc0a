package dev.crescent.train;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Sweep;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// One experiment several times in training, each with an optimizer of its own, all on the same mini-batches at the same step.
/// Each goes exactly the way that a [Run] of it goes. Steps are taken by whoever calls, on its thread.
public final class SweepRun implements AutoCloseable {
    private final Experiment experiment;
    private final Engine engine;
    private final List<Optimizer> optimizers;
    private final MiniBatches batches;
    private final Map<Part, Samples> glanced = new EnumMap<>(Part.class);
    private Dataset dataset;
    private Problem problem;
    private Sweep sweep;
    private long drawnFor; // where every epoch has its own samples: whose they are
    // [networks] the step and the epoch at which each took its last step; -1 while it goes on
    private final long[] brokenAt;
    private final double[] brokenIn;
    private int taken; // by the last call

    private SweepRun(Experiment experiment, Dataset dataset, List<Optimizer> optimizers, Engine engine, Problem problem) {
        this.experiment = experiment;
        this.dataset = dataset;
        this.optimizers = List.copyOf(optimizers);
        this.engine = engine;
        this.problem = problem;
        this.sweep = engine.sweep(problem, optimizers);
        this.batches = new MiniBatches(experiment, dataset.train().count());
        this.brokenAt = new long[optimizers.size()];
        this.brokenIn = new double[optimizers.size()];
        Arrays.fill(brokenAt, -1);
    }

    /// Opens one at its start.
    ///
    /// @param experiment whose optimizer and device do not matter
    /// @param optimizers one a network, one or more
    /// @param engine that is ready
    /// @throws TrainingException if the experiment cannot be trained there
    public static SweepRun start(Experiment experiment, Dataset dataset, List<Optimizer> optimizers, Engine engine)
            throws TrainingException {
        Problem problem = Problems.of(experiment, dataset);
        Engines.check(engine, problem);
        try {
            return new SweepRun(experiment, dataset, optimizers, engine, problem);
        } catch (IllegalArgumentException e) {
            throw new TrainingException(String.valueOf(e.getMessage()), e);
        }
    }

    /// Another one that goes on from where these are, all at the same step of the same experiment: with some of their networks,
    /// none of which is broken, in a new order. These stay open.
    ///
    /// @param from whose each is
    /// @param numbers `[from.size()]` which of its networks
    public static SweepRun of(List<SweepRun> from, int[] numbers) {
        SweepRun first = from.getFirst();
        List<Optimizer> chosen = new ArrayList<>();
        float[][] parameters = new float[numbers.length][];
        List<OptimizerState> states = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            SweepRun run = from.get(i);
            chosen.add(run.optimizers.get(numbers[i]));
            parameters[i] = run.sweep.parameters(numbers[i]);
            states.add(run.sweep.optimizerState(numbers[i]));
        }
        SweepRun next = new SweepRun(first.experiment, first.dataset, chosen, first.engine, first.problem);
        try {
            next.sweep.load(parameters, states);
            next.batches.goTo(first.batches.step(), first.batches.epoch());
            next.drawnFor = first.drawnFor;
            return next;
        } catch (RuntimeException | Error e) {
            next.close();
            throw e;
        }
    }

    /// How many.
    public int networks() {
        return optimizers.size();
    }

    /// That of each.
    public ParameterLayout layout() {
        return sweep.layout();
    }

    /// Whether the engine has failed, and another one goes on in its place.
    public boolean isElsewhere() {
        return sweep.isElsewhere();
    }

    /// Steps done.
    public long step() {
        return batches.step();
    }

    /// Steps that one of them has done: fewer where its loss was no number any more.
    public long step(int network) {
        return brokenAt[network] < 0 ? step() : brokenAt[network];
    }

    /// Epochs that one of them has done, a fraction within one.
    public double epoch(int network) {
        return brokenAt[network] < 0 ? batches.epoch() : brokenIn[network];
    }

    /// Whether one of them takes no more steps, since a mini-batch's loss was no number any more.
    public boolean isBroken(int network) {
        return brokenAt[network] >= 0;
    }

    /// Some steps, as many as the engine likes to take at once, with the same result as one by one, and none beyond the epoch's
    /// end.
    ///
    /// @param most 1 or more
    /// @return how many; 0 without samples
    public int train(long most) {
        taken = 0;
        if (batches.samples() == 0) {
            return taken;
        }
        if (drawnFor != batches.epochsDone() && Datasets.isFresh(experiment.data())) {
            renew();
        }
        int steps = batches.steps(Math.min(most, sweep.stride()));
        double[][] rates = new double[networks()][steps];
        for (int network = 0; network < rates.length; network++) {
            for (int i = 0; i < steps; i++) {
                rates[network][i] = optimizers.get(network).learningRate() * batches.factor(i);
            }
        }
        double[][] losses = new double[networks()][steps];
        sweep.trainAll(batches.order(), batches.from(), batches.count(steps), experiment.training().batchSize(), rates, losses);
        for (int network = 0; network < losses.length; network++) {
            for (int i = 0; i < steps && brokenAt[network] < 0; i++) {
                if (!Double.isFinite(losses[network][i])) {
                    brokenAt[network] = batches.step() + i + 1;
                    brokenIn[network] = batches.epochAfter(i + 1);
                }
            }
        }
        batches.took(steps);
        taken = steps;
        return steps;
    }

    /// How long one of the last steps took one of them to compute; where all take them at once, as long as it took all.
    ///
    /// @return nanoseconds
    public double nanosPerStep(int network) {
        return taken == 0 ? 0 : (double) sweep.nanos(network) / taken;
    }

    /// Goes on with the samples of this epoch.
    private void renew() {
        Dataset next = Datasets.ofEpoch(experiment.data(), dataset, batches.epochsDone());
        Problem other = Problems.with(problem, experiment, next);
        Sweep opened = engine.sweep(other, optimizers);
        try {
            float[][] parameters = new float[networks()][];
            Arrays.setAll(parameters, sweep::parameters);
            opened.load(parameters, IntStream.range(0, networks()).mapToObj(sweep::optimizerState).toList());
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
        sweep.close();
        sweep = opened;
        problem = other;
        dataset = next;
        drawnFor = batches.epochsDone();
        glanced.clear();
    }

    /// Loss and accuracy of each over so many samples from all of a part that it takes little time; see [Glance#samples].
    ///
    /// @return `[networks]`
    public Metrics[] glance(Part part) {
        return sweep.evaluate(glanced.computeIfAbsent(part, of -> Glance.of(experiment, dataset, problem.samples(of))));
    }

    /// Why this loss means that one of them went astray, as a sentence for the user; empty if it does not.
    ///
    /// @param start its loss over the training part at the start
    /// @param now the newest
    public Optional<String> divergence(int network, double start, double now) {
        return Divergence.of(optimizers.get(network), epoch(network), isBroken(network), start, now);
    }

    /// A copy of the parameters of one of them.
    public float[] parameters(int network) {
        return sweep.parameters(network);
    }

    @Override
    public void close() {
        sweep.close();
    }
}
