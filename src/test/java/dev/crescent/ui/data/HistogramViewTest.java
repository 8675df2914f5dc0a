package dev.crescent.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Task;
import dev.crescent.insight.Histogram;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class HistogramViewTest {
    private static final Palette LIGHT = Palette.of(Theme.LIGHT);
    /// The row of pixels above the line that the bars stand on.
    private static final int FOOT = 47;

    private HistogramView view;
    private Stage stage;

    @BeforeEach
    void show() {
        view = new HistogramView();
        view.setPalette(LIGHT);
        stage = FxEvents.stage(view, 200, HistogramView.HEIGHT);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    @Test
    void theFullestBinIsAsHighAsTheBarsAreAndClassesAreStacked() {
        view.show(new Histogram(0, 1, new int[][] {{6, 6}, {3, 0}, {0, 0}, {0, 12}}, 0.5, 0.2), Task.CLASSIFICATION);
        PixelReader pixels = pixels();
        assertThat(isClass(pixels.getColor(20, FOOT), 0)).isTrue();
        assertThat(isClass(pixels.getColor(20, 25), 0)).as("class 0 is the lower half").isTrue();
        assertThat(isClass(pixels.getColor(20, 22), 1)).as("class 1 is the upper half").isTrue();
        assertThat(isClass(pixels.getColor(20, 1), 1)).isTrue();
        assertThat(isClass(pixels.getColor(70, 37), 0)).as("a quarter").isTrue();
        assertThat(pixels.getColor(70, 34)).isEqualTo(Color.WHITE);
        assertThat(pixels.getColor(120, FOOT)).as("an empty bin").isEqualTo(Color.WHITE);
        assertThat(isClass(pixels.getColor(170, 1), 1)).isTrue();
        assertThat(pixels.getColor(49, FOOT)).as("between two bars").isEqualTo(Color.WHITE);
    }

    @Test
    void aSingleSampleAmongManyIsSeen() {
        view.show(new Histogram(0, 1, new int[][] {{1}, {1000}}, 0.5, 0.2), Task.CLASSIFICATION);
        assertThat(isClass(pixels().getColor(50, FOOT), 0)).isTrue();
    }

    @Test
    void valuesHaveNoClassesColor() {
        view.show(new Histogram(0, 1, new int[][] {{4}}, 0.5, 0.2), Task.REGRESSION);
        assertThat(pixels().getColor(100, FOOT)).isEqualTo(LIGHT.color("ghost"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0.5|0.87|mean 0.50, sd 0.87", "0.00123|0.00045|mean 0.00123, sd 0.00045",
        "12345.6|321.4|mean 12,346, sd 321", "70.21|12.3456|mean 70.2, sd 12.3", "3|0|mean 3.00, sd 0.00",
        "NaN|NaN|mean \u2013, sd \u2013"})
    void meanAndDeviationHaveTheDigitsThatCount(double mean, double deviation, String facts) {
        view.show(new Histogram(0, 1, new int[][] {{1}}, mean, deviation), Task.CLASSIFICATION);
        assertThat(((Label) Objects.requireNonNull(view.lookup(".caption"))).getText()).isEqualTo(facts);
    }

    private PixelReader pixels() {
        FxExtension.pulse(stage.getScene());
        return view.snapshot(null, null).getPixelReader();
    }

    /// Bars are a little paler than the class's color.
    private static boolean isClass(Color color, int k) {
        Color pale = LIGHT.classColor(k).interpolate(Color.WHITE, 0.18);
        return Math.abs(color.getRed() - pale.getRed()) < 0.02 && Math.abs(color.getGreen() - pale.getGreen()) < 0.02
                && Math.abs(color.getBlue() - pale.getBlue()) < 0.02;
    }
}
