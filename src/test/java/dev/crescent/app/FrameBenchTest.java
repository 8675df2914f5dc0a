package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.cli.Measurement;
import dev.crescent.ui.FxExtension;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameBenchTest {
    @Test
    void framesAndSamplesAreCounted() throws Exception {
        FxExtension.start();

        List<Measurement> measured = FrameBench.measure(new FrameBench.Lengths(1, 0.3, 0.2));

        assertThat(measured).extracting(Measurement::unit)
                .containsExactly("frames/s", "frames/s", "samples/s", "samples/s", "%");
        assertThat(measured.subList(0, 2)).allSatisfy(m -> assertThat(m.value()).isBetween(0.5, 1000.0));
        assertThat(measured.subList(2, 4)).allSatisfy(m -> assertThat(m.value()).isGreaterThan(100));
        double cost = 100 * (1 - measured.get(2).value() / measured.get(3).value());
        assertThat(measured.get(4).value()).isEqualTo(cost);
    }
}
