package dev.crescent.insight.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Dataset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestImagesTest {
    private static double distance(Dataset.Samples samples, int sample, float[] image) {
        double sum = 0;
        for (int i = 0; i < image.length; i++) {
            double apart = (double) samples.inputs()[sample * image.length + i] - image[i];
            sum += apart * apart;
        }
        return Math.sqrt(sum);
    }

    @ParameterizedTest
    @CsvSource({"784, 500, 5", "37, 2500, 9", "1, 40, 3", "129, 300, 300", "64, 3, 10"})
    void areTheNearestOfAll(int width, int count, int k) {
        Dataset.Samples samples = Nets.samples(count, width, 4);
        float[] image = Nets.image(width, 31);
        int[] expected = IntStream.range(0, count).boxed()
                .sorted(Comparator.comparingDouble(i -> distance(samples, i, image)))
                .limit(k).mapToInt(Integer::intValue).toArray();
        List<Neighbor> found = Objects.requireNonNull(NearestImages.of(samples, image, k, () -> false));
        assertThat(found.stream().mapToInt(Neighbor::sample).toArray()).isEqualTo(expected);
        for (Neighbor neighbor : found) {
            assertThat(neighbor.distance()).isCloseTo(distance(samples, neighbor.sample(), image), within(1e-4));
            assertThat(neighbor.label()).isEqualTo(samples.labels()[neighbor.sample()]);
        }
    }

    @Test
    void ofEquallyNearOnesTheFirstComeFirst() {
        int width = 784;
        float[] inputs = new float[40 * width];
        float[] image = Nets.image(width, 2);
        for (int sample = 0; sample < 40; sample++) {
            System.arraycopy(Nets.image(width, sample % 4), 0, inputs, sample * width, width);
        }
        Dataset.Samples samples = new Dataset.Samples(40, inputs, inputs, width, new int[40], new float[40]);
        List<Neighbor> found = Objects.requireNonNull(NearestImages.of(samples, image, 12, () -> false));
        assertThat(found.stream().limit(10).mapToInt(Neighbor::sample)).containsExactly(2, 6, 10, 14, 18, 22, 26, 30, 34, 38);
        assertThat(found.getFirst().distance()).isZero();
        assertThat(found.get(11).sample() - found.get(10).sample()).isEqualTo(4);
        assertThat(found.get(11).distance()).isEqualTo(found.get(10).distance());
    }

    @Test
    void aLaterSampleDoesNotPushOutAnEquallyNearOne() {
        Dataset.Samples same = new Dataset.Samples(9, new float[90], new float[90], 10, new int[9], new float[9]);
        List<Neighbor> found = Objects.requireNonNull(NearestImages.of(same, Nets.image(10, 1), 2, () -> false));
        assertThat(found.stream().mapToInt(Neighbor::sample)).containsExactly(0, 1);
    }

    @Test
    void whatIsNoNumberIsNearNothing() {
        Dataset.Samples samples = Nets.samples(20, 100, 2);
        samples.inputs()[350] = Float.NaN;
        List<Neighbor> found = Objects.requireNonNull(NearestImages.of(samples, Nets.image(100, 1), 20, () -> false));
        assertThat(found).hasSize(19).noneMatch(neighbor -> neighbor.sample() == 3);
    }

    @Test
    void stopsWhenItIsTold() {
        AtomicInteger turns = new AtomicInteger();
        assertThat(NearestImages.of(Nets.samples(5000, 4, 2), new float[4], 3, () -> turns.incrementAndGet() == 2)).isNull();
        assertThat(turns).hasValue(2);
    }

    @Test
    void noSamplesHaveNoNearestOne() {
        Dataset.Samples none = new Dataset.Samples(0, new float[0], new float[0], 4, new int[0], new float[0]);
        assertThat(NearestImages.of(none, new float[4], 3, () -> false)).isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Dataset.Samples samples = Nets.samples(3, 4, 2);
        assertThatThrownBy(() -> NearestImages.of(samples, new float[4], 0, () -> false))
                .hasMessage("k: must be 1 or more, is 0");
        assertThatThrownBy(() -> NearestImages.of(samples, new float[5], 1, () -> false))
                .hasMessage("image: must have as many numbers as a sample, has 5");
    }
}
