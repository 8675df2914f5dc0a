package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a change keeps: weights, the optimizer's memory, the place in training, the history.
class ChangeTest {
    private static final Experiment BASE = Experiments.moons();

    private static Experiment layers(Layer... layers) {
        return BASE.withModel(new Model.Network(1, List.of(layers)));
    }

    private static Experiment source(Source source) {
        return BASE.withData(BASE.data().withSource(source));
    }

    private static Map<String, Experiment> hot() {
        Map<String, Experiment> hot = new LinkedHashMap<>();
        hot.put("learning rate", Experiments.withRate(BASE, 0.5));
        hot.put("betas", Experiments.withOptimizer(BASE, new Optimizer.Adam(0.01, 0.5, 0.9)));
        hot.put("batch size", BASE.withTraining(BASE.training().withBatchSize(20)));
        hot.put("penalty", BASE.withTraining(BASE.training().withPenalty(0.1, 0.2)));
        hot.put("clip", BASE.withTraining(BASE.training().withClip(1)));
        hot.put("schedule", BASE.withTraining(BASE.training().withSchedule(new Schedule.Cosine(9, 1))));
        hot.put("order", BASE.withTraining(BASE.training().withSeed(9)));
        hot.put("loss", BASE.withTraining(BASE.training().withLoss(Loss.MEAN_SQUARED_ERROR)));
        hot.put("activation", layers(new Layer.Dense(6, Activation.RELU), new Layer.Dense(4, Activation.SINE),
                new Layer.Dense(2, Activation.SOFTMAX)));
        hot.put("dropout", layers(new Layer.Dense(6, Activation.TANH), new Layer.Dropout(0.5),
                new Layer.Dense(4, Activation.TANH), new Layer.Noise(0.1), new Layer.Dense(2, Activation.SOFTMAX)));
        hot.put("noise", source(new Source.Points(PointSet.MOONS, 100, 0.3)));
        hot.put("samples", source(new Source.Points(PointSet.MOONS, 300, 0.1)));
        hot.put("painted", source(new Source.Painted(List.of(new PaintedPoint(1, 2, 0), new PaintedPoint(2, 1, 1)))));
        hot.put("data seed", BASE.withData(BASE.data().withSeed(2)));
        hot.put("test share", BASE.withData(BASE.data().withTestFraction(0.2)));
        hot.put("scaling", BASE.withData(BASE.data().withScaling(Scaling.STANDARDIZE)));
        hot.put("device", BASE.withDevice(Device.CPU));
        return hot;
    }

    private static Map<String, Experiment> reset() {
        Map<String, Experiment> reset = new LinkedHashMap<>();
        reset.put("seed", BASE.withModel(((Model.Network) BASE.model()).withSeed(2)));
        reset.put("units", layers(new Layer.Dense(7, Activation.TANH), new Layer.Dense(4, Activation.TANH),
                new Layer.Dense(2, Activation.SOFTMAX)));
        reset.put("layers", layers(new Layer.Dense(6, Activation.TANH), new Layer.Dense(2, Activation.SOFTMAX)));
        reset.put("initializer", layers(new Layer.Dense(6, Activation.TANH, new Initializer.Uniform(0.5)),
                new Layer.Dense(4, Activation.TANH), new Layer.Dense(2, Activation.SOFTMAX)));
        reset.put("another point set", source(new Source.Points(PointSet.SPIRAL, 100, 0.1)));
        reset.put("features", BASE.withFeatures(List.of("x1", "x2^2")));
        reset.put("more features", BASE.withFeatures(List.of("x1", "x2", "x1 * x2")));
        reset.put("task", BASE.withTraining(BASE.training().withLoss(Loss.HUBER))
                .withModel(new Model.Network(1, List.of(new Layer.Dense(1, Activation.LINEAR))))
                .withData(BASE.data().withSource(new Source.Points(PointSet.PLANE, 100, 0))));
        return reset;
    }

    private static Change between(Experiment before, Experiment after) throws Exception {
        return Change.between(before, Experiments.data(before), after, Experiments.data(after));
    }

