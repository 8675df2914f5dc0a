package dev.crescent.ui.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.insight.Confusion;
import dev.crescent.insight.Predictions;
import dev.crescent.insight.ValueRange;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class PredictionViewTest {
    private static final ValueRange RANGE = new ValueRange(0, 10);

    private OutputPanel panel;
    private PredictionView view;
    private Stage stage;

    @BeforeEach
    void show() {
        panel = new OutputPanel();
        panel.setTheme(Palette.of(Theme.LIGHT));
        panel.expect(table(Task.REGRESSION, 4));
        panel.showScores();
        stage = FxEvents.stage(panel, 360, 700);
        view = (PredictionView) find("output.predictions");
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    private static Dataset table(Task task, int tests) {
        Dataset.Samples some = new Dataset.Samples(4, new float[12], new float[12], 3, new int[4], new float[] {0, 3, 5, 10});
        Dataset.Samples none = new Dataset.Samples(0, new float[0], new float[0], 3, new int[0], new float[0]);
        return new Dataset(task, task == Task.REGRESSION ? List.of() : List.of("no", "yes"), List.of("a", "b", "c"),
                List.of(3), some, tests > 0 ? some : none, null);
    }

    private static Predictions predictions(float... predicted) {
        return new Predictions(new float[] {0, 3, 5, 10}, predicted, RANGE, 0.9345, 4, 0);
    }

    private void resize(double height) {
        stage.setHeight(stage.getHeight() - stage.getScene().getHeight() + height);
        FxExtension.pulse(stage.getScene());
        FxExtension.pulse(stage.getScene());
    }

    private Node find(String id) {
        return panel.lookupAll("*").stream().filter(node -> id.equals(node.getId())).findFirst().orElseThrow();
    }

    private String text(String id) {
        return ((Label) find(id)).getText();
    }

    private String title() {
        return ((Label) Objects.requireNonNull(view.lookup(".panel-title"))).getText();
    }

    /// What is in the plot at a pair of values.
    private Color at(double truth, double predicted) {
        FxExtension.pulse(stage.getScene());
        Node plot = find("predictions.plot");
        WritableImage picture = plot.snapshot(null, null);
        PredictionPlot places = PredictionPlot.of(RANGE, plot.getLayoutBounds().getWidth(), plot.getLayoutBounds().getHeight());
        PixelReader pixels = picture.getPixelReader();
        return pixels.getColor((int) places.x(truth), (int) places.y(predicted));
    }

    private static double distance(Color a, Color b) {
        return Math.hypot(Math.hypot(a.getRed() - b.getRed(), a.getGreen() - b.getGreen()), a.getBlue() - b.getBlue());
    }

    private void assertInk(Palette palette, double truth, double predicted, boolean there) {
        Color seen = at(truth, predicted);
        boolean ink = distance(seen, palette.test()) < distance(seen, Color.WHITE);
        assertThat(ink).as("a dot at %s, %s, which is %s", truth, predicted, seen).isEqualTo(there);
    }

    @Test
    void aDotIsWhereItsTwoValuesAre() {
        Palette palette = Palette.of(Theme.LIGHT);
        panel.show(predictions(2, 7, 1, 9));
        assertInk(palette, 0, 2, true);
        assertInk(palette, 3, 7, true);
        assertInk(palette, 5, 1, true);
        assertInk(palette, 10, 9, true);
        assertInk(palette, 7, 3, false);
        panel.show(predictions(2, 7, 8.5f, 9));
        assertInk(palette, 5, 1, false);
        assertInk(palette, 5, 8.5, true);
    }

    @ParameterizedTest
    @EnumSource
    void everyThemeTellsDotsFromItsGround(Theme theme) {
        panel.setTheme(Palette.of(theme));
        panel.show(predictions(2, 7, 1, 9));
        assertThat(distance(at(3, 7), at(7, 3))).isGreaterThan(0.25);
    }

    @Test
    void aWildPredictionIsAWedgeAtTheEdgeAndSquashesNothing() {
        Palette palette = Palette.of(Theme.LIGHT);
        panel.show(predictions(2, 1e6f, Float.NEGATIVE_INFINITY, 9));
        assertInk(palette, 0, 2, true);
        assertInk(palette, 3, 9.8, true);
        assertInk(palette, 3, 9.2, false);
        assertInk(palette, 5, 0.2, true);
    }

    @Test
    void wordsSayHowManyAndHowWell() {
        panel.showCounting(4);
        assertThat(title()).isEqualTo("Predicted against true, test part");
        assertThat(text("predictions.text")).isEqualTo("The 4 test samples are being predicted\u2026");
        assertThat(text("predictions.r2")).isEmpty();
        assertThat(find("predictions.plot").queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("");
        panel.show(predictions(2, 7, 1, 9));
        assertThat(title()).isEqualTo("Predicted against true, 4 test samples");
        assertThat(text("predictions.text")).isEqualTo("On the line the prediction is right.");
        assertThat(text("predictions.r2")).isEqualTo("R\u00b2 0.93");
        assertThat(find("predictions.plot").queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo(
                "Predicted against true values of 4 test samples: R\u00b2, the coefficient of determination, is 0.93.");
        panel.show(new Predictions(new float[0], new float[0], RANGE, Double.NaN, 4, 4));
        assertThat(text("predictions.text")).startsWith("4 samples get no answer");
        assertThat(text("predictions.r2")).isEqualTo("R\u00b2 \u2013");
    }

    private boolean isRead() {
        FxExtension.pulse(stage.getScene());
        return find("predictions.readout").isVisible();
    }

    private List<String> readout() {
        assertThat(isRead()).isTrue();
        return find("predictions.readout").lookupAll(".label").stream().filter(Node::isVisible)
                .map(node -> ((Label) node).getText()).toList();
    }

    private void pointAt(double truth, double predicted) {
        FxExtension.pulse(stage.getScene());
        Node plot = find("predictions.plot");
        PredictionPlot places = PredictionPlot.of(RANGE, plot.getLayoutBounds().getWidth(), plot.getLayoutBounds().getHeight());
        FxEvents.move(plot, places.x(truth) + 2, places.y(predicted) - 3);
    }

    @Test
    void theDotUnderTheMouseSaysItsValues() {
        panel.show(predictions(2, 7, 1, 9));
        assertThat(isRead()).isFalse();
        pointAt(3, 7);
        assertThat(readout()).containsExactlyInAnyOrder("true", "3.000", "predicted", "7.000", "test sample");
        panel.nameTarget("price / 1,000");
        assertThat(readout()).contains("price / 1,000");
        pointAt(7, 3);
        assertThat(isRead()).as("no dot is there").isFalse();
        pointAt(5, 1);
        assertThat(readout()).contains("5.000", "1.000");
        FxEvents.exit(find("predictions.plot"));
        assertThat(isRead()).isFalse();
    }

    @Test
    void theReadoutFollowsTheDotsThatMoveUnderTheMouse() {
        panel.show(predictions(2, 7, 1, 9));
        pointAt(3, 7);
        panel.show(predictions(2, 7.01f, 1, 9));
        assertThat(readout()).contains("7.010");
        panel.show(predictions(2, 4, 1, 9));
        assertThat(isRead()).isFalse();
        panel.expect(table(Task.REGRESSION, 4));
        assertThat(isRead()).as("forgotten").isFalse();
    }

    @Test
    void aWedgeSaysWhatIsPredictedFarOutside() {
        panel.show(predictions(2, 1e12f, Float.NEGATIVE_INFINITY, 9));
        pointAt(3, 10);
        assertThat(readout()).contains("3.000", "1.0e12".replace(".0", ""));
        pointAt(5, 0);
        assertThat(readout()).contains("\u2212\u221e");
    }

    @ParameterizedTest
    @CsvSource({"0.9345, 0.93", "0.99641, 0.9964", "1, 1.0000", "-2.768, \u22122.77", "-3.2e9, \u22123.2e9", "NaN, \u2013",
            "-Infinity, \u2212\u221e"})
    void r2HasAFewDigits(double r2, String text) {
        assertThat(PredictionView.number(r2)).isEqualTo(text);
    }

    @Test
    void whereThereIsLittleRoomThePlotIsSmallerUntilItGoes() {
        panel.show(predictions(2, 7, 1, 9));
        assertThat(view.isVisible()).isTrue();
        double large = view.getHeight();
        resize(430);
        assertThat(view.isVisible()).isTrue();
        assertThat(view.getHeight()).isLessThan(large);
        assertInk(Palette.of(Theme.LIGHT), 3, 7, true);
        resize(220);
        assertThat(view.isVisible()).isFalse();
    }

    @Test
    void otherDataForgetItAndOnlyValuesBeyondThePlaneHaveIt() throws Exception {
        panel.show(predictions(2, 7, 1, 9));
        panel.expect(table(Task.REGRESSION, 4));
        assertThat(text("predictions.r2")).isEmpty();
        panel.expect(table(Task.REGRESSION, 0));
        FxExtension.pulse(stage.getScene());
        assertThat(panel.lookupAll("#output\\.predictions")).isEmpty();
        panel.expect(table(Task.CLASSIFICATION, 4));
        panel.show(new Confusion(new int[][] {{2, 0}, {1, 1}}, 0));
        FxExtension.pulse(stage.getScene());
        assertThat(find("output.confusion").isVisible()).isTrue();
        panel.expect(table(Task.REGRESSION, 4));
        FxExtension.pulse(stage.getScene());
        assertThat(find("output.predictions").isVisible()).isTrue();
        Dataset plane = Datasets.load(new Data(new Source.Points(PointSet.PLANE, 60, 0.1), 1, 0.5, Scaling.NONE),
                List.of("x1", "x2"), Path.of(""));
        panel.expect(plane);
        FxExtension.pulse(stage.getScene());
        assertThat(view.getParent()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 320, 380", "-784, 392666, 320, 380", "0.00001, 0.00002, 240, 300", "-3e30, 3e30, 560, 620",
            "1000000, 1000001, 320, 190"})
    void axesAreEqualHoldTheirValuesAndFit(double low, double high, double width, double height) {
        PredictionPlot plot = PredictionPlot.of(new ValueRange(low, high), width, height);
        double span = high - low;
        assertThat(plot.low()).isBetween(low - 0.15 * span, low + 1e-6 * span);
        assertThat(plot.high()).isBetween(high - 1e-6 * span, high + 0.15 * span);
        assertThat(plot.left() + plot.side()).isLessThanOrEqualTo(width);
        assertThat(plot.top() + plot.side() + PredictionPlot.BELOW).isLessThanOrEqualTo(height);
        assertThat(plot.ticks()).hasSizeGreaterThanOrEqualTo(2);
        for (double tick : plot.ticks()) {
            assertThat(plot.x(tick) - plot.left()).isCloseTo(plot.top() + plot.side() - plot.y(tick), within(1e-6));
        }
    }
}
