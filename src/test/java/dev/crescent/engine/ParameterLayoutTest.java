package dev.crescent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterLayoutTest {
    private static final Initializer ZEROS = Initializer.Standard.ZEROS;

    @Test
    void weightsThenBiasesLayerByLayer() {
        ParameterLayout layout = ParameterLayout.of(new Model.Network(1, List.of(
                new Layer.Maxout(3, 2, Activation.LINEAR, ZEROS, true, ZEROS), new Layer.Dropout(0.5),
                new Layer.Dense(4, Activation.TANH).withBias(false), new Layer.BatchNorm(),
                new Layer.Dense(1, Activation.TANH))), List.of(2));
        assertThat(layout.slices()).containsExactly(
                new ParameterLayout.Slice(0, 0, List.of(6, 2), 12, 6),
                new ParameterLayout.Slice(2, 18, List.of(4, 3), -1, 0),
                new ParameterLayout.Slice(3, 30, List.of(4), 34, 4),
                new ParameterLayout.Slice(4, 38, List.of(1, 4), 42, 1));
        assertThat(layout.size()).isEqualTo(43);
        assertThat(layout.slice(2)).contains(layout.slices().get(1));
        assertThat(layout.slice(1)).isEmpty();
    }

    @Test
    void imagesAreFlattenedBeforeDenseLayers() {
        ParameterLayout layout = ParameterLayout.of(new Model.Network(1, List.of(
                ShapesTest.conv(5, 3, 1, Padding.VALID), new Layer.BatchNorm(), new Layer.Dense(2, Activation.SOFTMAX))),
                List.of(3, 6, 4));
        assertThat(layout.slices()).containsExactly(
                new ParameterLayout.Slice(0, 0, List.of(5, 3, 3, 3), 135, 5),
                new ParameterLayout.Slice(1, 140, List.of(5), 145, 5),
                new ParameterLayout.Slice(2, 150, List.of(2, 40), 230, 2));
    }

    @Test
    void countsTheParametersOfTheoryTutorialsNetwork() {
        assertThat(ParameterLayout.of(ShapesTest.convolutional(), List.of(1, 28, 28)).size())
                .isEqualTo(32 * 9 + 32 + 64 * 32 * 9 + 64 + 128 * 64 * 9 + 128 + 1152 * 625 + 6250);
    }

    @Test
    void refusesMoreThanOneArrayHolds() {
        assertThatThrownBy(() -> ParameterLayout.of(new Model.Network(1, List.of(
                new Layer.Dense(65_536, Activation.RELU), new Layer.Dense(65_536, Activation.RELU))), List.of(2)))
                .hasMessageStartingWith("model.layers[1]: has 4294967296 weights");
    }
}
