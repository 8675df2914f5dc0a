package dev.crescent.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.experiment.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundaryTracerTest {
    private static final int SIDE = 41;
    private static final Region REGION = Region.square(2, 0);

    private final BoundaryTracer tracer = new BoundaryTracer();

    /// A grid whose value depends on its column alone, from 0 on the left to 1 on the right.
    private static float[] ramp(double from, double to) {
        float[] grid = new float[SIDE * SIDE];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = (float) (from + (to - from) * (i % SIDE) / (SIDE - 1));
        }
        return grid;
    }

    private static OutputField field(Task task, int classes, float[]... grids) {
        return new OutputField(REGION, SIDE, SIDE, task, classes, grids);
    }

    /// The columns at which upright lines stand, in order.
    private static List<Double> columns(List<float[]> lines) {
        return lines.stream().map(line -> (double) line[0]).sorted().toList();
    }

    @Test
    void twoClassesAreDividedAtOneHalfAndSureAtNineToOne() {
        BoundaryLines lines = tracer.trace(field(Task.CLASSIFICATION, 2, ramp(0, 1)), new ValueRange(0, 1), true);
        assertThat(columns(lines.strong())).singleElement().satisfies(at -> assertThat(at).isCloseTo(20, within(1e-3)));
        assertThat(columns(lines.thin())).satisfiesExactly(low -> assertThat(low).isCloseTo(4, within(1e-3)),
                high -> assertThat(high).isCloseTo(36, within(1e-3)));
    }

    @Test
    void aRegressionHasTheMiddleAndTheQuartersOfItsRangeAndAUnitOnlyTheMiddle() {
        OutputField field = field(Task.REGRESSION, 0, ramp(-4, 4));
        BoundaryLines lines = tracer.trace(field, new ValueRange(-2, 4), true);
        assertThat(columns(lines.strong())).singleElement().satisfies(at -> assertThat(at).isCloseTo(25, within(1e-3)));
        assertThat(columns(lines.thin())).satisfiesExactly(low -> assertThat(low).isCloseTo(17.5, within(1e-3)),
                high -> assertThat(high).isCloseTo(32.5, within(1e-3)));
        assertThat(tracer.trace(field, new ValueRange(-2, 4), false).thin()).isEmpty();
    }

    @Test
    void threeClassesAreDividedWhereTheTwoBestAreEqual() {
        // From left to right: class 0, class 1, class 2; equal at columns 10 and 30.
        float[] left = new float[SIDE * SIDE];
        float[] right = new float[SIDE * SIDE];
        float[] middle = new float[SIDE * SIDE];
        for (int i = 0; i < left.length; i++) {
            int column = i % SIDE;
            double a = Math.exp((10 - column) / 4.0);
            double b = Math.exp((column - 30) / 4.0);
            left[i] = (float) (a / (1 + a + b));
            middle[i] = (float) (1 / (1 + a + b));
            right[i] = (float) (b / (1 + a + b));
        }
        BoundaryLines lines = tracer.trace(field(Task.CLASSIFICATION, 3, left, middle, right), new ValueRange(0, 1), true);
        // Class 0 ends at column 10; class 1 is between 10 and 30.
        assertThat(columns(lines.strong())).hasSize(3)
                .allSatisfy(at -> assertThat(Math.min(Math.abs(at - 10), Math.abs(at - 30))).isLessThan(0.05))
                .anySatisfy(at -> assertThat(at).isCloseTo(30, within(0.05)));
        // 9 : 1 against the rival is 4 ln 9 = 8.8 columns from the boundary.
        assertThat(columns(lines.thin())).anySatisfy(at -> assertThat(at).isCloseTo(1.2, within(0.1)))
                .anySatisfy(at -> assertThat(at).isCloseTo(18.8, within(0.1)))
                .anySatisfy(at -> assertThat(at).isCloseTo(38.8, within(0.1)));
    }
}
