package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.CrossCheck;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Surveyor;
import dev.crescent.engine.Sweep;
import dev.crescent.engine.Twins;
import dev.crescent.engine.UnavailableException;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// This machine's GPU, through everything that a user's goes through.
@Tag("gpu")
class GpuCrossCheckTest extends CrossCheck {
    private static final int PLACES = 100;
    private static final List<String> TOLD = new ArrayList<>();
    private static final CudaEngine ENGINE = new CudaEngine(new CpuEngine(), TOLD::add);

    @BeforeAll
    static void thereIsOne() throws UnavailableException {
        ENGINE.prepare(Preparation.QUIET);
    }

    @AfterEach
    void nothingWentOnElsewhere() {
        assertThat(TOLD).isEmpty();
    }

    /// Ways of their own, which the processor's engine has not: it measures one place after the other, and trains one network
    /// after the other.
    @Test
    void manyNetworksAtOnce() {
        Problem problem = Twins.problem(List.of(Twins.dense(6, Activation.TANH), Twins.dense(2, Activation.SOFTMAX)),
                Twins.training(Loss.CROSS_ENTROPY, Twins.SGD), List.of(3));
        assertThat(survey(ENGINE, problem)).containsExactly(survey(new CpuEngine(), problem), within(1e-4));
        assertThat(sweep(ENGINE, problem)).containsExactly(sweep(new CpuEngine(), problem), within(1e-4));
    }

    private static double[] survey(Engine engine, Problem problem) {
        try (Surveyor surveyor = engine.surveyor(problem, problem.train())) {
            int size = surveyor.layout().size();
            double[] losses = new double[PLACES];
            surveyor.losses(numbers(1, surveyor.layout().total()), numbers(2, size), numbers(3, size), numbers(4, 2 * PLACES),
                    losses);
            return losses;
        }
    }

    private static double[] sweep(Engine engine, Problem problem) {
        int batch = problem.training().batchSize();
        int steps = problem.train().count() / batch;
        List<Optimizer> optimizers = List.of(new Optimizer.Sgd(0.1, 0.9, false), new Optimizer.Adam(0.01, 0.9, 0.99));
        double[][] rates = new double[optimizers.size()][steps];
        double[][] losses = new double[optimizers.size()][steps];
        for (int i = 0; i < rates.length; i++) {
            Arrays.fill(rates[i], optimizers.get(i).learningRate());
        }
        try (Sweep sweep = engine.sweep(problem, optimizers)) {
            sweep.trainAll(Twins.order(problem), 0, steps * batch, batch, rates, losses);
        }
        return Arrays.stream(losses).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] numbers(int key, int count) {
        return IntStream.range(0, count).mapToDouble(i -> CounterRandom.uniform(key, i) - 0.5).toArray();
    }

    @Override
    protected Engine engine() {
        return ENGINE;
    }
}
