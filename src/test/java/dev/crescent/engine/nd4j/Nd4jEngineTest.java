package dev.crescent.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.crescent.engine.CounterRandom;
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
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Nd4jEngineTest {
    private static final Nd4jEngine ENGINE = new Nd4jEngine();
    private static final List<Layer> LAYERS = List.of(Twins.dense(3, Activation.TANH), Twins.dense(2, Activation.SOFTMAX));

    @BeforeAll
    static void natives() {
        Natives.assume();
    }

    @Test
    void tellsWhatItRunsOn() throws UnavailableException {
        ENGINE.prepare(Preparation.QUIET);
        assertThat(ENGINE.machine()).isEqualTo("1 thread of the processor");
    }

    private static Problem problem(List<Layer> layers) {
        return Twins.problem(layers, Twins.training(Loss.CROSS_ENTROPY, new Optimizer.Adam(0.01, 0.9, 0.999)), List.of(2));
    }

    @Test
    void refusesWhatNoEngineTrains() {
        Problem step = problem(List.of(Twins.dense(3, Activation.STEP), Twins.dense(2, Activation.SOFTMAX)));
        assertThat(ENGINE.refuses(step)).hasValueSatisfying(reason -> assertThat(reason).contains("step activation", "layer 1"));
        assertThatIllegalArgumentException().isThrownBy(() -> ENGINE.open(step)).withMessageContaining("step activation");
        assertThat(ENGINE.refuses(problem(LAYERS))).isEmpty();
    }

    @Test
    void refusesWhatTheMachineHasNoMemoryFor() {
        Problem wide = problem(List.of(Twins.dense(4000, Activation.TANH), Twins.dense(4000, Activation.TANH),
                Twins.dense(2, Activation.SOFTMAX)));
        long needed = 64L * (4000 * 3 + 4000 * 4001 + 2 * 4001);
        assertThat(new Nd4jEngine(() -> needed).refuses(wide)).isEmpty();
        assertThat(new Nd4jEngine(() -> needed - 1).refuses(wide)).hasValueSatisfying(reason -> assertThat(reason)
                .contains("1.0 GB of memory on ND4J", "1.0 GB are free", "the device cpu"));
    }

    @Test
    void refusesParametersAndMemoriesOfAnotherNetwork() {
        try (Session session = ENGINE.open(problem(LAYERS))) {
            float[] parameters = session.parameters();
            assertThatIllegalArgumentException().isThrownBy(() -> session.load(new float[3], OptimizerState.START))
                    .withMessageContaining("17 parameters").withMessageContaining("not 3");
            OptimizerState foreign = new OptimizerState(1, 0, List.of(new float[17]));
            assertThatIllegalArgumentException().isThrownBy(() -> session.load(new float[17], foreign))
                    .withMessageContaining("1 vectors, not 2 of 17");
            assertThat(session.parameters()).as("nothing was taken over").isEqualTo(parameters);
        }
    }

    @Test
    void anEmptyPartHasNoMeasures() {
        Problem whole = problem(LAYERS);
        Problem problem = new Problem(whole.network(), whole.training(), whole.inputShape(), whole.train(), Samples.none(2, 2));
        try (Session session = ENGINE.open(problem)) {
            assertThat(session.evaluate(Part.TEST)).isEqualTo(Metrics.NONE);
        }
    }

    @Test
    void weightsThatAreNoNumbersClassifyNothing() {
        try (Session session = ENGINE.open(problem(LAYERS))) {
            float[] broken = session.parameters();
            Arrays.fill(broken, Float.NaN);
            session.load(broken, OptimizerState.START);
            assertThat(session.evaluate(Part.TRAINING).loss()).isNaN();
            assertThat(session.evaluate(Part.TRAINING).accuracy()).isZero();
            assertThat(session.train(Twins.order(problem(LAYERS)), 0, 20, 0.1)).isNaN();
        }
    }

    /// More sizes of mini-batches than passes are kept.
    @Test
    void everyNumberOfSamplesHasItsPass() {
        Problem problem = problem(LAYERS);
        int[] order = Twins.order(problem);
        try (Session cpu = new CpuEngine().open(problem); Session nd4j = ENGINE.open(problem)) {
            for (int count : new int[] {1, 2, 3, 4, 5, 6, 1, 20}) {
                cpu.train(order, 0, count, 0.01);
                nd4j.train(order, 0, count, 0.01);
            }
            Twins.close(nd4j.parameters(), cpu.parameters(), "parameters");
        }
    }

    @Test
    void anAlternatingPairOfSessionsDoesNotMix() {
        Problem problem = problem(LAYERS);
        int[] order = Twins.order(problem);
        try (Session alone = ENGINE.open(problem); Session one = ENGINE.open(problem); Session two = ENGINE.open(problem)) {
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

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 700})
    void theEvaluatorGivesWhatTheDefaultEngineGives(int count) {
        Model.Network rows = new Model.Network(3, List.of(Twins.dense(5, Activation.STEP), new Layer.Dropout(0.5),
                Twins.maxout(4, 2, Activation.MISH, true), new Layer.Noise(2), new Layer.BatchNorm(),
                Twins.dense(3, Activation.SOFTMAX)));
        compare(rows, List.of(2), count);
        Model.Network images = new Model.Network(3, List.of(Twins.conv(3, 3, 1, Padding.SAME, Activation.RELU),
                new Layer.BatchNorm(), new Layer.MaxPool(2, 2, Rounding.UP), new Layer.Flatten(),
                Twins.dense(2, Activation.TANH)));
        compare(images, List.of(1, 5, 5), count);
    }

    private static void compare(Model.Network network, List<Integer> shape, int count) {
        List<List<Integer>> shapes = Shapes.of(network, shape);
        float[] parameters = InitialParameters.of(network, shape);
        float[] inputs = new float[Shapes.width(shape) * count];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = 4 * CounterRandom.uniform(1, i) - 2;
        }
        float[][] expected = new float[shapes.size()][];
        float[] @Nullable [] outputs = new float[shapes.size()] @Nullable [];
        for (int layer = 0; layer < expected.length; layer++) {
            expected[layer] = new float[Shapes.width(shapes.get(layer)) * count];
            outputs[layer] = layer == 1 ? null : expected[layer].clone();
        }
        new CpuEngine().evaluator(network, shape).forward(parameters, inputs, count, expected);
        Evaluator evaluator = ENGINE.evaluator(network, shape);
        evaluator.forward(parameters, inputs, count, outputs);
        assertThat(evaluator.layout().total()).isEqualTo(parameters.length);
        for (int layer = 0; layer < expected.length; layer++) {
            float[] output = outputs[layer];
            if (output != null) {
                Twins.close(output, expected[layer], "layer " + layer);
            }
        }
    }

    @Test
    void whatIsClosedGivesItsMemoryBack() {
        Session session = ENGINE.open(problem(LAYERS));
        session.close();
        assertThatNullPointerException().isThrownBy(session::parameters);
        try (Net net = new Net(problem(LAYERS).network(), List.of(2));
                Passes passes = new Passes(samples -> Pass.evaluation(net, samples))) {
            Pass first = passes.of(1);
            first.play(1);
            assertThat(passes.of(1)).isSameAs(first);
            for (int samples = 2; samples <= 5; samples++) {
                passes.of(samples);
            }
            assertThatNullPointerException().as("used longest ago").isThrownBy(() -> first.scores(true));
        }
    }
}