    @Test
    void whatTrainingDoesNotReadChangesNothing() {
        Driven driven = Driven.of(BASE).steps(10);
        Snapshot before = driven.latest();
        driven.ask(new Command.Become(BASE.withTitle("Other").withTraining(BASE.training().withEpochs(7)), "title"));
        assertThat(driven.latest().parameters()).isEqualTo(before.parameters());
        assertThat(driven.latest().dataset()).isSameAs(before.dataset());
        assertThat(driven.latest().experiment().title()).isEqualTo("Other");
        assertThat(driven.latest().history().marks()).isEmpty();
        assertThat(driven.steps(30).latest().parameters()).isEqualTo(Driven.of(BASE).steps(40).latest().parameters());
    }

    @Test
    void hotChangesKeepEveryBitAndMarkTheHistory() throws Exception {
        for (Map.Entry<String, Experiment> change : hot().entrySet()) {
            String name = change.getKey();
            assertThat(between(BASE, change.getValue())).as(name).isEqualTo(Change.HOT);
            Driven driven = Driven.of(BASE).steps(10);
            Snapshot before = driven.latest();
            driven.ask(new Command.Become(change.getValue(), name));
            Snapshot after = driven.latest();
            assertThat(driven.published.notice).as(name).isNull();
            assertThat(after.experiment()).isEqualTo(change.getValue());
            assertThat(after.parameters()).as(name).isEqualTo(before.parameters());
            assertSame(after.optimizer(), before.optimizer(), name);
            assertThat(after.step()).isEqualTo(10);
            assertThat(after.run()).isEqualTo(before.run());
            assertThat(after.epoch()).as(name).isBetween(before.epoch(), 2.0);
            assertThat(after.history().marks()).as(name).containsExactly(new History.Mark(before.epoch(), name));
            assertThat(driven.steps(1).latest().parameters()).as(name).isNotEqualTo(before.parameters());
            assertThat(driven.latest().history().column(0)).as(name).isSorted();
        }
    }

    static void assertSame(OptimizerState actual, OptimizerState expected, String name) {
        assertThat(actual.step()).as(name).isEqualTo(expected.step());
        assertThat(actual.since()).as(name).isEqualTo(expected.since());
        assertThat(actual.vectors().toArray(float[][]::new)).as(name)
                .isDeepEqualTo(expected.vectors().toArray(float[][]::new));
    }

    @Test
    void anotherOptimizerKeepsTheWeightsAndStartsAnew() throws Exception {
        for (Optimizer optimizer : List.of(new Optimizer.NAdam(0.01, 0.9, 0.999), new Optimizer.Sgd(0.1, 0.9, false),
                new Optimizer.Sgd(0.1, 0, false), new Optimizer.AdaDelta(1, 0.9), new Optimizer.Lion(0.001, 0.9, 0.99))) {
            Experiment changed = Experiments.withOptimizer(BASE, optimizer);
            assertThat(between(BASE, changed)).isEqualTo(Change.OPTIMIZER);
            Driven driven = Driven.of(BASE).steps(10);
            Snapshot before = driven.latest();
            driven.ask(new Command.Become(changed, "optimizer"));
            Snapshot after = driven.latest();
            assertThat(after.parameters()).isEqualTo(before.parameters());
            assertThat(after.optimizer().step()).isEqualTo(10);
            assertThat(after.optimizer().since()).isEqualTo(10);
            assertThat(after.optimizer().vectors()).allSatisfy(v -> assertThat(v).containsOnly(0));
            assertThat(after.history().marks()).containsExactly(new History.Mark(before.epoch(), "optimizer"));
            assertThat(driven.steps(1).latest().step()).isEqualTo(11);
        }
        assertThat(between(Experiments.withOptimizer(BASE, new Optimizer.Sgd(0.1, 0, false)),
                Experiments.withOptimizer(BASE, new Optimizer.Sgd(0.1, 0.5, false)))).isEqualTo(Change.OPTIMIZER);
    }

