package dev.crescent.engine.cpu;

import dev.crescent.engine.Cost;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import java.util.List;
import java.util.Optional;

/// The default engine: float32 on the JDK's Vector API, the same bits on every run, with any number of threads.
public final class CpuEngine implements Engine {
    /// A mini-batch of fewer multiply-adds is done before another thread has woken up.
    private static final double SHARED_WORK = 500_000;
    /// More threads than panels of a common mini-batch would have nothing to do.
    private static final int MOST_THREADS = 8;

    private final int threads;

    /// With a thread for each of this machine's processors.
    public CpuEngine() {
        this(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    /// @param threads at most, the one that trains included, 1 or more
    public CpuEngine(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: must be 1 or more, is " + threads);
        }
        this.threads = threads;
    }

    /// How many threads train at most, the one that trains included.
    public int threads() {
        return threads;
    }

    /// Has the JIT compile training and field evaluation before they are wanted: some 0.6 s on any thread, less when
    /// that thread is interrupted. Nothing depends on it but the speed of the first second.
    public static void warmUp() {
        WarmUp.run();
    }

    @Override
    public String id() {
        return "cpu";
    }

    @Override
    public Optional<String> refuses(Problem problem) {
        List<Layer> layers = problem.network().layers();
        for (int i = 0; i < layers.size(); i++) {
            switch (layers.get(i)) {
                case Layer.Weighted weighted when weighted.activation() == Activation.STEP -> {
                    return Optional.of("The step activation has no gradient to train by (layer " + (i + 1)
                            + "); use sigmoid or tanh, or the perceptron.");
                }
                case Layer.Dense _, Layer.Maxout _, Layer.Conv _, Layer.MaxPool _, Layer.Dropout _, Layer.Noise _,
                        Layer.BatchNorm _, Layer.Flatten _ -> { }
            }
        }
        return misfit(problem).or(() -> unmeasurable(problem.training().loss(), problem.network().output()));
    }

    private static Optional<String> misfit(Problem problem) {
        int width;
        try {
            ParameterLayout.of(problem.network(), problem.inputShape());
            width = Shapes.width(problem.inputShape());
        } catch (InvalidSettingException e) {
            return Optional.of(e.path() + ": " + e.problem());
        }
        int outputs = problem.network().output().units();
        for (Samples samples : List.of(problem.train(), problem.test())) {
            if (samples.width() != width) {
                return Optional.of("The data have " + samples.width() + " inputs a sample, the network takes " + width + ".");
            }
            if (samples.outputs() != outputs) {
                return Optional.of("The data have " + samples.outputs() + " targets a sample, the last layer has "
                        + outputs + " units.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unmeasurable(Loss loss, Layer.Dense output) {
        if (loss == Loss.CROSS_ENTROPY && output.units() < 2) {
            return Optional.of("Cross-entropy needs an output unit for each class, the last layer has 1 unit.");
        }
        if (loss == Loss.BINARY_CROSS_ENTROPY && (output.units() != 1 || output.activation() != Activation.SIGMOID)) {
            return Optional.of("Binary cross-entropy needs one sigmoid unit in the last layer.");
        }
        return Optional.empty();
    }

    @Override
    public Session open(Problem problem) {
        refuses(problem).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return new CpuSession(problem, workers(problem));
    }

    /// One where a mini-batch is a single panel, or is soon done.
    private int workers(Problem problem) {
        int batch = Math.min(problem.training().batchSize(), Math.max(1, problem.train().count()));
        double work = batch * Cost.training(problem.network(), problem.inputShape());
        return work < SHARED_WORK ? 1 : Math.min(threads, Panels.count(batch));
    }

    @Override
    public Evaluator evaluator(Model.Network network, List<Integer> inputShape) {
        return new CpuEvaluator(network, inputShape);
    }
}
