package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Rounding;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PoolStageTest {
    /// Sample number n has ones where n has bits, so that each set of equal pixels is some sample's. A window that is
    /// whole, and the same four pixels as a part of a larger one.
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theFirstOfEqualPixelsTakesTheGradient(int size) {
        float[] values = new float[4 * SAMPLES];
        for (int n = 0; n < SAMPLES; n++) {
            for (int pixel = 0; pixel < 4; pixel++) {
                values[pixel * SAMPLES + n] = n >> pixel & 1;
            }
        }
        float[] delta = new float[values.length];
        Stage.Source source = new Stage.Source(4, 4, values, delta);
        PoolStage stage = new PoolStage(new Layer.MaxPool(size, size, Rounding.UP), List.of(1, 2, 2), source, 1);
        Share share = Share.whole();
        share.take(SAMPLES);
        for (int step = 0; step < 2; step++) {
            stage.forward(new float[0], share, new Stage.Moment(0));
            Arrays.fill(stage.delta, 3);
            stage.backward(new float[0], share);
        }
        for (int n = 0; n < SAMPLES; n++) {
            int taker = n == 0 ? 0 : Integer.numberOfTrailingZeros(n);
            assertThat(stage.output[n]).isEqualTo(n == 0 ? 0 : 1);
            for (int pixel = 0; pixel < 4; pixel++) {
                assertThat(delta[pixel * SAMPLES + n]).as("pixel %d of sample %d", pixel, n).isEqualTo(pixel == taker ? 3 : 0);
            }
        }
    }
}