    @Test
    void otherParametersStartAnew() throws Exception {
        for (Map.Entry<String, Experiment> change : reset().entrySet()) {
            String name = change.getKey();
            assertThat(between(BASE, change.getValue())).as(name).isEqualTo(Change.RESET);
            Driven driven = Driven.of(BASE).steps(10).ask(new Command.Become(change.getValue(), name));
            Snapshot after = driven.latest();
            assertThat(after.step()).as(name).isZero();
            assertThat(after.run()).isEqualTo(2);
            assertThat(after.history().size()).isEqualTo(1);
            assertThat(after.history().marks()).isEmpty();
            assertThat(after.parameters()).isEqualTo(Driven.of(change.getValue()).latest().parameters());
            assertThat(driven.lastGood()).isSameAs(after);
        }
    }

    @Test
    void theActivationsOfMaxoutAndConvolutionChangeWhileTraining() throws Exception {
        Initializer zeros = Initializer.Standard.ZEROS;
        Layer last = new Layer.Dense(2, Activation.SOFTMAX);
        Experiment tanh = layers(new Layer.Maxout(4, 2, Activation.TANH, zeros, true, zeros),
                new Layer.Conv(3, 3, 1, Padding.SAME, Activation.TANH, zeros, true, zeros), last);
        Experiment relu = layers(new Layer.Maxout(4, 2, Activation.RELU, zeros, true, zeros),
                new Layer.Conv(3, 3, 1, Padding.SAME, Activation.RELU, zeros, true, zeros), last);
        Experiment pieces = layers(new Layer.Maxout(4, 3, Activation.TANH, zeros, true, zeros),
                new Layer.Conv(3, 3, 1, Padding.SAME, Activation.TANH, zeros, true, zeros), last);
        assertThat(between(tanh, relu)).isEqualTo(Change.HOT);
        assertThat(between(tanh, pieces)).isEqualTo(Change.RESET);
    }

    @Test
    void aChangeBeforeTheFirstStepIsNotMarked() {
        Driven driven = Driven.of(BASE).ask(new Command.Become(Experiments.withRate(BASE, 1), "rate"));
        assertThat(driven.latest().history().marks()).isEmpty();
    }

    /// The end of a gesture whose changes were sent without a mark.
    @Test
    void theSameExperimentAgainIsMarkedIfItBringsAMark() {
        Driven driven = Driven.of(BASE).steps(10);
        double epoch = driven.latest().epoch();
        driven.ask(new Command.Become(Experiments.withRate(BASE, 0.5), ""));
        assertThat(driven.latest().history().marks()).isEmpty();
        driven.ask(new Command.Become(Experiments.withRate(BASE, 0.5), "rate"));
        assertThat(driven.latest().history().marks()).containsExactly(new History.Mark(epoch, "rate"));
        driven.ask(new Command.Become(Experiments.withRate(BASE, 0.5), ""));
        assertThat(driven.latest().history().marks()).hasSize(1);
    }

    @Test
    void anotherTargetTaskOrTableIsAnotherProblem(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.csv"), "a,b,c,d\n1,2,0,1\n2,1,1,1\n3,1,1,0\n4,5,0,0\n");
        Experiment first = source(table("c", null));
        Experiment other = source(table("d", null));
        Experiment tested = source(table("c", "a.csv"));
        Experiment values = source(new Source.Csv("a.csv", "c", Task.REGRESSION, List.of("a", "b"), List.of(), null));
        Files.copy(folder.resolve("a.csv"), folder.resolve("b.csv"));
        Experiment copy = source(new Source.Csv("b.csv", "c", Task.CLASSIFICATION, List.of("a", "b"), List.of(), null));
        Dataset before = load(first, folder);
        assertThat(Change.between(first, before, values, load(values, folder))).isEqualTo(Change.RESET);
        assertThat(Change.between(first, before, copy, load(copy, folder))).isEqualTo(Change.RESET);
        assertThat(Change.between(first, before, other, load(other, folder))).isEqualTo(Change.RESET);
        assertThat(Change.between(first, before, tested, load(tested, folder))).isEqualTo(Change.HOT);
        // As the window learns that a run is given up, which it keeps.
        for (Experiment again : List.of(values, copy, other)) {
            assertThat(Change.restarts(first, again)).isTrue();
        }
        assertThat(Change.restarts(first, tested)).isFalse();
    }

