package dev.crescent.insight.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Spread;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcitationTest {
    private static final List<Integer> SHAPE = List.of(1, 8, 6);
    private static final int WIDTH = 48;
    private static final Model.Network NETWORK = Nets.network(Nets.conv(3, 3, 1, Padding.VALID, Activation.TANH),
            new Layer.MaxPool(2, 2, Rounding.UP), Nets.dense(5, Activation.TANH), Nets.dense(2, Activation.SOFTMAX));
    private static final float[] PARAMETERS = Nets.parameters(NETWORK, SHAPE);

    private static Excitation excitation() {
        return new Excitation(new CpuEngine(), NETWORK, SHAPE);
    }

    @ParameterizedTest
    @CsvSource({"0, 600, 4, 600", "1, 600, 3, 9000", "2, 600, 5, 600", "2, 600, 5, 100", "0, 3, 10, 10"})
    void findsTheGreatestValuesOfEachMapAndWhereTheyAre(int layer, int count, int k, int most) {
        Dataset.Samples samples = Nets.samples(count, WIDTH, 2);
        ImageNetwork network = new ImageNetwork(new CpuEngine(), NETWORK, SHAPE);
        List<Integer> shape = network.shapes().get(layer);
        int columns = shape.size() == 3 ? shape.get(2) : 1;
        int places = shape.size() == 3 ? shape.get(1) * columns : 1;
        int taken = Math.min(most, count);
        List<List<Peak>> found = Objects.requireNonNull(
                excitation().of(PARAMETERS, samples, layer, k, most, () -> false));
        assertThat(found).hasSize(shape.getFirst());
        for (int map = 0; map < found.size(); map++) {
            List<Peak> all = new ArrayList<>();
            for (int i = 0; i < taken; i++) {
                int sample = Spread.place(i, taken, count);
                float[] image = Arrays.copyOfRange(samples.inputs(), sample * WIDTH, (sample + 1) * WIDTH);
                float[] values = network.activations(PARAMETERS, image)[layer];
                int best = map * places;
                for (int at = map * places; at < (map + 1) * places; at++) {
                    best = values[at] > values[best] ? at : best;
                }
                int place = best - map * places;
                all.add(new Peak(sample, values[best], place / columns, place % columns));
            }
            all.sort(Comparator.comparingDouble(peak -> -peak.value()));
            assertThat(found.get(map)).isEqualTo(all.subList(0, Math.min(k, taken)));
        }
    }

    @Test
    void ofEqualValuesTheFirstCount() {
        float[] same = new float[PARAMETERS.length];
        List<List<Peak>> found = Objects.requireNonNull(
                excitation().of(same, Nets.samples(9, WIDTH, 2), 0, 2, 9, () -> false));
        assertThat(found).containsOnly(List.of(new Peak(0, 0, 0, 0), new Peak(1, 0, 0, 0)));
    }

    @Test
    void whatIsNoNumberExcitesNothing() {
        float[] broken = PARAMETERS.clone();
        Arrays.fill(broken, Float.NaN);
        assertThat(excitation().of(broken, Nets.samples(9, WIDTH, 2), 2, 2, 9, () -> false)).hasSize(5).containsOnly(List.of());
    }

    @Test
    void stopsWhenItIsTold() {
        AtomicInteger turns = new AtomicInteger();
        assertThat(excitation().of(PARAMETERS, Nets.samples(900, WIDTH, 2), 0, 2, 900, () -> turns.incrementAndGet() == 2))
                .isNull();
        assertThat(turns).hasValue(2);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Dataset.Samples samples = Nets.samples(2, WIDTH, 2);
        assertThatThrownBy(() -> excitation().of(PARAMETERS, samples, 4, 1, 2, () -> false))
                .hasMessage("layer: must be from 0 to 3, is 4");
        assertThatThrownBy(() -> excitation().of(PARAMETERS, samples, 0, 0, 2, () -> false))
                .hasMessage("k, most: must be 1 or more, are 0, 2");
    }
}
