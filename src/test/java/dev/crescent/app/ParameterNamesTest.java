package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import dev.crescent.insight.landscape.PathPoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterNamesTest {
    private static final ParameterLayout SMALL = ParameterLayout.of(new Model.Network(1, List.of(
            new Layer.Dense(3, Activation.TANH), new Layer.Dense(1, Activation.SIGMOID))), List.of(2));

    @Test
    void weightsAndBiasesAreNamedByWhatTheyJoin() {
        assertThat(ParameterNames.of(SMALL, 0)).isEqualTo("layer 1, unit 1, input 1");
        assertThat(ParameterNames.of(SMALL, 3)).isEqualTo("layer 1, unit 2, input 2");
        assertThat(ParameterNames.of(SMALL, 7)).isEqualTo("layer 1, unit 2, bias");
        assertThat(ParameterNames.of(SMALL, 11)).isEqualTo("layer 2, unit 1, input 3");
        assertThat(ParameterNames.of(SMALL, 12)).isEqualTo("layer 2, unit 1, bias");
    }

    @Test
    void kernelsAndScalesHaveNamesOfTheirOwn() {
        Layer.Dense like = new Layer.Dense(1, Activation.RELU);
        ParameterLayout images = ParameterLayout.of(new Model.Network(1, List.of(
                new Layer.Conv(2, 3, 1, Padding.SAME, Activation.RELU, like.initializer(), true, like.biasInitializer()),
                new Layer.BatchNorm(), like)), List.of(2, 4, 4));
        assertThat(ParameterNames.of(images, 9 * 3 + 5)).isEqualTo("layer 1, map 2, channel 2, pixel 2, 3");
        assertThat(ParameterNames.of(images, 36)).isEqualTo("layer 1, unit 1, bias");
        assertThat(ParameterNames.of(images, 39)).isEqualTo("layer 2, channel 2, scale");
    }

    @Test
    void aPairDoesNotShowTheSameThingTwice() {
        List<PathPoint> path = new ArrayList<>();
        for (int step = 0; step <= 10; step++) {
            float[] parameters = new float[13];
            parameters[4] = step;
            parameters[7] = -0.9f * step; // goes the other way
            parameters[2] = step % 3; // a way of its own
            path.add(new PathPoint(step, 1, 1, parameters));
        }
        assertThat(ParameterNames.moved(SMALL, path.getFirst().parameters(), path.getLast().parameters())).startsWith(4, 7, 2);
        assertThat(ParameterNames.pair(SMALL, path)).containsExactly(2, 4);
        assertThat(ParameterNames.pair(SMALL, path.subList(0, 1))).as("nothing has moved").containsExactly(0, 1);
    }

    @Test
    void ofManyThoseThatMovedMostAreOffered() {
        ParameterLayout large = ParameterLayout.of(new Model.Network(1, List.of(new Layer.Dense(1, Activation.LINEAR))),
                List.of(100));
        float[] from = new float[101];
        float[] to = new float[101];
        to[70] = -3;
        to[20] = 2;
        assertThat(ParameterNames.offered(large, from, to)).hasSize(40).startsWith(70, 20, 0, 1);
        assertThat(ParameterNames.offered(SMALL, from, to)).hasSize(13).startsWith(0, 1, 2);
    }
}
