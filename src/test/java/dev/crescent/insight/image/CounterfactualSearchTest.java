package dev.crescent.insight.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterfactualSearchTest {
    private static TrainedDigits digits;
    private static ImageNetwork network;
    private static CounterfactualSearch search;

    @BeforeAll
    static void train() throws Exception {
        digits = TrainedDigits.of(10, Activation.SOFTMAX, Loss.CROSS_ENTROPY);
        network = new ImageNetwork(new CpuEngine(), digits.network(), digits.data().inputShape());
        search = new CounterfactualSearch(new CpuEngine(), digits.network(), digits.data().inputShape(), digits.loss());
    }

    private static int read(float[] image) {
        float[] outputs = network.outputs(digits.parameters(), image);
        return IntStream.range(0, 10).reduce(0, (a, b) -> outputs[b] > outputs[a] ? b : a);
    }

    private static int runnerUp(float[] image) {
        float[] outputs = network.outputs(digits.parameters(), image).clone();
        outputs[read(image)] = -1;
        return IntStream.range(0, 10).reduce(0, (a, b) -> outputs[b] > outputs[a] ? b : a);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void theNetworkReadsTheTargetAndEachChangeIsNeeded(int sample) {
        float[] image = digits.image(sample);
        Counterfactual found = Objects.requireNonNull(search.find(digits.parameters(), image, () -> false));
        assertThat(found.winner()).isEqualTo(read(image));
        assertThat(found.target()).isEqualTo(runnerUp(image));
        assertThat(found.reached()).isTrue();
        assertNeeded(image, found);
    }

    private static void assertNeeded(float[] image, Counterfactual found) {
        assertThat(read(found.image())).isEqualTo(found.target());
        float[] redrawn = image.clone();
        found.added().forEach(pixel -> redrawn[pixel.row() * 28 + pixel.column()] = 1);
        found.erased().forEach(pixel -> redrawn[pixel.row() * 28 + pixel.column()] = 0);
        assertThat(found.image()).isEqualTo(redrawn);
        assertThat(found.added().size() + found.erased().size()).isBetween(1, CounterfactualSearch.USUAL_BUDGET);
        assertThat(Collections.disjoint(found.added(), found.erased())).isTrue();
        for (int at = 0; at < 784; at++) {
            if (redrawn[at] != image[at]) {
                float[] without = redrawn.clone();
                without[at] = image[at];
                assertThat(read(without)).as("without the change of %d", at).isNotEqualTo(found.target());
            }
        }
        assertThat(found.probabilities()).containsExactly(network.outputs(digits.parameters(), found.image()),
                Offset.offset(1e-6f));
    }

    @Test
    void anyClassCanBeTheTarget() {
        float[] image = digits.image(3);
        float[] before = image.clone();
        int reached = 0;
        for (int target = 0; target < 10; target++) {
            if (target != read(image)) {
                Counterfactual found = Objects.requireNonNull(search.find(digits.parameters(), image, target, 60, () -> false));
                assertThat(found.target()).isEqualTo(target);
                if (found.reached()) {
                    reached++;
                    assertNeeded(image, found);
                } else {
                    assertThat(read(found.image())).isNotEqualTo(target);
                    assertThat(found.added().size() + found.erased().size()).isEqualTo(60);
                }
            }
        }
        assertThat(reached).isGreaterThan(5);
        assertThat(image).as("not changed").isEqualTo(before);
    }

    @Test
    void theWinnerNeedsNoChange() {
        float[] image = digits.image(1);
        Counterfactual found = Objects.requireNonNull(
                search.find(digits.parameters(), image, read(image), 60, () -> false));
        assertThat(found.reached()).isTrue();
        assertThat(found.image()).isEqualTo(image);
    }

    @Test
    void endsWhereTheBudgetEnds() {
        Counterfactual none = Objects.requireNonNull(search.find(digits.parameters(), digits.image(1),
                runnerUp(digits.image(1)), 0, () -> false));
        assertThat(none.reached()).isFalse();
        assertThat(none.image()).isEqualTo(digits.image(1));
    }

    @Test
    void stopsWhenItIsTold() {
        AtomicInteger turns = new AtomicInteger();
        assertThat(search.find(digits.parameters(), digits.image(1), () -> turns.incrementAndGet() == 2)).isNull();
        assertThat(turns).hasValue(2);
    }

    @Test
    void takesBackWhatLaterChangesMadeNeedless() {
        // The stroke goes on from pixel 1 to pixel 0, though pixel 3 would gain more; with pixel 3 it was for nothing.
        Model.Network two = Nets.network(new Layer.Dense(2, Activation.LINEAR));
        float[] parameters = {0, 0, 0, 0, 0, 1, 3, 0, 1.4f, 0, 4.3f, 0};
        Counterfactual found = Objects.requireNonNull(new CounterfactualSearch(new CpuEngine(), two, List.of(1, 1, 5),
                Loss.HINGE).find(parameters, new float[] {0, 0, 1, 0, 0}, () -> false));
        assertThat(found.reached()).isTrue();
        assertThat(found.added()).containsExactly(new Pixel(0, 1), new Pixel(0, 3));
    }

    @Test
    void takesTheChangeBackThatCostsLeast() {
        // The stroke runs from pixel 2 to pixel 0; once pixel 4 is there too, either of its last two can go, not both.
        Model.Network two = Nets.network(new Layer.Dense(2, Activation.LINEAR));
        float[] parameters = {0, 0, 0, 0, 0, 0, 0.9f, 1, 3, 0, 1.3f, 0, 5.1f, 0};
        Counterfactual found = Objects.requireNonNull(new CounterfactualSearch(new CpuEngine(), two, List.of(1, 1, 6),
                Loss.HINGE).find(parameters, new float[] {0, 0, 0, 1, 0, 0}, () -> false));
        assertThat(found.added()).containsExactly(new Pixel(0, 1), new Pixel(0, 2), new Pixel(0, 4));
    }

    @Test
    void takesWhatTrulyGainsMostNotWhatTheGradientPromises() {
        Model.Network saturating = Nets.network(new Layer.Dense(2, Activation.TANH), new Layer.Dense(2, Activation.LINEAR));
        // The first pixel's slope is 4, its gain tanh(4); the second's are 2.5 and 5 tanh(0.5).
        float[] parameters = {4, 0, 0, 0.5f, 0, 0, 0, 0, 1, 5, 2, 0};
        Counterfactual found = Objects.requireNonNull(new CounterfactualSearch(new CpuEngine(), saturating,
                List.of(1, 1, 2), Loss.HINGE).find(parameters, new float[2], 1, 1, () -> false));
        assertThat(found.reached()).isTrue();
        assertThat(found.added()).containsExactly(new Pixel(0, 1));
    }

    @Test
    void addsInkBesideInkAndElsewhereOnlyWhereNothingElseHelps() {
        Model.Network two = Nets.network(new Layer.Dense(2, Activation.LINEAR));
        List<Integer> shape = List.of(1, 1, 6);
        CounterfactualSearch line = new CounterfactualSearch(new CpuEngine(), two, shape, Loss.HINGE);
        float[] image = {1, 0, 0, 0, 0, 0};
        float[] stroke = {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 9, 1, 2.5f, 0};
        assertThat(Objects.requireNonNull(line.find(stroke, image, 1, 60, () -> false)).added())
                .containsExactly(new Pixel(0, 1), new Pixel(0, 2), new Pixel(0, 3));
        float[] island = {0, 0, 0, 0, 0, 0, 0, -1, -1, -1, 9, -1, 2.5f, 0};
        assertThat(Objects.requireNonNull(line.find(island, image, 1, 60, () -> false)).added())
                .containsExactly(new Pixel(0, 4));
    }

    @Test
    void erasesInkThatSpeaksForTheWinner() {
        Model.Network two = Nets.network(new Layer.Dense(2, Activation.LINEAR));
        Counterfactual found = Objects.requireNonNull(new CounterfactualSearch(new CpuEngine(), two, List.of(2, 1, 2),
                Loss.HINGE).find(new float[] {1, 0, 1, 0, 0, 0, 0, 0, 0, 0.5f}, new float[] {1, 1, 1, 1}, () -> false));
        assertThat(found.erased()).as("in both channels").containsExactly(new Pixel(0, 0));
        assertThat(found.image()).containsExactly(0, 1, 0, 1);
        assertThat(found.added()).isEmpty();
    }

    @Test
    void aSingleOutputTellsTwoClasses() {
        Model.Network one = Nets.network(new Layer.Dense(1, Activation.SIGMOID));
        CounterfactualSearch both = new CounterfactualSearch(new CpuEngine(), one, List.of(1, 1, 2),
                Loss.BINARY_CROSS_ENTROPY);
        float[] parameters = {2, 0, -1};
        Counterfactual up = Objects.requireNonNull(both.find(parameters, new float[] {0, 1}, () -> false));
        assertThat(up.winner()).isZero();
        assertThat(up.target()).isEqualTo(1);
        assertThat(up.reached()).isTrue();
        assertThat(up.image()).containsExactly(1, 1);
        Counterfactual down = Objects.requireNonNull(both.find(parameters, new float[] {1, 1}, () -> false));
        assertThat(down.target()).isZero();
        assertThat(down.image()).containsExactly(0, 1);
    }

    @Test
    void withoutNumbersNothingIsFound() {
        float[] broken = digits.parameters().clone();
        Arrays.fill(broken, Float.NaN);
        Counterfactual found = Objects.requireNonNull(search.find(broken, digits.image(0), () -> false));
        assertThat(found.reached()).isFalse();
        assertThat(found.winner()).isEqualTo(-1);
        assertThat(found.target()).isEqualTo(-1);
        assertThat(found.image()).isEqualTo(digits.image(0));
    }

    @Test
    void aClassThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> search.find(digits.parameters(), digits.image(0), 10, 60, () -> false))
                .hasMessage("target: must be from 0 to 9, is 10");
    }
}
