package dev.crescent.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContoursTest {
    @Test
    void findsACircleAsOneClosedLine() {
        float[] grid = new float[41 * 41];
        for (int row = 0; row < 41; row++) {
            for (int column = 0; column < 41; column++) {
                grid[row * 41 + column] = (float) Math.hypot(column - 20, row - 18);
            }
        }
        List<float[]> lines = new Contours(41, 41).lines(grid, 11.3);
        assertThat(lines).hasSize(1);
        float[] line = lines.getFirst();
        assertThat(line[0]).isEqualTo(line[line.length - 2]);
        assertThat(line[1]).isEqualTo(line[line.length - 1]);
        double length = 0;
        for (int i = 0; i + 3 < line.length; i += 2) {
            assertThat(Math.hypot(line[i] - 20, line[i + 1] - 18)).isCloseTo(11.3, within(0.02));
            length += Math.hypot(line[i + 2] - line[i], line[i + 3] - line[i + 1]);
        }
        assertThat(length).isCloseTo(2 * Math.PI * 11.3, within(0.2));
    }

    @Test
    void findsAnOpenLineFromEdgeToEdge() {
        float[] grid = {0, 1, 2, 0, 1, 2, 0, 1, 2};
        List<float[]> lines = new Contours(3, 3).lines(grid, 0.25);
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst()).containsExactly(0.25f, 0, 0.25f, 1, 0.25f, 2);
    }

    @Test
    void connectsTheHighCornersOfAHighSaddle() {
        float[] high = {1, 0.4f, 0.4f, 1};
        assertThat(new Contours(2, 2).lines(high, 0.5)).hasSize(2)
                .allSatisfy(line -> assertThat(Math.abs((line[0] + line[2]) - (line[1] + line[3]))).isGreaterThan(0.9f));
        float[] low = {0.6f, 0, 0, 0.6f};
        assertThat(new Contours(2, 2).lines(low, 0.5)).hasSize(2)
                .allSatisfy(line -> assertThat(Math.abs((line[0] + line[2]) - (line[1] + line[3]))).isLessThan(0.1f));
    }

    @Test
    void hasNoLineWhereValuesAreConstantOrMissing() {
        assertThat(new Contours(2, 2).lines(new float[] {1, 1, 1, 1}, 0.5)).isEmpty();
        assertThat(new Contours(2, 2).lines(new float[] {1, 0, Float.NaN, 0}, 0.5)).isEmpty();
        assertThatThrownBy(() -> new Contours(2, 2).lines(new float[5], 0)).hasMessageContaining("2 x 2 values cannot be those of 5");
    }

    @Test
    void oneSearchLeavesNothingBehindForTheNext() {
        float[] first = {0, 1, 2, 0, 1, 2, 0, 1, 2};
        float[] second = {0, 0, 0, 1, 1, 1, 2, 2, 2};
        Contours contours = new Contours(3, 3);
        contours.lines(first, 0.25);
        // Where the line before went on, this one ends.
        float[] shorter = {0, 1, 2, 0, 1, 2, 0, Float.NaN, 2};
        assertThat(contours.lines(shorter, 0.25)).singleElement().isEqualTo(new float[] {0.25f, 0, 0.25f, 1});
        assertThat(contours.lines(second, 0.25)).singleElement().isEqualTo(new float[] {0, 0.25f, 1, 0.25f, 2, 0.25f});
        assertThat(contours.lines(second, 5)).isEmpty();
        assertThatThrownBy(() -> new Contours(1, 5)).hasMessageContaining("at least 2 x 2");
    }
}
