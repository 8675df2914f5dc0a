package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Part;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.engine.Shapes;
import dev.crescent.engine.Sweep;
import dev.crescent.engine.Twins;
import dev.crescent.engine.UnavailableException;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole engine on the stand-in for NVIDIA's driver.
class CudaEngineTest {
    private static final CpuEngine CPU = new CpuEngine();
    /// The noise keeps it from being trained by one kernel for all.
    private static final List<Layer> LAYERS = List.of(Twins.dense(5, Activation.TANH), new Layer.Dropout(0.2),
            new Layer.Noise(0.1), Twins.dense(2, Activation.SOFTMAX));
    private static final int STEPS = 6;

    private final List<String> told = new ArrayList<>();
    private final CudaEngine engine = new CudaEngine(CPU, told::add, StandIn.DRIVERS::open);

    private static Problem problem(List<Layer> layers) {
        return Twins.problem(layers, Twins.training(Loss.CROSS_ENTROPY, new Optimizer.Adam(0.01, 0.9, 0.999)), List.of(2));
    }

    /// Parameters and memory after some steps.
    private static List<float[]> trained(Engine by) {
        Problem problem = problem(LAYERS);
        try (Session session = by.open(problem)) {
            return trained(session, problem);
        }
    }

    private static List<float[]> trained(Session session, Problem problem) {
        for (int step = 0; step < STEPS; step++) {
            session.train(Twins.order(problem), step % 2 * Twins.BATCH, Twins.BATCH, 0.01);
        }
        List<float[]> result = new ArrayList<>(session.optimizerState().vectors());
        result.add(session.parameters());
        return result;
    }

