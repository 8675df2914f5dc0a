package dev.crescent.insight.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.Evaluator;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageNetworkTest {
    private static final List<Integer> SHAPE = List.of(1, 9, 8);
    private static final Model.Network NETWORK = Nets.network(Nets.conv(3, 3, 1, Padding.VALID, Activation.RELU),
            new Layer.MaxPool(2, 2, Rounding.DOWN), new Layer.Dropout(0.5), Nets.dense(4, Activation.SOFTMAX));

    @Test
    void everyLayerGivesOutWhatItGivesAmongManyImages() {
        float[] parameters = Nets.parameters(NETWORK, SHAPE);
        ImageNetwork network = new ImageNetwork(new CpuEngine(), NETWORK, SHAPE);
        assertThat(network.shapes()).containsExactly(List.of(3, 7, 6), List.of(3, 3, 3), List.of(3, 3, 3), List.of(4));
        int count = 21;
        Evaluator evaluator = new CpuEngine().evaluator(NETWORK, SHAPE);
        float[] columns = new float[count * 72];
        new SampleColumns(Nets.samples(count, 72, 2), 72, count).turn(0, count, columns);
        float[][] expected = {new float[126 * count], new float[27 * count], new float[27 * count], new float[4 * count]};
        evaluator.forward(parameters, columns, count, expected);
        for (int i = 0; i < count; i++) {
            float[] image = new float[72];
            for (int at = 0; at < 72; at++) {
                image[at] = columns[at * count + i];
            }
            float[][] activations = network.activations(parameters, image);
            assertThat(activations).hasNumberOfRows(4);
            for (int layer = 0; layer < 4; layer++) {
                assertThat(activations[layer]).hasSize(expected[layer].length / count);
                for (int unit = 0; unit < activations[layer].length; unit++) {
                    assertThat(activations[layer][unit]).isEqualTo(expected[layer][unit * count + i]);
                }
            }
            float[] last = activations[3].clone();
            assertThat(network.outputs(parameters, image)).isEqualTo(last);
        }
    }

    @Test
    void theSameArraysAreUsedAgain() {
        float[] parameters = Nets.parameters(NETWORK, SHAPE);
        ImageNetwork network = new ImageNetwork(new CpuEngine(), NETWORK, SHAPE);
        float[][] first = network.activations(parameters, Nets.image(72, 1));
        assertThat(network.activations(parameters, Nets.image(72, 2))).isSameAs(first);
    }

    @Test
    void outputsAreReadAsProbabilities() {
        ImageNetwork several = new ImageNetwork(new CpuEngine(), Nets.network(Nets.dense(2, Activation.LINEAR)), SHAPE);
        float[] outputs = {0, (float) Math.log(3)};
        assertThat(several.probabilities(outputs, Loss.CROSS_ENTROPY)).containsExactly(new float[] {0.25f, 0.75f},
                within(1e-6f));
        assertThat(outputs).as("not changed").containsExactly(0, (float) Math.log(3));
        ImageNetwork single = new ImageNetwork(new CpuEngine(), Nets.network(Nets.dense(1, Activation.SIGMOID)), SHAPE);
        assertThat(single.probabilities(new float[] {0.25f}, Loss.BINARY_CROSS_ENTROPY)).containsExactly(0.75f, 0.25f);
    }

    @Test
    void anImageOfAnotherSizeIsRefused() {
        ImageNetwork network = new ImageNetwork(new CpuEngine(), NETWORK, SHAPE);
        float[] parameters = Nets.parameters(NETWORK, SHAPE);
        assertThatThrownBy(() -> network.activations(parameters, new float[71]))
                .hasMessage("image: must have 72 numbers, has 71");
        assertThatThrownBy(() -> network.outputs(parameters, new float[73])).isInstanceOf(IllegalArgumentException.class);
    }
}
