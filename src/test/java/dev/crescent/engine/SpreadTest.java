package dev.crescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SpreadTest {
    @Test
    void eachStretchGivesOne() {
        for (int taken : new int[] {1, 7, 336, 999}) {
            for (int i = 0; i < taken; i++) {
                assertThat(Spread.place(i, taken, 1000)).isBetween(i * 1000 / taken, (i + 1) * 1000 / taken - 1);
            }
        }
        assertThat(Spread.place(1_999_999, 2_000_000, 2_000_000_000)).isBetween(1_999_999_000, 1_999_999_999);
    }

    @Test
    void allAreThemselves() {
        assertThat(IntStream.range(0, 50).map(i -> Spread.place(i, 50, 50)).toArray())
                .containsExactly(IntStream.range(0, 50).toArray());
    }

    @Test
    void whatAlternatesIsTakenInEqualParts() {
        for (int rhythm : new int[] {2, 3, 5, 30}) {
            int[] counts = new int[rhythm];
            IntStream.range(0, 2000).forEach(i -> counts[Spread.place(i, 2000, 60_000) % rhythm]++);
            for (int count : counts) {
                assertThat(count).isBetween(500 / rhythm, 3500 / rhythm);
            }
        }
        long even = IntStream.range(0, 2000).filter(i -> Spread.place(i, 2000, 60_000) % 2 == 0).count();
        assertThat(even).isBetween(900L, 1100L);
    }
}
