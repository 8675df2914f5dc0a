package dev.crescent.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.Metrics;
import dev.crescent.insight.CurveData;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionTest {
    /// A chunk of training ends within an epoch.
    @ParameterizedTest
    @CsvSource({"0, 0", "0.04, 0.04", "3, 3", "12.34, 12.3", "'1193.22', '1,193'"})
    void theEpochHasTheDigitsThatItHasInTheTimeline(double epoch, String text) {
        Moment moment = new Moment(epoch, new Metrics(0.0012, 1), new Metrics(0.01, 0.996), new float[0], List.of(), CurveData.EMPTY);
        assertThat(Caption.of(moment)).isEqualTo("epoch " + text + ", training loss 0.0012, test accuracy 99.6\u00a0%");
    }
}
