package dev.crescent.insight.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaliencyTest {
    private static final List<Integer> SHAPE = List.of(2, 3, 4);

    @Test
    void inkSpeaksAsMuchAsItMovesTheWinnerAboveTheMeanOfTheOthers() {
        Model.Network network = Nets.network(Nets.dense(3, Activation.SOFTMAX));
        float[] parameters = Nets.parameters(network, SHAPE);
        float[] image = Nets.image(24, 5);
        SaliencyMap map = new Saliency(network, SHAPE).of(parameters, image);
        double[] scores = new InputGradient(network, SHAPE).scores(parameters, image);
        int winner = map.winner();
        assertThat(scores[winner]).isEqualTo(Arrays.stream(scores).max().orElseThrow());
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                double expected = 0;
                for (int at = row * 4 + column; at < 24; at += 12) {
                    double others = (parameters[(winner + 1) % 3 * 24 + at] + parameters[(winner + 2) % 3 * 24 + at]) / 2.0;
                    expected += image[at] * (parameters[winner * 24 + at] - others);
                }
                assertThat((double) map.values()[row][column]).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @Test
    void whatRaisesAllScoresAlikeIsNotSeen() {
        Model.Network network = Nets.network(new Layer.Dense(3, Activation.SOFTMAX));
        float[] parameters = new float[24 * 3 + 3];
        Arrays.fill(parameters, 2);
        SaliencyMap map = new Saliency(network, SHAPE).of(parameters, Nets.image(24, 5));
        assertThat(map.winner()).as("the first of equal ones").isZero();
        assertThat(map.values()).isDeepEqualTo(new float[3][4]);
    }

    @Test
    void aSingleOutputIsTakenAsItIs() {
        Model.Network network = Nets.network(new Layer.Dense(1, Activation.LINEAR));
        float[] parameters = new float[25];
        parameters[13] = 4;
        float[] image = new float[24];
        image[13] = 0.5f;
        float[][] expected = new float[3][4];
        expected[0][1] = 2;
        assertThat(new Saliency(network, SHAPE).of(parameters, image).values()).isDeepEqualTo(expected);
    }

    @Test
    void withoutNumbersThereIsNoWinner() {
        Model.Network network = Nets.network(new Layer.Dense(3, Activation.SOFTMAX));
        float[] parameters = new float[24 * 3 + 3];
        Arrays.fill(parameters, Float.NaN);
        SaliencyMap map = new Saliency(network, SHAPE).of(parameters, Nets.image(24, 5));
        assertThat(map.winner()).isEqualTo(-1);
        assertThat(map.values()).isDeepEqualTo(new float[3][4]);
    }

    @Test
    void imagesOnly() {
        Model.Network network = Nets.network(new Layer.Dense(3, Activation.SOFTMAX));
        assertThatThrownBy(() -> new Saliency(network, List.of(24))).hasMessage("inputShape: must be [channels, rows, "
                + "columns], is [24]; use data of images, or give the table a shape");
        assertThatThrownBy(() -> new Saliency(network, SHAPE).of(new float[75], new float[5]))
                .hasMessage("image: must have 24 numbers, one for each of 2 x 3 x 4, has 5");
    }
}
