package dev.crescent.ui.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightImagesTest {
    private static final Initializer START = Initializer.Standard.GLOROT_UNIFORM;
    private static final List<Integer> IMAGE = List.of(1, 8, 8);

    private static Layer.Dense dense(int units) {
        return new Layer.Dense(units, Activation.RELU, START, true, Initializer.Standard.ZEROS);
    }

    private static List<WeightMatrix> matrices(Layer... layers) {
        Model.Network network = new Model.Network(1, List.of(layers));
        ParameterLayout layout = ParameterLayout.of(network, IMAGE);
        float[] parameters = new float[layout.total()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = i;
        }
        return WeightMatrix.of(network, List.of(), IMAGE, layout, parameters);
    }

    @Test
    void kernelsOfOneChannelFillASheet() {
        WeightMatrix first = matrices(new Layer.Conv(5, 3, 1, Padding.VALID, Activation.RELU, START, true,
                Initializer.Standard.ZEROS), dense(2)).getFirst();
        assertThat(first.images()).isTrue();
        assertThat(List.of(first.rows(), first.columns())).as("3 beside each other, 2 below each other").containsExactly(7, 11);
        assertThat(first.weights()[4]).as("the second kernel's first weight").isEqualTo(9);
        assertThat(first.weights()[4 * 11]).as("the fourth's").isEqualTo(27);
        assertThat(first.weights()[3]).as("between them").isNaN();
        assertThat(first.weights()[4 * 11 + 10]).as("there is no sixth").isNaN();
    }

    @Test
    void ofSeveralChannelsEachUnitIsARow() {
        List<WeightMatrix> all = matrices(new Layer.Conv(2, 3, 1, Padding.VALID, Activation.RELU, START, false,
                Initializer.Standard.ZEROS), new Layer.MaxPool(2, 2, Rounding.DOWN), new Layer.Flatten(), new Layer.Dropout(0.5), dense(4),
                dense(3));
        assertThat(all).hasSize(3);
        WeightMatrix templates = all.get(1);
        assertThat(templates.images()).isTrue();
        assertThat(List.of(templates.rows(), templates.columns())).as("4 units over 2 maps of 3 x 3").containsExactly(15, 7);
        assertThat(templates.weights()[4]).as("the first unit's second map").isEqualTo(18 + 9);
        assertThat(templates.weights()[4 * 7]).as("the second unit's first").isEqualTo(18 + 18);
        assertThat(all.get(2).images()).as("units over units are no image").isFalse();
    }

    @Test
    void templatesOverTheImageFillASheet() {
        WeightMatrix templates = matrices(dense(10)).getFirst();
        assertThat(List.of(templates.rows(), templates.columns())).containsExactly(3 * 9 - 1, 4 * 9 - 1);
        assertThat(templates.weights()[9]).isEqualTo(64);
    }
}
