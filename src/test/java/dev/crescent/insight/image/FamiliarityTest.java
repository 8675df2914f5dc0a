package dev.crescent.insight.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Spread;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FamiliarityTest {
    private static final int WIDTH = 21;
    private static final List<Integer> SHAPE = List.of(WIDTH);
    private static final Model.Network NETWORK = Nets.network(Nets.dense(13, Activation.TANH), new Layer.Dropout(0.5),
            Nets.dense(3, Activation.SOFTMAX));
    private static final Model.Network FLAT = Nets.network(Nets.dense(3, Activation.SOFTMAX));

    /// Samples within a narrow cone: the first input is large.
    private static Dataset.Samples cone(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] inputs = new float[count * WIDTH];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = i % WIDTH == 0 ? 1 : (float) (0.2 * random.nextGaussian());
        }
        return new Dataset.Samples(count, inputs, inputs, WIDTH, new int[count], new float[count]);
    }

    private static Familiarity of(Model.Network network, Dataset.Samples training, Dataset.Samples others) {
        return Objects.requireNonNull(Familiarity.of(new CpuEngine(1), network, SHAPE, Nets.parameters(network, SHAPE),
                training, others, () -> false));
    }

    private static float[] hidden(Dataset.Samples samples, int sample) {
        float[] image = Arrays.copyOfRange(samples.inputs(), sample * WIDTH, (sample + 1) * WIDTH);
        return new ImageNetwork(new CpuEngine(1), NETWORK, SHAPE).activations(Nets.parameters(NETWORK, SHAPE), image)[1];
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        double lengthA = 0;
        double lengthB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (double) a[i] * b[i];
            lengthA += (double) a[i] * a[i];
            lengthB += (double) b[i] * b[i];
        }
        return product / Math.sqrt(lengthA * lengthB);
    }

    @Test
    void theDistanceIsToTheNearestTrainingSampleInTheLastHiddenLayer() {
        Dataset.Samples training = cone(700, 1);
        Dataset.Samples others = cone(300, 2);
        Familiarity familiarity = of(NETWORK, training, others);
        float[] image = hidden(others, 5).clone();
        double expected = IntStream.range(0, 700).mapToDouble(i -> 1 - cosine(image, hidden(training, i))).min().orElseThrow();
        assertThat(expected).isGreaterThan(1e-4);
        assertThat(familiarity.distance(image)).isCloseTo(expected, within(1e-5));
        assertThat(familiarity.distance(hidden(training, 699).clone())).as("one of them").isCloseTo(0, within(1e-6));
        float[] twice = image.clone();
        IntStream.range(0, twice.length).forEach(i -> twice[i] *= 2);
        assertThat(familiarity.distance(twice)).as("its length does not count").isCloseTo(expected, within(1e-5));
    }

    @Test
    void allButFourOfAHundredTestSamplesAreFamiliar() {
        Dataset.Samples others = cone(500, 2);
        Familiarity familiarity = of(NETWORK, cone(400, 1), others);
        assertThat(IntStream.range(0, 500).filter(i -> familiarity.knows(hidden(others, i).clone()))).hasSize(480);
    }

    @Test
    void whatPointsElsewhereIsNotFamiliar() {
        Familiarity familiarity = of(FLAT, cone(400, 1), cone(400, 2));
        float[] elsewhere = new float[WIDTH];
        elsewhere[4] = 3;
        assertThat(familiarity.knows(elsewhere)).isFalse();
        float[] like = new float[WIDTH];
        like[0] = 0.1f;
        assertThat(familiarity.knows(like)).as("weak, but alike").isTrue();
        assertThat(familiarity.distance(new float[WIDTH])).as("nothing at all has nothing in common").isEqualTo(1);
    }

    @Test
    void largePartsAreLookedAtFromEndToEnd() {
        Dataset.Samples training = cone(9_001, 1);
        float[] last = new float[WIDTH];
        last[7] = 1;
        System.arraycopy(last, 0, training.inputs(), Spread.place(3_999, 4_000, 9_001) * WIDTH, WIDTH);
        assertThat(of(FLAT, training, cone(3_000, 2)).distance(last)).isCloseTo(0, within(1e-6));
    }

    @Test
    void withTooFewTestSamplesNothingIsSaid() {
        Model.Network network = NETWORK;
        float[] parameters = Nets.parameters(network, SHAPE);
        assertThat(Familiarity.of(new CpuEngine(1), network, SHAPE, parameters, cone(400, 1), cone(199, 2), () -> false)).isNull();
        assertThat(Familiarity.of(new CpuEngine(1), network, SHAPE, parameters, cone(0, 1), cone(400, 2), () -> false)).isNull();
    }

    @Test
    void whatIsNoNumberIsNotCalledUnfamiliar() {
        float[] broken = Nets.parameters(FLAT, SHAPE);
        Familiarity familiarity = Objects.requireNonNull(Familiarity.of(new CpuEngine(1), FLAT, SHAPE, broken, cone(400, 1),
                cone(400, 2), () -> false));
        float[] image = new float[WIDTH];
        image[3] = Float.NaN;
        assertThat(familiarity.knows(image)).isTrue();
    }

    @Test
    void stopsWhenItIsTold() {
        AtomicInteger turns = new AtomicInteger();
        assertThat(Familiarity.of(new CpuEngine(1), NETWORK, SHAPE, Nets.parameters(NETWORK, SHAPE), cone(4_000, 1), cone(400, 2),
                () -> turns.incrementAndGet() == 3)).isNull();
        assertThat(turns).hasValue(3);
    }

    @Test
    void anImageOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> of(FLAT, cone(300, 1), cone(300, 2)).distance(new float[3]))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("must have 21 numbers, has 3");
    }
}
