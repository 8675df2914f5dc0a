package dev.crescent.ui.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.insight.CurveData;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.demo.Samples;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(view.charts().getFirst().axes().ticks()).containsExactly(0.02, 0.05, 0.1, 0.2, 0.5, 1.0);
        view.logProperty().set(false);
        pulse();
        assertThat(view.charts().getFirst().axes().ticks()).containsExactly(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
    }

    @Test
    void theNumbersAtTheGridLinesHaveTheDigitsThatTheyNeed() {
        view.show(line(101, 0.9, 0.02));
        pulse();
        assertThat(view.charts().getFirst().axes().tickTexts()).containsExactly("0.02", "0.05", "0.1", "0.2", "0.5", "1");
        assertThat(view.charts().getLast().axes().tickTexts()).allMatch(text -> text.endsWith("\u00a0%"))
                .contains("100\u00a0%");
        view.logProperty().set(false);
        pulse();
        assertThat(view.charts().getFirst().axes().tickTexts()).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
    }

    @Test
    void onALogarithmicAxisEqualRatiosAreEqualWays() {
        Scale log = new Scale(0.01, 1, true, 200, 0);
        assertThat(log.at(0.1)).isCloseTo(100, within(1e-9));
        assertThat(log.valueAt(100)).isCloseTo(0.1, within(1e-12));
        assertThat(log.at(0)).as("0 lies at the lower end").isEqualTo(200);
        assertThat(log.at(Double.POSITIVE_INFINITY)).isNaN();
        view.show(line(101, 0.9, 0.02));
        pulse();
        assertThat(view.charts().getFirst().axes().up().logarithmic()).isTrue();
        assertThat(view.charts().getLast().axes().up().logarithmic()).as("shares are not").isFalse();
    }

    @Test
    void marksAreLinesWithWordsAboveTheFirstChartOnly() {
        CurveData own = line(11, 1, 0.5);
        view.show(own);
        pulse();
        int lines = painted(Palette.of(Theme.LIGHT).fgSubtle());
        view.show(new CurveData(own.epochs(), own.trainLoss(), own.testLoss(), own.trainAccuracy(), own.testAccuracy(), 11,
                List.of(new CurveData.Mark(5, "rate 0.01")), List.of()));
        pulse();
        assertThat(painted(Palette.of(Theme.LIGHT).fgSubtle())).as("dotted lines").isGreaterThan(lines + 60);
        Chart loss = view.charts().getFirst();
        Chart accuracy = view.charts().getLast();
        assertThat(written(loss.pixelOf(5) + 2, loss.pixelOf(5) + 50)).isPositive();
        assertThat(written(accuracy.pixelOf(5) + 2, accuracy.pixelOf(5) + 50)).isZero();
    }

    /// How many pixels of some columns are dark in the strip above the curves.
    private int written(double from, double to) {
        WritableImage image = canvas(0).snapshot(null, null);
        int found = 0;
        for (int y = 2; y < 18; y++) {
            for (int x = (int) from; x < to; x++) {
                found += image.getPixelReader().getColor(x, y).getBrightness() < 0.7 ? 1 : 0;
            }
        }
        return found;
    }

    @Test
    void smoothingDrawsTheCurvesWithFewerUpsAndDowns() {
        double[] epochs = new double[101];
        double[] values = new double[101];
        Arrays.setAll(epochs, i -> i);
        Arrays.setAll(values, i -> i % 2 == 0 ? 0.4 : 0.6);
        view.logProperty().set(false);
        view.show(new CurveData(epochs, values, values, values, values, 101, List.of(), List.of()));
        pulse();
        double rough = ups(view.charts().getFirst());
        int paintedRough = painted(Palette.of(Theme.LIGHT).train());
        header().smooth.fire();
        pulse();
        assertThat(ups(view.charts().getFirst())).isLessThan(0.2 * rough);
        assertThat(painted(Palette.of(Theme.LIGHT).train())).isNotEqualTo(paintedRough);
    }

    private static double ups(Chart chart) {
        Series train = chart.curves().getLast();
        double sum = 0;
        for (int i = 1; i < train.count(); i++) {
            sum += Math.abs(train.values()[i] - train.values()[i - 1]);
        }
        return sum;
    }

    @Test
    void aGapInTheDataIsAGapInTheLine() {
        double[] values = {0.5, 0.5, Double.NaN, 0.5, 0.5};
        Canvas canvas = new Canvas(100, 20);
        canvas.getGraphicsContext2D().setLineWidth(4);
        new Polyline(canvas.getGraphicsContext2D()).stroke(
                new Series("test", new double[] {0, 1, 2, 3, 4}, values, 5, Color.BLACK, ""),
                new Scale(0, 4, false, 0, 100), new Scale(0, 1, false, 20, 0));
        WritableImage image = canvas.snapshot(null, null);
        assertThat(image.getPixelReader().getColor(15, 10).getBrightness()).isLessThan(0.5);
        assertThat(image.getPixelReader().getColor(50, 10).getBrightness()).isGreaterThan(0.9);
        assertThat(image.getPixelReader().getColor(85, 10).getBrightness()).isLessThan(0.5);
    }

    @Test
    void theReadoutIsOfTheEpochAtThePointerAndStaysInside() {
        view.show(line(11, 1, 0.5));
        pulse();
        Chart accuracy = view.charts().getLast();
        for (int epoch : new int[] {0, 3, 7, 10}) {
            FxEvents.move(charts(), accuracy.pixelOf(epoch), 60);
            pulse();
            assertThat(view.readoutText()).hasValueSatisfying(text -> assertThat(text).startsWith("epoch " + epoch + " "));
            Region card = (Region) view.getChildrenUnmodifiable().get(2);
            double right = card.getLayoutX() + card.getWidth();
            assertThat(right).isLessThanOrEqualTo(600);
            double line = accuracy.pixelOf(epoch);
            assertThat(card.getLayoutX() > line || right < line).as("beside the line at %f", line).isTrue();
        }
    }

    @Test
    void whereTheRunHasNotComeYetTheReadoutIsOfTheLongestGhost() {
        view.show(pinned(line(3, 1, 0.5), ghost("short", 8, 0.5), ghost("long", 20, 0.5)));
        pulse();
        Chart loss = view.charts().getFirst();
        FxEvents.move(charts(), loss.pixelOf(2), 60);
        pulse();
        assertThat(view.readoutText()).hasValueSatisfying(text -> assertThat(text).startsWith("epoch 2 train 0.5000"));
        FxEvents.move(charts(), loss.pixelOf(8), 60);
        pulse();
        assertThat(view.readoutText()).hasValue("epoch 8 B\u2002long 0.6000");
        view.show(pinned(CurveData.EMPTY, ghost("short", 8, 0.5)));
        pulse();
        FxEvents.move(charts(), view.charts().getFirst().pixelOf(4), 60);
        pulse();
        assertThat(view.readoutText()).as("before the first epoch").hasValue("epoch 4 A\u2002short 0.5000");
    }

    @Test
    void theGhostThatIsPointedAtStandsOutInTheReadout() {
        view.logProperty().set(false);
        view.show(pinned(line(11, 1, 0.5), ghost("old", 20, 0.05)));
        pulse();
        Chart loss = view.charts().getFirst();
        double y = loss.axes().up().at(loss.curves().getFirst().values()[10]);
        FxEvents.move(charts(), loss.pixelOf(5), y);
        pulse();
        assertThat(strong("A\u2002old")).isTrue();
        FxEvents.move(charts(), loss.pixelOf(5), 12);
        pulse();
        assertThat(strong("A\u2002old")).isFalse();
    }

    private boolean strong(String name) {
        return view.lookupAll(".value").stream().filter(Label.class::isInstance).anyMatch(n -> ((Label) n).getText().equals(name));
    }

    @Test
    void anOlderEpochIsALineInEveryChart() {
        view.show(line(11, 1, 0.5));
        pulse();
        assertThat(lineAt(view.charts().getLast().pixelOf(4))).isFalse();
        view.showCursor(4);
        pulse();
        assertThat(view.charts()).allMatch(chart -> lineAt(chart.pixelOf(4)));
        view.showCursor(Double.NaN);
        pulse();
        assertThat(view.charts()).noneMatch(chart -> lineAt(chart.pixelOf(4)));
    }

    private boolean lineAt(double pixel) {
        return canvas(1).snapshot(null, null).getPixelReader().getColor((int) Math.round(pixel), 10).getBrightness() < 0.7;
    }

    @Test
    void curvesHaveTheColorsOfTheirDotsAndGhostsAreDashed() {
        view.show(pinned(line(11, 1, 0.5), ghost("old", 20, 0.05)));
        pulse();
        Palette light = Palette.of(Theme.LIGHT);
        assertThat(view.charts().getFirst().curves()).extracting(Series::color)
                .containsExactly(light.ghost(), light.test(), light.train());
        assertThat(header().lookupAll("*").stream().filter(Circle.class::isInstance).map(n -> ((Circle) n).getFill()))
                .containsExactly(light.train(), light.test());
        int dashed = painted(light.ghost());
        view.show(pinned(line(11, 1, 0.5)));
        pulse();
        assertThat(dashed).isPositive();
        assertThat(painted(light.ghost())).isZero();
    }

    @Test
    void aSegmentStaysOnAndOnlyLossesHaveALogarithm() {
        view.show(line(11, 1, 0.5));
        ToggleButton accuracy = header().lookupAll(".toggle-button").stream().map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals("Accuracy")).findFirst().orElseThrow();
        accuracy.fire();
        assertThat(view.modeProperty().get()).isEqualTo(CurvesMode.ACCURACY);
        assertThat(header().log.isDisabled()).isTrue();
        accuracy.fire();
        assertThat(accuracy.isSelected()).isTrue();
        view.modeProperty().set(CurvesMode.LOSS);
        assertThat(header().log.isDisabled()).isFalse();
    }

    @Test
    void withoutTheHeaderTheChartsHaveAllTheRoom() {
        assertThat(charts().getLayoutY()).isEqualTo(40);
        view.showHeader(false);
        pulse();
        assertThat(charts().getLayoutY()).isZero();
        assertThat(charts().getAccessibleText()).isEqualTo("Loss and accuracy over the epochs");
    }

    private Canvas canvas(int index) {
        return (Canvas) ((Parent) charts()).getChildrenUnmodifiable().get(index);
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
                assertThat(view.charts()).isNotEmpty().allSatisfy(chart ->
                        assertThat(chart.axes().ticks().size()).isLessThan(20));
                if (count > 0 && Double.isFinite(constant)) {
                    Chart loss = view.charts().getFirst();
                    assertThat(loss.endLabels()).hasSize(2).allSatisfy(placed -> assertThat(placed.label().y())
                            .isBetween(loss.axes().up().to(), loss.axes().up().from()));
                }
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
        Series series = new Series("test", epochs, values, count, Color.BLACK, "");
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
        assertThat(train.values()[2]).isCloseTo(0.64, within(1e-12));
    }

    @Test
    void ghostsAreSmoothedOverAsManyEpochsAsTheRunHoweverDenselyTheyWereMeasured() {
        CurveData.Ghost ghost = ghost("old", 100, 0.5);
        CurveData own = line(51, 1, 0.5);
        CurveData data = new CurveData(own.epochs(), own.trainLoss(), own.trainLoss(), own.trainLoss(), own.trainLoss(), 51,
                List.of(), List.of(ghost));
        List<Series> smooth = Series.of(data, Measure.LOSS, true, Palette.of(Theme.LIGHT));
        Series old = smooth.getFirst();
        // Half an epoch between measurements: two of them forget as much as one of the run's.
        assertThat(old.values()[1]).isCloseTo(ghost.loss()[1] + Math.sqrt(0.8) * (ghost.loss()[0] - ghost.loss()[1]),
                within(1e-12));
        assertThat(smooth.getLast().values()[1]).isCloseTo(0.99 + 0.8 * 0.01, within(1e-12));
    }

    @Test
    void everyNumberIsAMeasuredOneSmoothOrNot() {
        view.smoothProperty().set(true);
        view.show(line(11, 1, 0.5));
        pulse();
        FxEvents.move(charts(), view.charts().getFirst().pixelOf(10), 60);
        pulse();
        assertThat(view.readoutText()).hasValueSatisfying(text -> assertThat(text).contains("train 0.5000", "test 0.6000"));
        assertThat(view.headerText()).isEqualTo("0.5000 0.6000");
        Series train = view.charts().getFirst().curves().getLast();
        assertThat(train.values()[10]).isGreaterThan(0.52);
        assertThat(train.measured()[10]).isEqualTo(0.5);
    }

    @Test
    void theReadoutHasNoMoreDecimalsThanTheAxisTellsApart() {
        double[] epochs = new double[1001];
        Arrays.setAll(epochs, i -> i * 0.81228);
        view.show(new CurveData(epochs, epochs, epochs, epochs, epochs, 1001, List.of(), List.of()));
        pulse();
        FxEvents.move(charts(), 150, 60);
        pulse();
        assertThat(view.readoutText()).hasValueSatisfying(text -> assertThat(text).matches("epoch \\d+ .*"));
    }

    @Test
    void aRegressionHasOneChartAsWideAsTheView() {
        CurveData both = line(11, 1, 0.5);
        double[] none = new double[11];
        Arrays.fill(none, Double.NaN);
        view.show(new CurveData(both.epochs(), both.trainLoss(), both.testLoss(), none, none, 11, List.of(), List.of()));
        pulse();
        assertThat(view.charts()).hasSize(1);
        assertThat(view.charts().getFirst().pixelOf(10)).isGreaterThan(500);
        assertThat(header().lookupAll(".toggle-button").stream().filter(Node::isVisible).toList()).isNotEmpty();
        assertThat(header().lookup(".segmented").isVisible()).isFalse();
        view.show(CurveData.EMPTY);
        pulse();
        assertThat(view.charts()).as("while the next run has not begun").hasSize(1);
        view.show(both);
        pulse();
        assertThat(view.charts()).hasSize(2);
        assertThat(header().lookup(".segmented").isVisible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"384, 208, 1", "400, 300, 2", "568, 208, 2", "1000, 264, 2"})
    void everyButtonIsInsideAtEveryWidthAndWhatIsNotSeenHasNoFocus(double width, double height, int charts) {
        stage.hide();
        view = new CurvesView();
        stage = FxEvents.stage(view, width, height);
        CurveData own = line(11, 1, 0.5);
        view.show(new CurveData(own.epochs(), own.trainLoss(), own.testLoss(), own.trainAccuracy(), own.testAccuracy(), 11,
                List.of(), List.of(ghost("6-4-2 a ghost with a long name", 20, 0.5))));
        pulse();
        pulse();
        assertThat(view.charts()).hasSize(charts);
        assertThat(view.charts()).allSatisfy(chart ->
                assertThat(chart.pixelOf(10) - chart.pixelOf(0)).isGreaterThan(0.4 * width / charts));
        for (Node node : header().lookupAll("*")) {
            if (node.isFocusTraversable() && seen(node)) {
                Bounds bounds = node.localToScene(node.getLayoutBounds());
                assertThat(bounds.getMinX()).as("%s", node).isGreaterThanOrEqualTo(15);
                assertThat(bounds.getMaxX()).as("%s", node).isLessThanOrEqualTo(width - 15);
            }
        }
        assertThat(seen(header().pin) && seen(header().unpin) && seen(header().log) && seen(header().smooth)).isTrue();
    }

    private static boolean seen(Node node) {
        return node.isVisible() && node.isManaged() && (node.getParent() == null || seen(node.getParent()));
    }

    @Test
    void pinsGoByTheButtonThatIsThereWhileThereAreSome() {
        int[] gone = {0};
        view.setOnUnpin(() -> gone[0]++);
        CurveData own = line(11, 1, 0.5);
        view.show(own);
        assertThat(header().unpin.isVisible()).isFalse();
        view.show(new CurveData(own.epochs(), own.trainLoss(), own.testLoss(), own.trainAccuracy(), own.testAccuracy(), 11,
                List.of(), List.of(ghost("old", 20, 0.5))));
        assertThat(header().unpin.isVisible()).isTrue();
        assertThat(header().unpin.getTooltip().getText()).isNotBlank();
        header().unpin.fire();
        assertThat(gone[0]).isEqualTo(1);
    }

    @Test
    void pinNeverMovesSoThatASecondClickPinsAgain() {
        stage.hide();
        for (double width : new double[] {390, 480, 600, 1000}) {
            view = new CurvesView();
            stage = FxEvents.stage(view, width, 208);
            view.show(line(11, 1, 0.5));
            pulse();
            Bounds before = header().pin.localToScene(header().pin.getLayoutBounds());
            view.show(pinned(line(11, 1, 0.5), ghost("old", 20, 0.5)));
            pulse();
            assertThat(header().pin.localToScene(header().pin.getLayoutBounds())).isEqualTo(before);
            assertThat(header().unpin.localToScene(header().unpin.getLayoutBounds()).getMaxX())
                    .isLessThan(before.getMinX());
            stage.hide();
        }
    }

    @Test
    void ghostsAreCalledByLettersAndNeverCoverWhatTheRunsOwnCurvesAreCalled() {
        CurveData.Ghost[] ghosts = new CurveData.Ghost[4];
        Arrays.setAll(ghosts, i -> ghost("6-4-2 adam 0.0" + i, 20, 0.5));
        view.show(pinned(line(11, 1, 0.5), ghosts));
        pulse();
        assertThat(endTexts(0)).contains("train", "test", "A", "B", "C", "D");
        assertThat(endTexts(1)).contains("50.0\u00a0%", "40.0\u00a0%", "A", "B", "C", "D");
        view.show(pinned(line(3, 1, 0.5), ghosts));
        pulse();
        assertThat(endTexts(0)).as("of a run that has only begun").contains("train", "test", "D");
        for (Chart chart : view.charts()) {
            List<EndLabels.Placed> placed = chart.endLabels();
            for (EndLabels.Placed label : placed) {
                assertThat(placed.stream().filter(other -> other.covers(label.label(), label.y()))).containsExactly(label);
            }
        }
        Chart loss = view.charts().getFirst();
        FxEvents.move(charts(), loss.pixelOf(2), 60);
        pulse();
        assertThat(view.readoutText()).hasValueSatisfying(text ->
                assertThat(text).contains("A\u20026-4-2 adam 0.00", "D\u20026-4-2 adam 0.03"));
        assertThat(header().unpin.getTooltip().getText().lines()).hasSize(5).last().isEqualTo("D\u20026-4-2 adam 0.03");
    }

    private List<String> endTexts(int chart) {
        return view.charts().get(chart).endLabels().stream().map(placed -> placed.label().text()).toList();
    }

    private static CurveData pinned(CurveData own, CurveData.Ghost... ghosts) {
        return new CurveData(own.epochs(), own.trainLoss(), own.testLoss(), own.trainAccuracy(), own.testAccuracy(),
                own.count(), List.of(), List.of(ghosts));
    }

    @Test
    void ofMarksThatCrowdTheNewestKeepsItsTextAndNearOnesShareALine() {
        CurveData own = line(1001, 1, 0.5);
        List<CurveData.Mark> marks = List.of(new CurveData.Mark(100, "rate 0.02"), new CurveData.Mark(500, "dropout 5 %"),
                new CurveData.Mark(560, "rate 0.03"), new CurveData.Mark(563, "rate 0.04"), new CurveData.Mark(990, "batch 8"));
        view.show(new CurveData(own.epochs(), own.trainLoss(), own.testLoss(), own.trainAccuracy(), own.testAccuracy(),
                1001, marks, List.of()));
        view.modeProperty().set(CurvesMode.LOSS);
        pulse();
        Chart loss = view.charts().getFirst();
        assertThat(loss.markLines()).extracting(MarkLines.Line::text).containsExactly("rate 0.02", "", "rate 0.04", "batch 8");
        assertThat(loss.markLines().getLast().start()).isLessThan(loss.markLines().getLast().x());
        FxEvents.move(charts(), loss.pixelOf(561), 60);
        pulse();
        assertThat(view.readoutText()).hasValueSatisfying(text -> assertThat(text).endsWith("rate 0.03\nrate 0.04"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95})
    void theAccuracyAxisIsNeverCrowded(double least) {
        stage.hide();
        view = new CurvesView();
        stage = FxEvents.stage(view, 600, 700);
        CurveData own = line(11, 1 - least, 0);
        view.show(new CurveData(own.epochs(), own.trainLoss(), own.trainLoss(), own.trainAccuracy(), own.trainAccuracy(), 11,
                List.of(), List.of()));
        view.modeProperty().set(CurvesMode.ACCURACY);
        pulse();
        assertThat(view.charts().getFirst().axes().ticks()).hasSizeBetween(2, 6);
        if (least == 0) {
            assertThat(view.charts().getFirst().axes().ticks()).containsExactly(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);
        }
    }

    @Test
    void pointingAtAGhostFindsIt() {
        CurveData own = line(11, 1, 0.5);
        view.show(new CurveData(own.epochs(), own.trainLoss(), own.testLoss(), own.trainAccuracy(), own.testAccuracy(), 11,
                List.of(), List.of(ghost("low", 20, 0.05), ghost("high", 20, 0.9))));
        view.logProperty().set(false);
        pulse();
        Chart loss = view.charts().getFirst();
        Series low = loss.curves().getFirst();
        double bottom = charts().getBoundsInLocal().getHeight() - 24;
        List<String> found = new ArrayList<>();
        for (double y = 8; y < bottom; y++) {
            Series at = loss.ghostNear(loss.pixelOf(9.5), y);
            if (at != null && !found.contains(at.name())) {
                found.add(at.name());
            }
        }
        assertThat(found).containsExactly("high", "low");
        assertThat(low.name()).isEqualTo("low");
    }

    @Test
    void namesThatAreTooLongEndInAnEllipsisAndFit() {
        for (double room : new double[] {20, 40, 60, 90}) {
            String cut = TextFit.cut("6-4-2 sgd 0.03 and more", room);
            assertThat(cut).endsWith("\u2026");
            assertThat(TextFit.width(cut)).isLessThanOrEqualTo(room);
        }
        assertThat(TextFit.cut("short", 500)).isEqualTo("short");
        assertThat(TextFit.cut("short", 1)).isEmpty();
    }

    /// A straight line down to `end`, measured twice an epoch.
    private static CurveData.Ghost ghost(String name, int count, double end) {
        double[] epochs = new double[count + 1];
        double[] values = new double[count + 1];
        Arrays.setAll(epochs, i -> i / 2.0);
        Arrays.setAll(values, i -> 1 + (end - 1) * i / count);
        return new CurveData.Ghost(name, epochs, values, values);
    }

    private CurvesHeader header() {
        return (CurvesHeader) view.getChildrenUnmodifiable().getFirst();
    }

    @Test
    void pinKeepsTheRunOnlyWhereThereIsOne() {
        int[] kept = {0};
        view.setOnPin(() -> kept[0]++);
        CurvesHeader header = header();
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
        WritableImage image = canvas(0).snapshot(null, null);
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
