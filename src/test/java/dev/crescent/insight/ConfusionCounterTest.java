package dev.crescent.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Part;
import dev.crescent.engine.Spread;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfusionCounterTest {
    private static final Engines ENGINES = new Engines(List.of(new CpuEngine()));

    private static Experiment experiment(PointSet set, int units, Activation activation, Loss loss) {
        Experiment defaults = Experiment.defaults();
        return new Experiment("", "", new Data(new Source.Points(set, 5000, 0.4), 3, 0.5, Scaling.NONE),
                List.of("x1", "x2", "x1 * x2"),
                new Model.Network(1, List.of(new Layer.Dense(5, Activation.TANH), new Layer.Dropout(0.2),
                        new Layer.Dense(units, activation))),
                defaults.training().withLoss(loss), defaults.device());
    }

    private static Dataset data(Experiment experiment) throws Exception {
        return Datasets.load(experiment.data(), experiment.features(), Path.of(""));
    }

    @ParameterizedTest
    @CsvSource({"BLOBS, 3, SOFTMAX, CROSS_ENTROPY", "BLOBS, 3, LINEAR, HINGE", "BLOBS, 3, SOFTMAX, MEAN_SQUARED_ERROR",
            "MOONS, 2, SOFTMAX, CROSS_ENTROPY", "MOONS, 1, SIGMOID, BINARY_CROSS_ENTROPY",
            "MOONS, 1, TANH, HALF_SQUARED_ERROR", "MOONS, 1, LINEAR, HINGE"})
    void theDiagonalsShareIsTheTestAccuracyAtEveryMoment(PointSet set, int units, Activation activation, Loss loss)
            throws Exception {
        Experiment experiment = experiment(set, units, activation, loss);
        Dataset data = data(experiment);
        try (Run run = Run.start(experiment, data, ENGINES)) {
            ConfusionCounter counter = new ConfusionCounter(experiment, data, new CpuEngine());
            for (int moment = 0; moment < 6; moment++) {
                Confusion confusion = counter.count(run.parameters());

                assertThat(confusion.accuracy()).isEqualTo(run.evaluate(Part.TEST).accuracy());
                assertThat(confusion.undecided()).isZero();
                assertThat(Arrays.stream(confusion.counts()).mapToInt(row -> Arrays.stream(row).sum()).sum())
                        .isEqualTo(data.test().count());
                for (int step = 0; step < 20; step++) {
                    run.train();
                }
            }
        }
    }

    @Test
    void rowsAreTrueClassesAndColumnsAnswers() throws Exception {
        Experiment experiment = experiment(PointSet.MOONS, 1, Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY);
        Dataset data = data(experiment);
        float[] always1 = new float[5 * 4 + 6];
        always1[always1.length - 1] = 1;

        Confusion confusion = new ConfusionCounter(experiment, data, new CpuEngine()).count(always1);

        int zeros = (int) Arrays.stream(data.test().labels()).limit(data.test().count()).filter(k -> k == 0).count();
        assertThat(confusion.counts()).isDeepEqualTo(
                new int[][] {{0, zeros}, {0, data.test().count() - zeros}});
        assertThat(confusion.recall(1)).isEqualTo(1);
    }

    @Test
    void ofEqualOutputsTheFirstIsTheAnswer() throws Exception {
        Experiment experiment = experiment(PointSet.BLOBS, 3, Activation.LINEAR, Loss.HINGE);
        Confusion confusion = new ConfusionCounter(experiment, data(experiment), new CpuEngine())
                .count(new float[5 * 4 + 6 * 3]);
        for (int k = 0; k < 3; k++) {
            assertThat(confusion.counts()[k]).containsExactly(confusion.samples(k), 0, 0);
        }
    }

    /// Accuracy is counted on what softmax sees.
    @Test
    void aDifferenceThatSoftmaxRoundsAwayDecidesUnderCrossEntropyOnly() throws Exception {
        float[] close = new float[5 * 4 + 6 * 2];
        close[close.length - 1] = 1e-9f;
        Experiment fused = experiment(PointSet.MOONS, 2, Activation.SOFTMAX, Loss.CROSS_ENTROPY);
        Confusion confusion = new ConfusionCounter(fused, data(fused), new CpuEngine()).count(close);
        assertThat(confusion.samples(0)).isPositive().isEqualTo(confusion.counts()[0][1]);
        Experiment apart = experiment(PointSet.MOONS, 2, Activation.SOFTMAX, Loss.MEAN_SQUARED_ERROR);
        Confusion rounded = new ConfusionCounter(apart, data(apart), new CpuEngine()).count(close);
        assertThat(rounded.samples(0)).isEqualTo(rounded.counts()[0][0]);
        try (Run run = Run.start(apart, data(apart), ENGINES)) {
            run.load(close);
            assertThat(rounded.accuracy()).isEqualTo(run.evaluate(Part.TEST).accuracy());
        }
        try (Run run = Run.start(fused, data(fused), ENGINES)) {
            run.load(close);
            assertThat(confusion.accuracy()).isEqualTo(run.evaluate(Part.TEST).accuracy());
        }
    }

    @Test
    void whatIsNotANumberIsNoAnswer() throws Exception {
        for (int units : new int[] {1, 2}) {
            Experiment experiment = experiment(PointSet.MOONS, units, Activation.LINEAR, Loss.HINGE);
            float[] broken = new float[5 * 4 + 6 * units];
            Arrays.fill(broken, Float.NaN);

            Confusion confusion = new ConfusionCounter(experiment, data(experiment), new CpuEngine()).count(broken);

            assertThat(confusion.undecided()).isEqualTo(2500);
            assertThat(confusion.accuracy()).isZero();
        }
    }

    @Test
    void someSamplesAreSpreadEvenlyAndCountingCanBeStopped() throws Exception {
        Experiment experiment = experiment(PointSet.BLOBS, 3, Activation.SOFTMAX, Loss.CROSS_ENTROPY);
        Dataset data = data(experiment);
        try (Run run = Run.start(experiment, data, ENGINES)) {
            ConfusionCounter counter = new ConfusionCounter(experiment, data, new CpuEngine());
            Confusion some = counter.count(run.parameters(), 10, () -> false);
            assertThat(some).isNotNull();
            int[] classes = new int[3];
            for (int i = 0; i < 10; i++) {
                classes[data.test().labels()[Spread.place(i, 10, data.test().count())]]++;
            }
            for (int k = 0; some != null && k < 3; k++) {
                assertThat(some.samples(k)).isEqualTo(classes[k]);
                assertThat(some.total()).isEqualTo(10);
            }
            assertThat(counter.count(run.parameters(), 10, () -> true)).isNull();
        }
    }
}
