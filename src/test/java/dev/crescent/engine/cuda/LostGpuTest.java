package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.Part;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.Surveyor;
import dev.crescent.engine.Sweep;
import dev.crescent.engine.Twins;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.SweepRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What goes on when the GPU is lost: whatever is opened from then on is the other engine's.
class LostGpuTest {
    private static final CpuEngine CPU = new CpuEngine(1);
    private static final Problem PROBLEM = Twins.problem(List.of(Twins.dense(4, Activation.TANH), Twins.dense(3, Activation.SOFTMAX)),
            Twins.training(Loss.CROSS_ENTROPY, Twins.SGD), List.of(2));
    private static final List<Optimizer> OPTIMIZERS = List.of(Twins.SGD, new Optimizer.Adam(0.01, 0.9, 0.999));

    private final List<String> told = new ArrayList<>();
    private final CudaEngine engine = new CudaEngine(CPU, told::add, StandIn.DRIVERS::open);

    @BeforeEach
    void ready() throws Exception {
        StandIn.begin("");
        engine.prepare(Preparation.QUIET);
    }

    private void lose() {
        try (Session session = engine.open(PROBLEM)) {
            StandIn.fail("cuLaunchKernel:1=719");
            session.train(Twins.order(PROBLEM), 0, Twins.BATCH, 0.1);
            assertThat(session.isElsewhere()).isTrue();
        }
    }

    private static float[] trained(Session session) {
        session.train(Twins.order(PROBLEM), 0, Twins.BATCH, 0.1);
        return session.parameters();
    }

    @Test
    void whateverIsOpenedAfterwardsIsTheOtherEngines() {
        lose();
        try (Session session = engine.open(PROBLEM); Session cpu = CPU.open(PROBLEM)) {
            assertThat(session.isElsewhere()).isTrue();
            assertThat(trained(session)).as("the same bits").isEqualTo(trained(cpu));
        }
        try (Sweep sweep = engine.sweep(PROBLEM, OPTIMIZERS); Sweep cpu = CPU.sweep(PROBLEM, OPTIMIZERS)) {
            assertThat(sweep.isElsewhere()).isTrue();
            assertThat(sweep.evaluate(PROBLEM.test())).isEqualTo(cpu.evaluate(PROBLEM.test()));
        }
        try (Surveyor surveyor = engine.surveyor(PROBLEM, PROBLEM.test())) {
            assertThat(surveyor.isElsewhere()).isTrue();
        }
        assertThat(surveyed(engine)).isEqualTo(surveyed(CPU));
        assertThat(engine.evaluator(PROBLEM.network(), List.of(2)).isElsewhere()).isTrue();
        assertThat(outputs(engine.evaluator(PROBLEM.network(), List.of(2))))
                .isEqualTo(outputs(CPU.evaluator(PROBLEM.network(), List.of(2))));
        assertThat(told).as("once").hasSize(1);
    }

    @Test
    void severalThatAreOpenTellOnce() {
        try (Session one = engine.open(PROBLEM); Session two = engine.open(PROBLEM);
                Sweep sweep = engine.sweep(PROBLEM, OPTIMIZERS)) {
            StandIn.fail("cuLaunchKernel:1=719");
            assertThat(sweep.isElsewhere()).isFalse();
            assertThat(trained(one)).isEqualTo(trained(two));
            sweep.evaluate(PROBLEM.test());
            assertThat(sweep.isElsewhere()).isTrue();
        }
        assertThat(told).hasSize(1);
    }

    /// Those that nobody asked since among them.
    @Test
    void whatIsOpenOnItTakesItsMemoryNoMore() {
        try (Session one = engine.open(PROBLEM); Session two = engine.open(PROBLEM); Sweep sweep = engine.sweep(PROBLEM, OPTIMIZERS)) {
            StandIn.fail("cuLaunchKernel:1=700");
            trained(one);
            assertThat(StandIn.bytes()).as("on the device").isZero();
            assertThat(two.isElsewhere() || sweep.isElsewhere()).as("asked").isFalse();
            assertThat(trained(two)).isEqualTo(trained(CPU.open(PROBLEM)));
            sweep.evaluate(PROBLEM.test());
        }
        assertThat(StandIn.calls("cuCtxDestroy")).isEqualTo(1);
    }

    /// Nothing is in training there any more.
    @Test
    void aGpuThatFailsWhenSomethingIsClosedIsNotSaidToTrain() {
        Session session = engine.open(PROBLEM);
        StandIn.fail("cuMemFree:1=719");
        session.close();
        assertThat(told).singleElement().asString().startsWith("The GPU stopped working").doesNotContain("training");
        assertThat(StandIn.bytes()).isZero();
    }

