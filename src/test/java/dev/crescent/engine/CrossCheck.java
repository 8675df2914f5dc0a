package dev.crescent.engine;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Two engines that share no arithmetic come to the same numbers.
public abstract class CrossCheck {
    private static final List<Integer> PLANE = List.of(3);
    private static final List<Integer> IMAGE = List.of(2, 7, 6);

    /// The one beside the default engine.
    protected abstract Engine engine();

    private void agree(Problem problem) {
        Twins.agree(engine(), problem);
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, mode = EnumSource.Mode.EXCLUDE, names = {"STEP", "SOFTMAX"})
    void everyActivation(Activation activation) {
        agree(Twins.problem(List.of(Twins.dense(6, activation), Twins.dense(5, activation), Twins.dense(2, activation)),
                Twins.training(Loss.MEAN_SQUARED_ERROR, Twins.SGD), PLANE));
    }

    static Stream<Arguments> losses() {
        List<Layer> one = List.of(Twins.dense(5, Activation.TANH), Twins.dense(1, Activation.LINEAR));
        List<Layer> sigmoid = List.of(Twins.dense(5, Activation.TANH), Twins.dense(1, Activation.SIGMOID));
        List<Layer> three = List.of(Twins.dense(5, Activation.TANH), Twins.dense(3, Activation.LINEAR));
        List<Layer> softmax = List.of(Twins.dense(5, Activation.TANH), Twins.dense(3, Activation.SOFTMAX));
        return Stream.of(Stream.of(Loss.MEAN_SQUARED_ERROR, Loss.HALF_SQUARED_ERROR, Loss.HUBER, Loss.HINGE)
                        .flatMap(loss -> Stream.of(one, sigmoid, three, softmax).map(layers -> problem(loss, layers))),
                Stream.of(problem(Loss.CROSS_ENTROPY, softmax), problem(Loss.CROSS_ENTROPY, three),
                        problem(Loss.BINARY_CROSS_ENTROPY, sigmoid))).flatMap(s -> s);
    }

