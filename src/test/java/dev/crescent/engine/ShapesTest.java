package dev.crescent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapesTest {
    private static final Initializer ZEROS = Initializer.Standard.ZEROS;

    static Layer.Conv conv(int filters, int kernel, int stride, Padding padding) {
        return new Layer.Conv(filters, kernel, stride, padding, Activation.RELU, ZEROS, true, ZEROS);
    }

    /// Theano-Tutorials' fifth network.
    static Model.Network convolutional() {
        Layer pool = new Layer.MaxPool(2, 2, Rounding.UP);
        return new Model.Network(1, List.of(conv(32, 3, 1, Padding.FULL), pool, conv(64, 3, 1, Padding.VALID), pool,
                conv(128, 3, 1, Padding.VALID), pool, new Layer.Dropout(0.2), new Layer.Flatten(),
                new Layer.Dense(625, Activation.RELU, ZEROS, false, ZEROS),
                new Layer.Dense(10, Activation.SOFTMAX, ZEROS, false, ZEROS)));
    }

    @Test
    void followsTheoryThroughAConvolutionalNetwork() {
        assertThat(Shapes.of(convolutional(), List.of(1, 28, 28))).containsExactly(List.of(32, 30, 30),
                List.of(32, 15, 15), List.of(64, 13, 13), List.of(64, 7, 7), List.of(128, 5, 5), List.of(128, 3, 3),
                List.of(128, 3, 3), List.of(1152), List.of(625), List.of(10));
    }

    @Test
    void convolutionsHavePyTorchsSizes() {
        assertThat(Shapes.convolved(conv(1, 5, 1, Padding.VALID), 28)).isEqualTo(24);
        assertThat(Shapes.convolved(conv(1, 5, 3, Padding.VALID), 28)).isEqualTo(8);
        assertThat(Shapes.convolved(conv(1, 4, 1, Padding.SAME), 7)).isEqualTo(7);
        assertThat(Shapes.convolved(conv(1, 3, 2, Padding.FULL), 4)).isEqualTo(3);
    }

    @Test
    void poolingDropsOrCutsTheLastWindow() {
        assertThat(Shapes.pooled(new Layer.MaxPool(2, 2, Rounding.DOWN), 7)).isEqualTo(3);
        assertThat(Shapes.pooled(new Layer.MaxPool(2, 2, Rounding.UP), 7)).isEqualTo(4);
        assertThat(Shapes.pooled(new Layer.MaxPool(3, 2, Rounding.UP), 7)).isEqualTo(3);
        assertThat(Shapes.pooled(new Layer.MaxPool(3, 2, Rounding.UP), 2)).isEqualTo(1);
        assertThat(Shapes.pooled(new Layer.MaxPool(2, 3, Rounding.UP), 6)).as("would start outside").isEqualTo(2);
    }

    @Test
    void namesTheLayerThatDoesNotFit() {
        Layer last = new Layer.Dense(1, Activation.TANH);
        assertThatThrownBy(() -> Shapes.of(new Model.Network(1, List.of(new Layer.Dense(3, Activation.TANH),
                conv(1, 3, 1, Padding.VALID), last)), List.of(2)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("model.layers[1].type: conv needs an image");
        assertThatThrownBy(() -> Shapes.of(new Model.Network(1, List.of(conv(1, 3, 1, Padding.SAME),
                conv(1, 9, 1, Padding.VALID), last)), List.of(1, 8, 8)))
                .hasMessage("model.layers[1].kernel: must be at most 8, the size of the image that comes in, is 9");
        assertThatThrownBy(() -> Shapes.of(new Model.Network(1, List.of(new Layer.MaxPool(4, 1, Rounding.DOWN), last)),
                List.of(1, 3, 3))).hasMessageStartingWith("model.layers[0].size: must be at most 3");
    }
}