    /// Whoever is told may have to wait for a thread that asks the engine something.
    @Test
    void whoIsToldDoesNotKeepOthersFromTheEngine() throws Exception {
        List<Boolean> gone = new ArrayList<>();
        CudaEngine[] own = new CudaEngine[1];
        own[0] = new CudaEngine(CPU, _ -> gone.add(CompletableFuture.supplyAsync(() -> own[0].gpu().isEmpty())
                .orTimeout(30, TimeUnit.SECONDS).join()), StandIn.DRIVERS::open);
        own[0].prepare(Preparation.QUIET);
        try (Session session = own[0].open(PROBLEM)) {
            StandIn.fail("cuLaunchKernel:1=719");
            trained(session);
        }
        assertThat(gone).containsExactly(true);
    }

    private static double[] surveyed(Engine by) {
        try (Surveyor surveyor = by.surveyor(PROBLEM, PROBLEM.test())) {
            double[] numbers = new double[surveyor.layout().size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = CounterRandom.uniform(1, i);
            }
            double[] losses = new double[2];
            surveyor.losses(numbers, numbers, numbers, new double[] {0.5, 0.25, -0.5, 0.5}, losses);
            return losses;
        }
    }

    private static float[] outputs(Evaluator evaluator) {
        float[][] outputs = {null, new float[3]};
        evaluator.forward(InitialParameters.of(PROBLEM.network(), List.of(2)), new float[] {0.3f, -0.7f}, 1, outputs);
        return outputs[1];
    }

    @Test
    void anEvaluatorGoesOnWithTheOtherEngineWhereTheGpuFails() {
        for (Model.Network network : List.of(PROBLEM.network(), new Model.Network(7, List.of(Twins.maxout(4, 2, Activation.TANH, true),
                Twins.dense(3, Activation.SOFTMAX))))) {
            told.clear();
            StandIn.begin("");
            CudaEngine own = new CudaEngine(CPU, told::add, StandIn.DRIVERS::open);
            Evaluator evaluator = own.evaluator(network, List.of(2));
            float[] parameters = InitialParameters.of(network, List.of(2));
            float[][] expected = {null, new float[3]};
            CPU.evaluator(network, List.of(2)).forward(parameters, new float[2], 1, expected);
            float[][] outputs = {null, new float[3]};
            StandIn.fail("cuLaunchKernel:1=719");
            assertThat(evaluator.isElsewhere()).isFalse();
            for (int i = 0; i < 2; i++) {
                evaluator.forward(parameters, new float[2], 1, outputs);
                assertThat(outputs[1]).isEqualTo(expected[1]);
            }
            assertThat(evaluator.isElsewhere()).isTrue();
            assertThat(told).as("once").hasSize(1);
        }
    }

    /// Fresh digits are opened anew in every epoch.
    private static Experiment fresh() {
        Experiment moons = Experiment.defaults();
        return moons.withData(new Data(new Source.Digits(60, true), 3, 0.5, Scaling.UNIT)).withDevice(Device.CUDA)
                .withModel(new Model.Network(1, List.of(Twins.dense(4, Activation.TANH), Twins.dense(10, Activation.SOFTMAX))))
                .withTraining(moons.training().withLoss(Loss.CROSS_ENTROPY).withBatchSize(15));
    }

    private static Dataset data(Experiment experiment) throws Exception {
        return Datasets.load(experiment.data(), experiment.features(), Path.of(""));
    }

    @Test
    void trainingWithFreshSamplesGoesOnEpochByEpoch() throws Exception {
        Experiment experiment = fresh();
        try (Run run = Run.start(experiment, data(experiment), new Engines(List.of(CPU, engine)));
                Run cpu = Run.start(experiment.withDevice(Device.CPU), data(experiment), new Engines(List.of(CPU)))) {
            StandIn.fail("cuLaunchKernel:1=719");
            while (run.epoch() < 4) {
                run.train();
                cpu.train();
            }
            assertThat(run.parameters()).as("the same bits").isEqualTo(cpu.parameters());
            assertThat(run.evaluate(Part.TEST)).isEqualTo(cpu.evaluate(Part.TEST));
            assertThat(run.isElsewhere()).isTrue();
        }
        assertThat(told).hasSize(1);
    }

    @Test
    void aSweepWithFreshSamplesGoesOnEpochByEpoch() throws Exception {
        Experiment experiment = fresh();
        try (SweepRun run = SweepRun.start(experiment, data(experiment), OPTIMIZERS, engine);
                SweepRun cpu = SweepRun.start(experiment, data(experiment), OPTIMIZERS, CPU)) {
            StandIn.fail("cuLaunchKernel:1=719");
            while (run.step() < 17) {
                run.train(1);
                cpu.train(1);
            }
            assertThat(run.isElsewhere()).isTrue();
            for (int network = 0; network < OPTIMIZERS.size(); network++) {
                assertThat(run.parameters(network)).as("the same bits").isEqualTo(cpu.parameters(network));
            }
        }
        assertThat(told).hasSize(1);
    }
}
