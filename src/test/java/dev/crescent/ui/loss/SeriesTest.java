package dev.crescent.ui.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.insight.CurveData;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void smoothingLeavesMissingValuesMissing() {
        double[] values = {1, Double.NaN, 0, 0};
        CurveData data = new CurveData(new double[] {0, 1, 2, 3}, values, values, values, values, 4, List.of(), List.of());
        Series train = Series.of(data, Measure.LOSS, true, Palette.of(Theme.LIGHT)).getLast();
        assertThat(train.values()[0]).isEqualTo(1);
        assertThat(train.values()[1]).isNaN();
        assertThat(train.values()[2]).isCloseTo(0.64, within(1e-12));
    }

    @Test
    void ghostsAreSmoothedOverAsManyEpochsAsTheRunHoweverDenselyTheyWereMeasured() {
        CurveData.Ghost ghost = CurvesViewTest.ghost("old", 100, 0.5);
        CurveData own = CurvesViewTest.line(51, 1, 0.5);
        CurveData data = new CurveData(own.epochs(), own.trainLoss(), own.trainLoss(), own.trainLoss(), own.trainLoss(), 51,
                List.of(), List.of(ghost));
        List<Series> smooth = Series.of(data, Measure.LOSS, true, Palette.of(Theme.LIGHT));
        Series old = smooth.getFirst();
        // Half an epoch between measurements: two of them forget as much as one of the run's.
        assertThat(old.values()[1]).isCloseTo(ghost.loss()[1] + Math.sqrt(0.8) * (ghost.loss()[0] - ghost.loss()[1]),
                within(1e-12));
        assertThat(smooth.getLast().values()[1]).isCloseTo(0.99 + 0.8 * 0.01, within(1e-12));
    }
}
