package dev.crescent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CounterRandomTest {
    private static final int COUNT = 100_000;

    /// Pinned, because other engines and saved experiments rely on it.
    @Test
    void isSplitMix() {
        assertThat(CounterRandom.bits(0, 0)).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(CounterRandom.bits(0, 1)).isEqualTo(0x6E789E6AA1B965F4L);
        assertThat(CounterRandom.key(0, 0, 0)).isEqualTo(0);
        assertThat(CounterRandom.key(1, 2, 3)).isNotEqualTo(CounterRandom.key(1, 3, 2));
    }

    @Test
    void normalIsBoxAndMullers() {
        for (int i = 0; i < 1000; i++) {
            long bits = CounterRandom.bits(9, i);
            double radius = Math.sqrt(-2 * Math.log(((bits >>> 32) + 0.5) / 4294967296.0));
            assertThat(CounterRandom.normal(9, i))
                    .isCloseTo(radius * Math.cos(2 * Math.PI * (bits & 0xFFFFFFFFL) / 4294967296.0), within(1e-13));
        }
    }

    @Test
    void hasTheMomentsOfItsDistributions() {
        double mean = 0;
        double square = 0;
        double uniform = 0;
        for (int i = 0; i < COUNT; i++) {
            double z = CounterRandom.normal(3, i);
            mean += z / COUNT;
            square += z * z / COUNT;
            float u = CounterRandom.uniform(4, i);
            assertThat(u >= 0 && u < 1).isTrue();
            uniform += u / (double) COUNT;
        }
        assertThat(mean).isCloseTo(0, within(0.015));
        assertThat(square).isCloseTo(1, within(0.02));
        assertThat(uniform).isCloseTo(0.5, within(0.005));
    }
}
