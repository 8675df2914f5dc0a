package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final int BEFORE = 3;

    @BeforeEach
    void needsLongVectors() {
        assumeTrue(Panels.WIDE, "only vectors of 512 bits are turned in squares");
    }

    private static float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    @Test
    void rowsBecomeColumns() {
        float[] from = numbers(BEFORE + SAMPLES * SAMPLES);
        float[] to = new float[SAMPLES * SAMPLES + BEFORE];
        Turn.square(from, BEFORE, to, 0);
        for (int i = 0; i < SAMPLES; i++) {
            for (int j = 0; j < SAMPLES; j++) {
                assertThat(to[j * SAMPLES + i]).isEqualTo(from[BEFORE + i * SAMPLES + j]);
            }
        }
        assertThat(Arrays.copyOfRange(to, SAMPLES * SAMPLES, to.length)).containsOnly(0);
    }

    @Test
    void whatTurnsInItsPlaceTurnsAlike() {
        float[] square = numbers(BEFORE + SAMPLES * SAMPLES);
        float[] to = new float[SAMPLES * SAMPLES];
        Turn.square(square, BEFORE, to, 0);
        Turn.square(square, BEFORE, square, BEFORE);
        assertThat(Arrays.copyOfRange(square, BEFORE, square.length)).isEqualTo(to);
        Turn.square(square, BEFORE, square, BEFORE);
        assertThat(square).isEqualTo(numbers(square.length));
    }
}
