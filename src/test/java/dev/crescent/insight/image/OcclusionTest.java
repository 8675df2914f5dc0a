package dev.crescent.insight.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcclusionTest {
    private static final List<Integer> SHAPE = List.of(2, 15, 12);
    private static final int WIDTH = 360;
    private static final Model.Network NETWORK = Nets.network(Nets.conv(4, 3, 1, Padding.VALID, Activation.RELU),
            new Layer.MaxPool(2, 2, Rounding.DOWN), Nets.dense(3, Activation.SOFTMAX));

    private static Occlusion occlusion() {
        return new Occlusion(new CpuEngine(), NETWORK, SHAPE, Loss.CROSS_ENTROPY);
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "1, 1", "4, 2.5", "40, 0.5"})
    void fallsAreThoseOfImagesCoveredOneByOne(int side, double temperature) {
        float[] parameters = Nets.parameters(NETWORK, SHAPE);
        float[] image = Nets.image(WIDTH, 9);
        OcclusionMap map = Objects.requireNonNull(occlusion().of(parameters, image, side, temperature, () -> false));
        ImageNetwork network = new ImageNetwork(new CpuEngine(), NETWORK, SHAPE);
        float whole = Temperature.soften(network.outputs(parameters, image), temperature)[map.winner()];
        assertThat(map.probability()).isCloseTo(whole, Offset.offset(1e-6f));
        for (int row = 0; row < 15; row++) {
            for (int column = 0; column < 12; column++) {
                float[] covered = covered(image, row - side / 2, column - side / 2, side);
                float left = Temperature.soften(network.outputs(parameters, covered), temperature)[map.winner()];
                assertThat(map.falls()[row][column]).isCloseTo(whole - left, Offset.offset(1e-6f));
            }
        }
        assertThat(map.falls()).isNotEqualTo(new float[15][12]);
    }

    private static float[] covered(float[] image, int top, int left, int side) {
        float[] covered = image.clone();
        for (int i = 0; i < WIDTH; i++) {
            int row = i / 12 % 15;
            int column = i % 12;
            if (row >= top && row < top + side && column >= left && column < left + side) {
                covered[i] = 0;
            }
        }
        return covered;
    }

    @Test
    void patchesThatCoverNoInkAreNotTried() {
        float[] parameters = Nets.parameters(NETWORK, SHAPE);
        float[] image = new float[WIDTH];
        AtomicInteger turns = new AtomicInteger();
        occlusion().of(parameters, image, 5, 1, () -> turns.incrementAndGet() > 1000);
        assertThat(turns).hasValue(0);
        image[180 + 6 * 12 + 7] = 1;
        OcclusionMap map = Objects.requireNonNull(occlusion().of(parameters, image, 3, 1, () -> false));
        for (int row = 0; row < 15; row++) {
            for (int column = 0; column < 12; column++) {
                boolean covers = Math.abs(row - 6) <= 1 && Math.abs(column - 7) <= 1;
                assertThat(map.falls()[row][column] != 0).isEqualTo(covers);
            }
        }
    }

    @Test
    void theFallOfWhatSpeaksAgainstTheWinnerIsNegative() {
        Model.Network network = Nets.network(new Layer.Dense(2, Activation.SOFTMAX));
        OcclusionMap map = Objects.requireNonNull(new Occlusion(new CpuEngine(), network, List.of(1, 1, 2),
                Loss.CROSS_ENTROPY).of(new float[] {3, 0, 0, 1, 0, 0}, new float[] {1, 1}, 1, 1, () -> false));
        assertThat(map.winner()).isZero();
        assertThat(map.falls()[0][0]).isPositive();
        assertThat(map.falls()[0][1]).isNegative();
    }

    @Test
    void aSingleOutputTellsTwoClasses() {
        Model.Network network = Nets.network(new Layer.Dense(1, Activation.SIGMOID));
        OcclusionMap map = Objects.requireNonNull(new Occlusion(new CpuEngine(), network, List.of(1, 1, 2),
                Loss.BINARY_CROSS_ENTROPY).of(new float[] {-3, 1, 0}, new float[] {1, 1}, 1, 1, () -> false));
        assertThat(map.winner()).isZero();
        assertThat(map.probability()).isCloseTo((float) (1 / (1 + Math.exp(-2))), Offset.offset(1e-6f));
        assertThat(map.falls()[0][0]).isPositive();
        assertThat(map.falls()[0][1]).isNegative();
    }

    @Test
    void stopsWhenItIsTold() {
        AtomicInteger turns = new AtomicInteger();
        assertThat(occlusion().of(Nets.parameters(NETWORK, SHAPE), Nets.image(WIDTH, 9), 5, 1,
                () -> turns.incrementAndGet() == 2)).isNull();
        assertThat(turns).hasValue(2);
    }

    @Test
    void withoutNumbersThereIsNoWinner() {
        float[] parameters = Nets.parameters(NETWORK, SHAPE);
        Arrays.fill(parameters, Float.NaN);
        OcclusionMap map = Objects.requireNonNull(occlusion().of(parameters, Nets.image(WIDTH, 9), 5, 1, () -> false));
        assertThat(map.winner()).isEqualTo(-1);
        assertThat(map.probability()).isNaN();
        assertThat(map.falls()).isDeepEqualTo(new float[15][12]);
    }

    @Test
    void noSideIsRefused() {
        assertThatThrownBy(() -> occlusion().of(Nets.parameters(NETWORK, SHAPE), new float[WIDTH], 0, 1, () -> false))
                .hasMessage("side: must be 1 or more, is 0");
    }
}
