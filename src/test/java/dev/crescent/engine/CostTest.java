package dev.crescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CostTest {
    @Test
    void theFirstLayerWithWeightsHasNothingToGiveBackTo() {
        Model.Network network = new Model.Network(1, List.of(new Layer.Dropout(0.2), new Layer.Dense(5, Activation.TANH),
                new Layer.Dense(2, Activation.SOFTMAX)));
        assertThat(Cost.forward(network, List.of(3))).isEqualTo(3 * 5 + 5 * 2);
        assertThat(Cost.training(network, List.of(3))).isEqualTo(2 * 3 * 5 + 3 * 5 * 2);
    }

    @Test
    void aFilterIsUsedAtEveryPlaceAndNormalizingCostsNothing() {
        Initializer initializer = Initializer.Standard.HE_UNIFORM;
        Model.Network network = new Model.Network(1, List.of(
                new Layer.Conv(4, 3, 1, Padding.VALID, Activation.RELU, initializer, true, Initializer.Standard.ZEROS),
                new Layer.BatchNorm(), new Layer.MaxPool(2, 2, Rounding.DOWN), new Layer.Dense(2, Activation.SOFTMAX)));
        double conv = 4 * 2 * 3 * 3 * (6 * 6);
        double dense = 4 * 3 * 3 * 2;
        assertThat(Cost.forward(network, List.of(2, 8, 8))).isEqualTo(conv + dense);
        assertThat(Cost.training(network, List.of(2, 8, 8))).isEqualTo(2 * conv + 3 * dense);
    }
}
