package dev.crescent.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PlaneNetworkTest {
    private static final Offset<Double> NEAR = Offset.offset(1e-5);
    private static final Region REGION = new Region(-1, 3, -2, 2);

    private static PlaneNetwork network(Experiment experiment, int classes) throws DataException {
        Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        return new PlaneNetwork(experiment, Task.CLASSIFICATION, classes, Objects.requireNonNull(data.plane()),
                new CpuEngine().evaluator((Model.Network) experiment.model(), data.inputShape()));
    }

    private static Experiment single(Activation activation, Loss loss) {
        Experiment defaults = Experiment.defaults();
        return new Experiment("", "", defaults.data(), List.of("x1", "x2"),
                new Model.Network(1, List.of(new Layer.Dense(1, activation))), defaults.training().withLoss(loss),
                defaults.device());
    }

    @Test
    void aWideLayerIsComputedPieceByPieceAndItsFirstUnitsHaveFields() throws DataException {
        Experiment wide = Experiment.defaults().withModel(new Model.Network(1, List.of(
                new Layer.Dense(Layer.MOST_UNITS, Activation.TANH), new Layer.Dense(2, Activation.SOFTMAX))));
        PlaneNetwork network = network(wide, 2);
        float[] parameters = new float[Layer.MOST_UNITS * 5 + 2];
        for (int unit = 0; unit < Layer.MOST_UNITS; unit++) {
            parameters[2 * unit] = unit / (float) Layer.MOST_UNITS;
        }
        int side = 12;
        UnitFields fields = network.units(parameters, REGION, side);
        assertThat(fields.layers()[0]).hasNumberOfRows(UnitFields.MOST_UNITS);
        assertThat(fields.layers()[1]).hasNumberOfRows(2);
        int last = Layer.MOST_UNITS - 1;
        OutputField field = network.unit(parameters, REGION, side, side, 0, last);
        for (int column = 0; column < side; column++) {
            double x1 = -1 + (column + 0.5) * 4 / side;
            assertThat((double) field.values()[0][11 * side + column])
                    .isCloseTo(Math.tanh(x1 * last / Layer.MOST_UNITS), Offset.offset(1e-4));
            assertThat((double) fields.layers()[0][63][11 * side + column])
                    .isCloseTo(Math.tanh(x1 * 63 / Layer.MOST_UNITS), Offset.offset(1e-4));
        }
        assertThat(network.activations(parameters, 0, 0)[1]).hasSize(Layer.MOST_UNITS);
    }

    @Test
    void aFieldIsTheFunctionAtTheMiddleOfEachCell() throws DataException {
        // p = sigmoid(2 x1 - 3 x2 + 0.5)
        OutputField field = network(single(Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY), 2)
                .output(new float[] {2, -3, 0.5f}, REGION, 4, 8);

        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 4; column++) {
                double x1 = -1 + (column + 0.5);
                double x2 = 2 - (row + 0.5) / 2;
                assertThat((double) field.values()[0][row * 4 + column])
                        .isCloseTo(1 / (1 + Math.exp(-(2 * x1 - 3 * x2 + 0.5))), NEAR);
            }
        }
    }

    @Test
    void aTanhOutputIsReadAsAProbability() throws DataException {
        PlaneNetwork network = network(single(Activation.TANH, Loss.HALF_SQUARED_ERROR), 2);
        float[][] activations = network.activations(new float[] {1, 0, 0}, 0.7, 0);

        assertThat(network.outputs(activations)[1]).isCloseTo((Math.tanh(0.7) + 1) / 2, NEAR);
        assertThat(network.outputs(activations)[0]).isCloseTo(1 - (Math.tanh(0.7) + 1) / 2, NEAR);
    }

    @Test
    void linearScoresOfCrossEntropyGoThroughSoftmax() throws DataException {
        Experiment experiment = Experiment.defaults().withModel(
                new Model.Network(1, List.of(new Layer.Dense(3, Activation.LINEAR))));
        // Scores 1, x1, x2
        float[] parameters = {0, 0, 1, 0, 0, 1, 1, 0, 0};
        double[] outputs = network(experiment, 3).outputs(network(experiment, 3).activations(parameters, 2, -1));

        double sum = Math.exp(1) + Math.exp(2) + Math.exp(-1);
        assertThat(outputs[0]).isCloseTo(Math.exp(1) / sum, NEAR);
        assertThat(outputs[1]).isCloseTo(Math.exp(2) / sum, NEAR);
        assertThat(outputs[2]).isCloseTo(Math.exp(-1) / sum, NEAR);
    }

    @Test
    void sharesOfOtherOutputsKeepTheLargestFirst() throws DataException {
        Experiment defaults = Experiment.defaults();
        Experiment experiment = new Experiment("", "", defaults.data(), defaults.features(),
                new Model.Network(1, List.of(new Layer.Dense(2, Activation.LINEAR))),
                defaults.training().withLoss(Loss.MEAN_SQUARED_ERROR), defaults.device());
        PlaneNetwork network = network(experiment, 2);

        float[] positive = {0, 0, 0, 0, 0.25f, 0.75f};
        float[] negative = {0, 0, 0, 0, -2, -1};

        assertThat(network.outputs(network.activations(positive, 0, 0))[1]).isCloseTo(0.75, NEAR);
        assertThat(network.outputs(network.activations(negative, 0, 0))[1]).isGreaterThan(0.5);
    }

    @Test
    void thumbnailsAgreeWithTheActivationsAtAPoint() throws DataException {
        Experiment experiment = Experiment.defaults();
        PlaneNetwork network = network(experiment, 2);
        float[] parameters = new float[18 + 28 + 10];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) Math.sin(i);
        }
        int side = 8;
        UnitFields fields = network.units(parameters, REGION, side);
        int row = 2;
        int column = 5;
        float[][] activations = network.activations(parameters, -1 + (column + 0.5) / 2, 2 - (row + 0.5) / 2);

        assertThat((double) fields.features()[1][row * side + column]).isCloseTo(activations[0][1], NEAR);
        for (int layer = 0; layer < 3; layer++) {
            for (int unit = 0; unit < activations[layer + 1].length; unit++) {
                assertThat((double) fields.layers()[layer][unit][row * side + column])
                        .isCloseTo(activations[layer + 1][unit], NEAR);
            }
        }
    }

    @Test
    void aUnitsFieldHasTheUnitsOwnValuesAndTheRangeOfItsThumbnail() throws DataException {
        Experiment experiment = Experiment.defaults();
        PlaneNetwork network = network(experiment, 2);
        float[] parameters = new float[56];
        Arrays.fill(parameters, 0.3f);
        float[] raw = network.units(parameters, REGION, 8).layers()[0][2];

        OutputField field = network.unit(parameters, REGION, 8, 8, 0, 2);

        for (int i = 0; i < raw.length; i++) {
            assertThat((double) field.values()[0][i]).isCloseTo(raw[i], NEAR);
        }
        assertThat(network.range(field, 0)).isEqualTo(new ValueRange(-1, 1));
        assertThat(network.range(network.unit(parameters, REGION, 8, 8, 2, 0), 2)).isEqualTo(new ValueRange(0, 1));
    }

    @Test
    void reluUnitsAreScaledToTheirLargestValueAndTanhUnitsAreNot() {
        assertThat(UnitFields.scale(new float[] {0, 8, 2}, Activation.RELU)).isEqualTo(1 / 8f);
        assertThat(UnitFields.scale(new float[] {0, 0.2f, 0.1f}, Activation.TANH)).isEqualTo(1);
        assertThat(UnitFields.scale(new float[] {0.2f, 0.9f}, Activation.SIGMOID)).isEqualTo(2);
        assertThat(UnitFields.scale(new float[] {-0.25f, 0.1f}, Activation.LINEAR)).isEqualTo(4);
        assertThat(UnitFields.scale(new float[] {0, 0}, Activation.LINEAR)).isFinite();
        assertThat(UnitFields.scale(new float[] {Float.NaN, Float.NEGATIVE_INFINITY, 4}, Activation.RELU)).isEqualTo(0.25f);
        assertThat(UnitFields.shift(Activation.SIGMOID)).isEqualTo(-1);
    }
}