    private static Arguments problem(Loss loss, List<Layer> layers) {
        Layer.Dense output = (Layer.Dense) layers.getLast();
        return Arguments.argumentSet(loss.id() + " of " + output.units() + " " + output.activation().id(),
                Twins.problem(layers, Twins.training(loss, Twins.SGD), PLANE));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyLoss(Problem problem) {
        agree(problem);
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(new Optimizer.Sgd(0.1, 0.9, false), new Optimizer.Sgd(0.1, 0.9, true),
                new Optimizer.RmsProp(0.01, 0.9, false), new Optimizer.RmsProp(0.01, 0.9, true),
                new Optimizer.AdaGrad(0.1), new Optimizer.AdaDelta(1, 0.9), new Optimizer.Adam(0.01, 0.9, 0.99),
                new Optimizer.AdamW(0.01, 0.9, 0.99, 0.3), new Optimizer.NAdam(0.01, 0.9, 0.99),
                new Optimizer.Lion(0.01, 0.9, 0.99));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimizer(Optimizer optimizer) {
        agree(Twins.problem(List.of(Twins.dense(6, Activation.TANH), Twins.dense(2, Activation.SOFTMAX)),
                Twins.training(Loss.CROSS_ENTROPY, optimizer), PLANE));
    }

    static Stream<List<Layer>> images() {
        Layer.Dense out = Twins.dense(3, Activation.SOFTMAX);
        return Stream.of(
                List.of(Twins.conv(4, 3, 1, Padding.VALID, Activation.TANH), out),
                List.of(Twins.conv(4, 3, 1, Padding.SAME, Activation.RELU), out),
                List.of(Twins.conv(4, 2, 1, Padding.SAME, Activation.TANH), out),
                List.of(Twins.conv(4, 3, 1, Padding.FULL, Activation.TANH), out),
                List.of(Twins.conv(4, 3, 2, Padding.VALID, Activation.SIGMOID), out),
                List.of(Twins.conv(4, 3, 2, Padding.FULL, Activation.TANH), out),
                List.of(new Layer.Conv(3, 2, 1, Padding.VALID, Activation.TANH, Initializer.Standard.HE_NORMAL, false,
                        Initializer.Standard.ZEROS), out),
                List.of(new Layer.MaxPool(2, 2, Rounding.DOWN), out),
                List.of(new Layer.MaxPool(2, 2, Rounding.UP), out),
                List.of(new Layer.MaxPool(3, 2, Rounding.UP), out),
                List.of(new Layer.MaxPool(2, 3, Rounding.UP), out),
                List.of(new Layer.MaxPool(3, 1, Rounding.DOWN), out),
                List.of(new Layer.MaxPool(9, 9, Rounding.UP), out),
                List.of(new Layer.BatchNorm(), Twins.conv(3, 3, 1, Padding.SAME, Activation.RELU), new Layer.BatchNorm(),
                        new Layer.MaxPool(2, 2, Rounding.UP), new Layer.Flatten(), out),
                List.of(Twins.conv(4, 3, 1, Padding.FULL, Activation.RELU), new Layer.MaxPool(2, 2, Rounding.DOWN),
                        new Layer.Dropout(0.2), Twins.conv(3, 2, 1, Padding.VALID, Activation.RELU),
                        new Layer.MaxPool(3, 2, Rounding.UP), Twins.dense(5, Activation.RELU), out));
    }

    @ParameterizedTest
    @MethodSource("images")
    void everyLayerOfImages(List<Layer> layers) {
        agree(Twins.problem(layers, Twins.training(Loss.CROSS_ENTROPY, Twins.SGD), IMAGE));
    }

    static Stream<List<Layer>> rows() {
        Layer.Dense out = Twins.dense(2, Activation.SOFTMAX);
        return Stream.of(List.of(out),
                List.of(Twins.maxout(4, 3, Activation.LINEAR, true), out),
                List.of(Twins.maxout(4, 2, Activation.TANH, false), out),
                List.of(new Layer.Dense(4, Activation.TANH, Initializer.Standard.HE_UNIFORM).withBias(false), out),
                List.of(Twins.dense(6, Activation.TANH), new Layer.Dropout(0.3), out),
                List.of(new Layer.Dropout(0), new Layer.Noise(0), new Layer.Flatten(), out),
                List.of(new Layer.Noise(0.2), Twins.dense(6, Activation.TANH), new Layer.Noise(0.1), out),
                List.of(Twins.dense(6, Activation.TANH), new Layer.BatchNorm(), out));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyLayerOfRows(List<Layer> layers) {
        agree(Twins.problem(layers, Twins.training(Loss.CROSS_ENTROPY, Twins.SGD), PLANE));
    }

    @Test
    void equalPiecesGiveTheGradientToTheFirst() {
        Layer.Maxout same = new Layer.Maxout(3, 3, Activation.LINEAR, Initializer.Standard.ZEROS, true,
                new Initializer.Constant(0.5));
        agree(Twins.problem(List.of(same, Twins.dense(2, Activation.SOFTMAX)),
                Twins.training(Loss.CROSS_ENTROPY, Twins.SGD), PLANE));
    }

    @Test
    void penaltiesAndClipping() {
        List<Layer> layers = List.of(Twins.dense(6, Activation.TANH), new Layer.BatchNorm(), Twins.dense(2, Activation.SOFTMAX));
        Training training = Twins.training(Loss.CROSS_ENTROPY, Twins.SGD);
        agree(Twins.problem(layers, training.withPenalty(0.01, 0.02).withClip(0.05), PLANE));
        agree(Twins.problem(layers, training.withPenalty(0.01, 0).withClip(50), PLANE));
    }

    /// A mini-batch that goes through the network in turns counts as one.
    @Test
    void aMiniBatchLargerThanOneTurn() {
        Training training = new Training(Loss.MEAN_SQUARED_ERROR, new Optimizer.Adam(0.01, 0.9, 0.999), 1300, 1, true, 5, 0, 0,
                new Schedule.Constant(0), 0);
        agree(Twins.problem(List.of(Twins.dense(6, Activation.TANH), new Layer.Dropout(0.4), new Layer.Noise(0.1),
                Twins.dense(2, Activation.LINEAR)), training, PLANE, 1400));
    }

    @Test
    void aLargerNetwork() {
        agree(Twins.problem(List.of(Twins.dense(300, Activation.RELU), new Layer.Dropout(0.5),
                Twins.dense(200, Activation.SIGMOID), Twins.dense(10, Activation.SOFTMAX)),
                Twins.training(Loss.CROSS_ENTROPY, new Optimizer.RmsProp(0.001, 0.9, false)), List.of(784)));
    }

    @Test
    void trainingGoesOnFromTheOtherEngine() {
        Problem problem = Twins.problem(List.of(Twins.dense(6, Activation.TANH), new Layer.Dropout(0.3),
                Twins.dense(2, Activation.SOFTMAX)), Twins.training(Loss.CROSS_ENTROPY, new Optimizer.NAdam(0.01, 0.9, 0.99)),
                PLANE);
        int[] order = Twins.order(problem);
        try (Session cpu = new CpuEngine().open(problem); Session other = engine().open(problem)) {
            for (int step = 0; step < 3; step++) {
                cpu.train(order, 0, Twins.BATCH, 0.01);
            }
            other.load(cpu.parameters(), cpu.optimizerState().forgotten());
            cpu.load(cpu.parameters(), cpu.optimizerState().forgotten());
            cpu.train(order, 0, Twins.BATCH, 0.01);
            other.train(order, 0, Twins.BATCH, 0.01);
            Twins.close(other.parameters(), cpu.parameters(), "parameters after a new memory's first step");
            cpu.load(other.parameters(), other.optimizerState());
            cpu.train(order, 20, Twins.BATCH, 0.01);
            other.train(order, 20, Twins.BATCH, 0.01);
            Twins.close(other.parameters(), cpu.parameters(), "parameters after going on");
        }
    }
}