    private static void same(List<float[]> actual, List<float[]> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i)).as("the same bits").isEqualTo(expected.get(i));
        }
    }

    @Test
    void tellsTheGpusNameWhenItIsPrepared() throws UnavailableException {
        StandIn.begin("");
        assertThat(engine.gpu()).isEmpty();
        List<Double> shares = new ArrayList<>();
        engine.prepare((what, share) -> shares.add(share));
        engine.prepare((what, share) -> shares.add(share));
        assertThat(engine.gpu()).map(Gpu::name).hasValue("Stand-in");
        assertThat(shares).as("once").containsExactly(0.0, 1.0);
    }

    /// The chooser asks for it long before anybody trains.
    @Test
    void tellsTheGpusNameWithoutPreparingIt() throws UnavailableException {
        StandIn.begin("");
        assertThat(engine.machine()).isEqualTo("Stand-in");
        assertThat(engine.gpu()).as("nothing is prepared").isEmpty();
        assertThat(StandIn.bytes()).isZero();
        engine.prepare(Preparation.QUIET);
        assertThat(engine.machine()).isEqualTo("Stand-in");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"devices=0 | The NVIDIA driver finds no GPU",
        "version=10020 | The NVIDIA driver is too old; version 450 or newer is needed"})
    void tellsWhyThereIsNoneWithoutRememberingIt(String settings, String sentence) throws UnavailableException {
        StandIn.begin(settings);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(engine::machine).withMessage(sentence);
        StandIn.begin("");
        assertThat(engine.machine()).isEqualTo("Stand-in");
    }

    /// A context takes some hundred megabytes of the GPU's memory.
    @Test
    void whoOnlyAsksForTheNameLeavesNoContextBehind() throws UnavailableException {
        List<String> calls = new ArrayList<>();
        CudaDriver named = (CudaDriver) Proxy.newProxyInstance(CudaDriver.class.getClassLoader(),
                new Class<?>[] {CudaDriver.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    return method.getName().equals("name") ? "A GPU" : null;
                });
        assertThat(new CudaEngine(CPU, told::add, () -> new CudaDrivers.Opened(named)).machine()).isEqualTo("A GPU");
        assertThat(calls).containsExactly("name", "close");
    }

    @Test
    void whatWentWrongWhenItWasPreparedIsWhatItTells() {
        CudaEngine refused = new CudaEngine(CPU, told::add, () -> new CudaDrivers.Refused(Trouble.NO_DRIVER, ""));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(refused::machine)
                .withMessage("No NVIDIA driver is installed, or it cannot be loaded");
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> refused.prepare(Preparation.QUIET));
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(refused::machine)
                .withMessage("No NVIDIA driver is installed, or it cannot be loaded");
    }

    @Test
    void refusesWhatNoEngineTrains() {
        Problem step = problem(List.of(Twins.dense(3, Activation.STEP), Twins.dense(2, Activation.SOFTMAX)));
        assertThat(engine.refuses(step)).hasValueSatisfying(reason -> assertThat(reason).contains("step activation"));
        assertThatIllegalArgumentException().isThrownBy(() -> engine.open(step));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"devices=0 | The NVIDIA driver finds no GPU",
        "version=10020 | The NVIDIA driver is too old; version 450 or newer is needed",
        "fail=cuModuleLoadDataEx:1=222 | The NVIDIA driver is too old; version 450 or newer is needed"})
    void tellsWhyThereIsNoGpu(String settings, String sentence) {
        StandIn.begin(settings);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> engine.prepare(Preparation.QUIET))
                .withMessage(sentence);
        StandIn.begin("");
        assertThatExceptionOfType(UnavailableException.class).as("asked once").isThrownBy(() -> engine.prepare(Preparation.QUIET))
                .withMessage(sentence);
        assertThat(StandIn.bytes()).isZero();
    }

    /// A GPU that others have for themselves, or whose memory they need, may be had a moment later.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"fail=cuCtxCreate:1=2 | too little free memory", "fail=cuMemAlloc:5=2 | too little free memory",
        "fail=cuCtxCreate:1=46 | reserved by another program", "fail=cuModuleLoadDataEx:1=2 | too little free memory"})
    void whatMayBeOverSoonIsTriedAgain(String settings, String sentence) throws UnavailableException {
        StandIn.begin(settings);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> engine.prepare(Preparation.QUIET))
                .withMessageContaining(sentence);
        assertThat(StandIn.bytes()).isZero();
        engine.prepare(Preparation.QUIET);
        same(trained(engine), trained(engine));
        assertThat(told).isEmpty();
    }

    /// The engine that it is checked against comes to other numbers: which of them is wrong nobody can tell.
    @Test
    void aGpuThatCalculatesOtherwiseIsNotUsed() {
        StandIn.begin("");
        Engine wrong = new Engine() {
            @Override
            public String id() {
                return "wrong";
            }

            @Override
            public java.util.Optional<String> refuses(Problem problem) {
                return java.util.Optional.empty();
            }

            @Override
            public Session open(Problem problem) {
                Session session = CPU.open(problem);
                float[] others = session.parameters();
                others[3] += 0.01f;
                session.load(others, OptimizerState.START);
                return session;
            }

            @Override
            public Evaluator evaluator(Model.Network network, List<Integer> inputShape) {
                return CPU.evaluator(network, inputShape);
            }
        };
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> new CudaEngine(wrong, told::add, StandIn.DRIVERS::open).prepare(Preparation.QUIET))
                .withMessageContaining("calculates wrongly");
        assertThat(StandIn.bytes()).isZero();
    }

    /// Or the engine that it is checked against.
    @Test
    void aGpuThatFailsInItsTestIsClosed() {
        StandIn.begin("fail=cuLaunchKernel:3=719");
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> engine.prepare(Preparation.QUIET));
        assertThat(StandIn.calls("cuCtxDestroy")).isEqualTo(1);
        StandIn.begin("");
        Engine broken = (Engine) Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[] {Engine.class},
                (_, _, _) -> {
                    throw new IllegalStateException("broken");
                });
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new CudaEngine(broken, told::add, StandIn.DRIVERS::open).prepare(Preparation.QUIET))
                .withMessage("broken");
        assertThat(StandIn.calls("cuCtxDestroy")).isEqualTo(1);
    }

    /// Whatever fails at whichever moment: the other engine takes the steps again, so that nobody could tell.
    @ParameterizedTest
    @ValueSource(strings = {"cuLaunchKernel:100=719", "cuLaunchKernel:7=700", "cuMemcpyDtoH:5=719", "cuMemcpyHtoD:4=999",
        "cuStreamQuery:5=702"})
    void trainingGoesOnWithTheOtherEngineWhereTheGpuFails(String failure) throws UnavailableException {
        StandIn.begin("");
        engine.prepare(Preparation.QUIET);
        Problem problem = problem(LAYERS);
        try (Session session = engine.open(problem)) {
            StandIn.fail(failure);
            same(trained(session, problem), trained(CPU));
            assertThat(session.evaluate(Part.TEST).loss()).isFinite();
        }
        assertThat(told).containsExactly("The GPU stopped working; it can be used again after a restart of Crescent;"
                + " the device cpu goes on instead, and nothing is lost.");
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> engine.prepare(Preparation.QUIET))
                .withMessageContaining("stopped working");
    }

    @Test
    void aNetworkThatDoesNotFitIsTrainedByTheOtherEngine() throws UnavailableException {
        StandIn.begin("memory=30000000");
        engine.prepare(Preparation.QUIET);
        long before = StandIn.bytes();
        Problem wide = Twins.problem(List.of(Twins.dense(4000, Activation.TANH), Twins.dense(4000, Activation.TANH),
                Twins.dense(2, Activation.SOFTMAX)), Twins.training(Loss.CROSS_ENTROPY, Twins.SGD), List.of(2));
        try (Session session = engine.open(wide)) {
            assertThat(session.train(Twins.order(wide), 0, Twins.BATCH, 0.01)).isFinite();
        }
        assertThat(told).containsExactly("The GPU has too little free memory for this; the device cpu goes on instead, and nothing is"
                + " lost.");
        assertThat(StandIn.bytes()).as("nothing is left on the device").isEqualTo(before);
        told.clear();
        trained(engine);
        assertThat(told).as("a smaller network fits").isEmpty();
    }

    @Test
    void manyNetworksThatDoNotFitTellOnce() throws UnavailableException {
        StandIn.begin("");
        engine.prepare(Preparation.QUIET);
        Problem problem = problem(LAYERS);
        List<Optimizer> optimizers = List.of(Twins.SGD, Twins.SGD, Twins.SGD);
        StandIn.fail("cuMemAlloc:1=2,cuMemAlloc:2=2,cuMemAlloc:3=2,cuMemAlloc:4=2");
        try (Sweep sweep = engine.sweep(problem, optimizers); Session another = engine.open(problem)) {
            assertThat(sweep.isElsewhere()).isTrue();
            assertThat(another.isElsewhere()).isTrue();
        }
        assertThat(told).hasSize(1);
        engine.open(problem).close();
        StandIn.fail("cuMemAlloc:1=2");
        engine.open(problem).close();
        assertThat(told).as("something fitted meanwhile").hasSize(2);
        engine.prepare(Preparation.QUIET);
        StandIn.fail("cuMemAlloc:1=2");
        engine.open(problem).close();
        assertThat(told).as("training was begun anew").hasSize(3);
    }

    /// However many samples: a device that is asked for all of them at once lets the screen stand still, and may seem to hang.
    @Test
    void noMoreIsAskedForAtOnceThanGoesThroughTheNetworkAtOnce() {
        StandIn.begin("");
        Problem problem = problem(LAYERS);
        Samples many = Twins.problem(LAYERS, problem.training(), List.of(2), 5000).train();
        Evaluator evaluator = engine.evaluator(new Model.Network(3, List.of(Twins.maxout(4, 2, Activation.TANH, true),
                Twins.dense(3, Activation.TANH))), List.of(2));
        float[] parameters = new float[evaluator.layout().total()];
        try (Session session = engine.open(problem)) {
            StandIn.fail("none:1=1");
            session.evaluate(problem.train());
            long once = StandIn.longestQueue();
            session.evaluate(many);
            assertThat(StandIn.longestQueue()).as("five times").isEqualTo(once);
            StandIn.fail("none:1=1");
            evaluator.forward(parameters, new float[20], 10, new float[][] {null, new float[30]});
            once = StandIn.longestQueue();
            evaluator.forward(parameters, new float[20_000], 10_000, new float[][] {null, new float[30_000]});
            assertThat(StandIn.longestQueue()).as("three times").isEqualTo(once);
        }
    }

    @Test
    void givesBackAllMemory() throws UnavailableException {
        StandIn.begin("");
        engine.prepare(Preparation.QUIET);
        long before = StandIn.bytes();
        Problem problem = problem(LAYERS);
        try (Session session = engine.open(problem)) {
            session.evaluate(Part.TRAINING);
            session.evaluate(Part.TEST);
            for (int i = 0; i < 5; i++) {
                session.evaluate(Twins.problem(LAYERS, problem.training(), List.of(2), 10 + i).train());
            }
            assertThat(StandIn.bytes()).isGreaterThan(before);
        }
        assertThat(StandIn.bytes()).isEqualTo(before);
    }

    /// Threads of a block in any order, the same bits.
    @ParameterizedTest
    @ValueSource(strings = {"descending", "random:1", "random:2"})
    void theOrderOfThreadsDoesNotMatter(String order) {
        List<Layer> layers = List.of(Twins.conv(4, 3, 1, Padding.SAME, Activation.RELU), new Layer.BatchNorm(),
                new Layer.MaxPool(2, 2, Rounding.UP), Twins.maxout(5, 2, Activation.TANH, true),
                Twins.dense(3, Activation.SOFTMAX));
        Problem problem = Twins.problem(layers, Twins.training(Loss.CROSS_ENTROPY,
                new Optimizer.Adam(0.01, 0.9, 0.999)).withClip(0.5), List.of(2, 7, 6));
        StandIn.begin("");
        List<float[]> usual;
        try (Session session = new CudaEngine(CPU, told::add, StandIn.DRIVERS::open).open(problem)) {
            usual = trained(session, problem);
        }
        StandIn.begin("order=" + order);
        try (Session session = new CudaEngine(CPU, told::add, StandIn.DRIVERS::open).open(problem)) {
            same(trained(session, problem), usual);
        }
    }

    @Test
    void anAlternatingPairOfSessionsDoesNotMix() {
        StandIn.begin("");
        Problem problem = problem(LAYERS);
        int[] order = Twins.order(problem);
        try (Session alone = engine.open(problem); Session one = engine.open(problem); Session two = engine.open(problem)) {
            for (int i = 0; i < 4; i++) {
                alone.train(order, 0, 20, 0.01);
            }
            for (int i = 0; i < 4; i++) {
                one.train(order, 0, 20, 0.01);
                two.train(order, 20, 20, 0.05);
            }
            assertThat(one.parameters()).as("the same bits").isEqualTo(alone.parameters());
            assertThat(two.parameters()).isNotEqualTo(alone.parameters());
        }
    }

    @Test
    void refusesParametersAndMemoriesOfAnotherNetwork() {
        StandIn.begin("");
        try (Session session = engine.open(problem(LAYERS))) {
            float[] parameters = session.parameters();
            assertThatIllegalArgumentException().isThrownBy(() -> session.load(new float[3], OptimizerState.START))
                    .withMessageContaining("27 parameters").withMessageContaining("not 3");
            OptimizerState foreign = new OptimizerState(1, 0, List.of(new float[27]));
            assertThatIllegalArgumentException().isThrownBy(() -> session.load(new float[27], foreign))
                    .withMessageContaining("1 vectors, not 2 of 27");
            assertThat(session.parameters()).as("nothing was taken over").isEqualTo(parameters);
        }
    }

    @Test
    void weightsThatAreNoNumbersClassifyNothing() {
        StandIn.begin("");
        Problem whole = problem(LAYERS);
        Problem problem = new Problem(whole.network(), whole.training(), whole.inputShape(), whole.train(), Samples.none(2, 2));
        try (Session session = engine.open(problem)) {
            assertThat(session.evaluate(Part.TEST)).isEqualTo(Metrics.NONE);
            float[] broken = session.parameters();
            Arrays.fill(broken, Float.NaN);
            session.load(broken, OptimizerState.START);
            assertThat(session.evaluate(Part.TRAINING).loss()).isNaN();
            assertThat(session.evaluate(Part.TRAINING).accuracy()).isZero();
            assertThat(session.train(Twins.order(problem), 0, 20, 0.1)).isNaN();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 700})
    void theEvaluatorGivesWhatTheDefaultEngineGives(int count) {
        StandIn.begin("");
        compare(new Model.Network(3, List.of(Twins.dense(5, Activation.STEP), new Layer.Dropout(0.5),
                Twins.maxout(4, 2, Activation.MISH, true), new Layer.Noise(2), new Layer.BatchNorm(),
                Twins.dense(3, Activation.SOFTMAX))), List.of(2), count);
        compare(new Model.Network(3, List.of(Twins.conv(3, 3, 1, Padding.SAME, Activation.RELU), new Layer.BatchNorm(),
                new Layer.MaxPool(2, 2, Rounding.UP), new Layer.Flatten(), Twins.dense(2, Activation.TANH))),
                List.of(1, 5, 5), count);
    }

    private void compare(Model.Network network, List<Integer> shape, int count) {
        float[] parameters = InitialParameters.of(network, shape);
        float[] inputs = new float[Shapes.width(shape) * count];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = 2 * CounterRandom.uniform(4, i) - 1;
        }
        List<Integer> widths = Shapes.of(network, shape).stream().map(Shapes::width).toList();
        float[][] expected = widths.stream().map(width -> new float[width * count]).toArray(float[][]::new);
        float[][] actual = widths.stream().map(width -> new float[width * count]).toArray(float[][]::new);
        CPU.evaluator(network, shape).forward(parameters, inputs, count, expected);
        engine.evaluator(network, shape).forward(parameters, inputs, count, actual);
        for (int layer = 0; layer < expected.length; layer++) {
            Twins.close(actual[layer], expected[layer], "layer " + layer);
        }
    }

    @Test
    void aSessionSaysWhetherAnotherEngineDoesItsWork() throws UnavailableException {
        StandIn.begin("");
        engine.prepare(Preparation.QUIET);
        Problem problem = problem(LAYERS);
        try (Session session = engine.open(problem)) {
            assertThat(session.isElsewhere()).isFalse();
            StandIn.fail("cuMemAlloc:1=2");
            try (Session second = engine.open(problem); Session cpu = CPU.open(problem)) {
                assertThat(second.isElsewhere()).isTrue();
                same(trained(second, problem), trained(cpu, problem));
            }
            assertThat(session.isElsewhere()).as("it has its memory").isFalse();
            StandIn.fail("cuLaunchKernel:1=719");
            session.train(Twins.order(problem), 0, Twins.BATCH, 0.01);
            assertThat(session.isElsewhere()).isTrue();
        }
        assertThat(told).hasSize(2);
    }
}
