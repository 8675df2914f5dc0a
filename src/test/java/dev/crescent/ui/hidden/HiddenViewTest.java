package dev.crescent.ui.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class HiddenViewTest {
    /// In a view of 480 x 360, between the axis on the left and the margin on the right, and from the top to the axis.
    private static final double LEFT = 64;
    private static final double RIGHT = 472;
    private static final double TOP = 8;
    private static final double BOTTOM = 284;
    /// The middles of the first and the last sample: 6 % of the range lie beyond them, 1.12 ranges are shown.
    private static final double EDGE = 0.06 / 1.12;

    private final Palette palette = Palette.of(Theme.LIGHT);
    private HiddenView view;
    private Stage stage;

    @BeforeEach
    void show() {
        view = new HiddenView();
        stage = FxEvents.stage(view, 480, 360);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    private PixelReader shot(double[] shares, float... xy) {
        int[] labels = new int[xy.length / 2];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 2;
        }
        view.show(PointsModel.classes(xy, labels, labels.length, List.of("0", "1")), shares);
        FxExtension.pulse(stage.getScene());
        return stage.getScene().snapshot(null).getPixelReader();
    }

    private static Color at(PixelReader pixels, double across, double up) {
        return pixels.getColor((int) (LEFT + across * (RIGHT - LEFT)), (int) (BOTTOM - up * (BOTTOM - TOP)));
    }

    @Test
    void samplesLieAlongTheTwoComponentsWithRoomAroundThem() {
        PixelReader pixels = shot(new double[] {0.9, 0.1}, 0, 0, 4, 2);
        assertThat(at(pixels, EDGE, EDGE)).isEqualTo(palette.classColor(0));
        assertThat(at(pixels, 1 - EDGE, 1 - EDGE)).isEqualTo(palette.classColor(1));
        assertThat(at(pixels, EDGE, 1 - EDGE)).isNotIn(palette.classColor(0), palette.classColor(1));
    }

    @Test
    void aSampleWithoutAPlaceIsLeftOutAndSpoilsNothing() {
        PixelReader pixels = shot(new double[] {0.9, 0.1}, 0, 0, 4, 2, Float.NaN, 1, Float.POSITIVE_INFINITY, 1);
        assertThat(at(pixels, EDGE, EDGE)).isEqualTo(palette.classColor(0));
        assertThat(at(pixels, 1 - EDGE, 1 - EDGE)).isEqualTo(palette.classColor(1));
    }

    @Test
    void samplesOfOneUnitLieOnALineThroughTheMiddle() {
        PixelReader pixels = shot(new double[] {1, 0}, -1, 0, 1, 0);
        assertThat(at(pixels, EDGE, 0.5)).isEqualTo(palette.classColor(0));
        assertThat(at(pixels, 1 - EDGE, 0.5)).isEqualTo(palette.classColor(1));
    }

    @Test
    void nothingFiniteAndNoSharesPaintToo() {
        assertThat(at(shot(new double[] {Double.NaN, Double.NaN}, Float.NaN, Float.NaN), 0.3, 0.3)).isEqualTo(Color.WHITE);
    }

    @Test
    void aShareIsNeverRoundedToNothingOrAll() {
        assertThat(Scatter.percent(0.87)).isEqualTo("87\u00a0%");
        assertThat(Scatter.percent(0.999)).isEqualTo("99.9\u00a0%");
        assertThat(Scatter.percent(0.004)).isEqualTo("0.4\u00a0%");
        assertThat(Scatter.percent(1)).isEqualTo("100\u00a0%");
        assertThat(Scatter.percent(0)).isEqualTo("0\u00a0%");
        assertThat(Scatter.percent(Double.NaN)).isEqualTo("\u2013");
    }
}
