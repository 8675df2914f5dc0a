package dev.crescent.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenSpaceTest {
    private static final Layer OUTPUT = new Layer.Dense(2, Activation.SOFTMAX);

    @Test
    void theLastHiddenLayerIsShownForBothParts() throws Exception {
        Experiment experiment = with(new Layer.Dense(6, Activation.TANH), new Layer.Dense(4, Activation.TANH), OUTPUT);
        Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        HiddenSpace space = of(experiment, data);
        assertThat(space.layer()).isEqualTo(1);
        assertThat(space.units()).isEqualTo(4);
        assertThat(space.xy()).hasSize(2 * 500);
        assertThat(space.shares()[0]).isGreaterThan(space.shares()[1]).isPositive();
        assertThat(space.shares()[0] + space.shares()[1]).isBetween(0.5, 1 + 1e-9);
        assertThat(mean(space.xy(), 0)).isCloseTo(0, within(1e-4));
        assertThat(mean(space.xy(), 1)).isCloseTo(0, within(1e-4));
        assertThat(of(experiment, data).xy()).isEqualTo(space.xy());
    }

    @Test
    void withoutAHiddenLayerTheInputsAreTurnedAndNothingElse() throws Exception {
        Experiment experiment = with(OUTPUT);
        Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        HiddenSpace space = of(experiment, data);
        assertThat(space.layer()).isEqualTo(-1);
        assertThat(space.shares()[0] + space.shares()[1]).isCloseTo(1, within(1e-9));
        float[] raw = data.train().inputs();
        for (int i = 1; i < 50; i++) {
            double before = Math.hypot(raw[2 * i] - raw[0], raw[2 * i + 1] - raw[1]);
            double after = Math.hypot(space.xy()[2 * i] - space.xy()[0], space.xy()[2 * i + 1] - space.xy()[1]);
            assertThat(after).isCloseTo(before, within(1e-4));
        }
    }

    @Test
    void aHiddenLayerOfOneUnitIsALine() throws Exception {
        Experiment experiment = with(new Layer.Dense(1, Activation.TANH), OUTPUT);
        Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        HiddenSpace space = of(experiment, data);
        assertThat(space.shares()).containsExactly(new double[] {1, 0}, within(1e-9));
        for (int i = 0; i < 500; i++) {
            assertThat(space.xy()[2 * i + 1]).isZero();
        }
    }

    private static Experiment with(Layer... layers) {
        return Experiment.defaults().withModel(new Model.Network(1, List.of(layers)));
    }

    private static HiddenSpace of(Experiment experiment, Dataset data) {
        Model.Network network = (Model.Network) experiment.model();
        Evaluator evaluator = new CpuEngine().evaluator(network, data.inputShape());
        return HiddenSpace.of(experiment, data, evaluator, InitialParameters.of(network, data.inputShape()));
    }

    private static double mean(float[] xy, int axis) {
        double sum = 0;
        for (int i = axis; i < xy.length; i += 2) {
            sum += xy[i];
        }
        return sum / (xy.length / 2.0);
    }
}