    /// Two columns are x1 and x2 for the features' formulas, whatever they are called.
    @Test
    void otherColumnsAndAnotherUnitAreAnotherProblem(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.csv"), "a,b,c,d\n1,2,0,1\n2,1,1,1\n3,1,1,0\n4,5,0,0\n");
        Source.Csv table = new Source.Csv("a.csv", "d", Task.REGRESSION, List.of("a", "b"), List.of(), null);
        Experiment first = source(table);
        for (Source.Csv next : List.of(table.withTargetUnit(10),
                new Source.Csv("a.csv", "d", Task.REGRESSION, List.of("a", "c"), List.of(), null))) {
            Experiment after = source(next);
            assertThat(Change.between(first, load(first, folder), after, load(after, folder))).isEqualTo(Change.RESET);
            assertThat(Change.restarts(first, after)).isTrue();
        }
    }

    private static Source.Csv table(String target, @Nullable String testPath) {
        return new Source.Csv("a.csv", target, Task.CLASSIFICATION, List.of("a", "b"), List.of(), testPath);
    }

    private static Dataset load(Experiment experiment, Path folder) throws DataException {
        return Datasets.load(experiment.data(), experiment.features(), folder);
    }

    @Test
    void pointsPaintedWhileItTrainsKeepTheWeights() {
        PaintedPoint first = new PaintedPoint(-1, 0, 0);
        PaintedPoint second = new PaintedPoint(1, 0, 1);
        Driven driven = Driven.of(Experiments.painted()).ask(new Command.Go()).toTheEnd();
        assertThat(driven.notice().text()).startsWith("There are no training samples yet");
        assertThat(driven.latest().running()).isFalse();
        driven.ask(new Command.Become(Experiments.painted(first), "paint"), new Command.Go());
        driven.state.work(1_000_000);
        driven.ask(new Command.Become(Experiments.painted(first, second), "paint"));
        assertThat(driven.latest().running()).isTrue();
        assertThat(driven.latest().step()).isPositive();
        assertThat(driven.latest().run()).isEqualTo(1);
        driven.ask(new Command.StopAt(new StopCondition(0, 0.01, 0))).toTheEnd();
        assertThat(driven.latest().train().accuracy()).isEqualTo(1);
        assertThat(driven.lastGood()).isSameAs(driven.latest());
        float[] trained = driven.latest().parameters();
        driven.ask(new Command.Become(Experiments.painted(), "clear"));
        assertThat(driven.latest().parameters()).isEqualTo(trained);
        assertThat(driven.latest().train().loss()).isNaN();
    }

    @Test
    void anotherDeviceGoesOnWithTheSameBits() {
        Driven driven = new Driven(new Engines(List.of(new CpuEngine(), new FakeEngine("nd4j"))));
        driven.ask(new Command.Become(Experiments.random(), "")).steps(10);
        driven.ask(new Command.Become(Experiments.random().withDevice(Device.ND4J), "device")).steps(10);
        driven.ask(new Command.Become(Experiments.random().withDevice(Device.CPU), "device")).steps(10);
        assertThat(driven.published.notice).isNull();
        assertThat(driven.latest().parameters())
                .isEqualTo(Driven.of(Experiments.random()).steps(30).latest().parameters());
        assertThat(driven.latest().history().marks()).hasSize(2);
        driven.ask(new Command.Become(Experiments.random().withDevice(Device.CUDA), "device"));
        assertThat(driven.notice().text()).contains("no cuda engine");
        assertThat(driven.latest().experiment().device()).isEqualTo(Device.CPU);
    }
}
