package dev.crescent.ui.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.insight.CurveData;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.demo.Samples;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class CurvesViewTest {
    private CurvesView view;
    private Stage stage;

    @BeforeEach
    void show() {
        view = new CurvesView();
        stage = FxEvents.stage(view, 600, 208);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    @Test
    void hoverShowsTheEpochAndEveryCurvesValueThere() {
        view.show(line(11, 1, 0.5));
        pulse();
        Chart loss = view.charts().getFirst();
        FxEvents.move(charts(), loss.pixelOf(4) + 2, 60);
        pulse();
        assertThat(view.readoutText()).hasValueSatisfying(text ->
                assertThat(text).contains("epoch 4", "train 0.8000", "test 0.9000"));
        FxEvents.exit(charts());
        pulse();
        assertThat(view.readoutText()).isEmpty();
    }

    @Test
    void theHeaderShowsTheNewestValues() {
        view.show(line(11, 1, 0.5));
        assertThat(view.headerText()).isEqualTo("0.5000 0.6000");
        view.modeProperty().set(CurvesMode.ACCURACY);
        assertThat(view.headerText()).isEqualTo("50.0\u00a0% 40.0\u00a0%");
    }

    @Test
    void ticksAreRoundOnBothKindsOfAxes() {
        view.show(line(101, 0.9, 0.02));
        view.logProperty().set(true);
        pulse();
        assertThat(view.charts().getFirst().ticks()).containsExactly(0.03, 0.1, 0.3, 1.0);
        view.logProperty().set(false);
        pulse();
        assertThat(view.charts().getFirst().ticks()).containsExactly(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -3, 1e300, 1e-300, Double.NaN, Double.POSITIVE_INFINITY})
    void everyRangeIsSurvived(double constant) {
        for (boolean log : new boolean[] {true, false}) {
            view.logProperty().set(log);
            for (int count : new int[] {0, 1, 5}) {
                double[] values = new double[count];
                Arrays.fill(values, constant);
                double[] epochs = new double[count];
                Arrays.setAll(epochs, i -> i);
                view.show(new CurveData(epochs, values, values, values, values, count, List.of(), List.of()));
                pulse();
                assertThat(view.charts()).hasSize(2).allSatisfy(chart ->
                        assertThat(chart.ticks().size()).isLessThan(20));
            }
        }
    }

    @Test
    void aRunWithoutEpochsHasAxesOnly() {
        pulse();
        assertThat(painted(Palette.of(Theme.LIGHT).train())).isZero();
        assertThat(painted(Palette.of(Theme.LIGHT).borderMuted())).isPositive();
        view.show(Samples.curves(160));
        pulse();
        assertThat(painted(Palette.of(Theme.LIGHT).train())).isPositive();
    }

    @Test
    void longRunsAreThinnedToThePixelsButKeepTheirPeaks() {
        int count = 100_000;
        double[] epochs = new double[count];
        double[] values = new double[count];
        Arrays.setAll(epochs, i -> i);
        values[54_321] = 1;
        Series series = new Series("test", epochs, values, count, Color.BLACK, false);
        Canvas canvas = new Canvas(200, 100);
        int points = new Polyline(canvas.getGraphicsContext2D())
                .stroke(series, new Scale(0, count, false, 0, 200), new Scale(0, 1, false, 100, 0));
        assertThat(points).isBetween(200, 4 * 201);
        WritableImage image = canvas.snapshot(null, null);
        boolean peak = false;
        for (int y = 2; y < 40; y++) {
            peak |= image.getPixelReader().getColor(108, y).getBrightness() < 0.9;
        }
        assertThat(peak).isTrue();
    }

    @Test
    void smoothingLeavesMissingValuesMissing() {
        double[] values = {1, Double.NaN, 0, 0};
        CurveData data = new CurveData(new double[] {0, 1, 2, 3}, values, values, values, values, 4, List.of(), List.of());
        Series train = Series.of(data, Measure.LOSS, true, Palette.of(Theme.LIGHT)).getLast();
        assertThat(train.values()[0]).isEqualTo(1);
        assertThat(train.values()[1]).isNaN();
        assertThat(train.values()[2]).isEqualTo(0.8);
    }

    @Test
    void pinKeepsTheRunOnlyWhereThereIsOne() {
        int[] kept = {0};
        view.setOnPin(() -> kept[0]++);
        CurvesHeader header = (CurvesHeader) view.getChildrenUnmodifiable().getFirst();
        header.pin.fire();
        assertThat(kept[0]).isZero();
        view.show(line(3, 1, 0.5));
        header.pin.fire();
        assertThat(kept[0]).isEqualTo(1);
    }

    private static CurveData line(int count, double from, double to) {
        double[][] c = new double[5][count];
        for (int i = 0; i < count; i++) {
            c[0][i] = i;
            c[1][i] = from + (to - from) * i / (count - 1);
            c[2][i] = c[1][i] + 0.1;
            c[3][i] = 1 - c[1][i];
            c[4][i] = 1 - c[2][i];
        }
        return new CurveData(c[0], c[1], c[2], c[3], c[4], count, List.of(), List.of());
    }

    private int painted(Color color) {
        Canvas canvas = (Canvas) charts().lookup(".canvas");
        Node first = canvas == null ? view.lookupAll("*").stream().filter(Canvas.class::isInstance).findFirst()
                .orElseThrow() : canvas;
        WritableImage image = first.snapshot(null, null);
        int found = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                found += image.getPixelReader().getArgb(x, y) == Palette.argb(color) ? 1 : 0;
            }
        }
        return found;
    }

    private Node charts() {
        return view.getChildrenUnmodifiable().get(1);
    }

    private void pulse() {
        FxExtension.pulse(stage.getScene());
    }
}
