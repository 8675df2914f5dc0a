package dev.crescent.ui.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.insight.CurveData;
import dev.crescent.insight.Ticks;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.demo.Samples;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
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
    void epochsAreWrittenWhereTheyHaveRoom() {
        for (double last : new double[] {0.0004, 0.0021, 0.004, 0.05, 0.7, 3, 40, 999, 20_000, 3_000_000}) {
            CurveData own = line(11, 1, 0.5);
            double[] epochs = Arrays.stream(own.epochs()).map(e -> e * last / 10).toArray();
            view.show(new CurveData(epochs, own.trainLoss(), own.testLoss(), own.trainAccuracy(), own.testAccuracy(), 11,
                    List.of(), List.of()));
            pulse();
            ChartAxes axes = view.charts().getFirst().axes();
            List<Double> ticks = axes.epochTicks();
            assertThat(ticks).as("of %s", last).isNotEmpty();
            double step = Ticks.step(ticks);
            for (int i = 1; i < ticks.size(); i++) {
                double left = axes.across().at(ticks.get(i - 1)) + TextFit.width(Numbers.tick(ticks.get(i - 1), step)) / 2;
                double right = axes.across().at(ticks.get(i)) - TextFit.width(Numbers.tick(ticks.get(i), step)) / 2;
                assertThat(right - left).as("between the texts of %s", ticks).isGreaterThan(6);
            }
        }
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
    void curvesHaveTheColorsOfTheirDotsAndGhostsAreDashed() {
        view.show(pinned(line(11, 1, 0.5), ghost("old", 20, 0.05)));
        pulse();
        Palette light = Palette.of(Theme.LIGHT);
        assertThat(view.charts().getFirst().curves()).extracting(Series::color)
                .containsExactly(light.ghost(), light.test(), light.train());
        assertThat(header().lookupAll("*").stream().filter(Circle.class::isInstance).map(n -> ((Circle) n).getFill()))
                .containsExactly(light.train(), light.test());
        int dashed = painted(light.ghost());
        view.logProperty().set(false);
        view.show(pinned(line(11, 1, 0.5), ghost("level", 20, 1)));
        pulse();
        ChartAxes axes = view.charts().getFirst().axes();
        PixelReader pixels = canvas(0).snapshot(null, null).getPixelReader();
        double from = axes.across().from() + 40;
        double to = axes.across().to() - 10;
        long inked = DoubleStream.iterate(from, x -> x < to, x -> x + 1)
                .filter(x -> pixels.getColor((int) x, (int) axes.up().at(1)).getBrightness() < 0.85).count();
        assertThat(inked / (to - from)).as("the share of the dashes").isBetween(0.3, 0.8);
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
        return (Canvas) ((Parent) ((Parent) charts()).getChildrenUnmodifiable().get(index)).getChildrenUnmodifiable().getFirst();
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
    @CsvSource({"384, 208, 1", "428, 140, 2", "400, 300, 2", "568, 208, 2", "1000, 264, 2"})
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

    @Test
    void lossesStandAtTheCurvesEndsWhereTheRowAboveHasNoRoomForThem() {
        view.show(line(11, 1, 0.5));
        pulse();
        assertThat(endTexts(0)).as("beside a row that has them").containsExactlyInAnyOrder("train", "test");
        stage.setWidth(428 + stage.getWidth() - stage.getScene().getWidth());
        pulse();
        pulse();
        assertThat(endTexts(0)).containsExactlyInAnyOrder("train 0.5000", "test 0.6000");
        assertThat(endTexts(1)).containsExactlyInAnyOrder("50.0\u00a0%", "40.0\u00a0%");
        Chart loss = view.charts().getFirst();
        Chart accuracy = view.charts().getLast();
        assertThat(loss.pixelOf(10) - loss.pixelOf(0)).isCloseTo(accuracy.pixelOf(10) - accuracy.pixelOf(0), within(2.0));
        double axisTexts = accuracy.pixelOf(0) - 8 - TextFit.width("100\u00a0%");
        assertThat(loss.endLabels()).allSatisfy(placed ->
                assertThat(placed.label().x() + placed.label().width()).isLessThan(axisTexts));
        double right = loss.pixelOf(10);
        view.show(line(11, 1, 3e-7));
        pulse();
        assertThat(endTexts(0)).contains("train 3e\u22127");
        assertThat(view.charts().getFirst().pixelOf(10)).as("the curves keep their width").isEqualTo(right);
        stage.setWidth(600 + stage.getWidth() - stage.getScene().getWidth());
        pulse();
        pulse();
        assertThat(endTexts(0)).containsExactlyInAnyOrder("train", "test");
    }

    @Test
    void aPanelAmongOthersHasItsLossesAtTheCurvesEnds() {
        view.simplify("Training");
        view.modeProperty().set(CurvesMode.LOSS);
        view.show(line(11, 1, 0.5));
        pulse();
        pulse();
        assertThat(endTexts(0)).containsExactlyInAnyOrder("train 0.5000", "test 0.6000");
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
    void valuesKeepTheirNamesWherePinCanDoWithoutItsWord() {
        stage.hide();
        int helped = 0;
        for (double width = 560; width < 660; width += 4) {
            view = new CurvesView();
            stage = FxEvents.stage(view, width, 208);
            view.show(line(11, 1, 0.5));
            pulse();
            pulse();
            boolean named = header().lookupAll(".muted").stream().anyMatch(node -> seen(node) && ((Label) node).getText().equals("Train"));
            boolean worded = header().pin.getContentDisplay() == ContentDisplay.LEFT;
            helped += named && !worded ? 1 : 0;
            for (Node button : List.of(header().log, header().smooth, header().pin)) {
                assertThat(button.localToScene(button.getLayoutBounds()).getMaxX()).isLessThanOrEqualTo(width - 15);
            }
            stage.hide();
        }
        assertThat(helped).isPositive();
    }

    @Test
    void theHeaderHasRoomForItselfWhateverTheValuesAre() {
        stage.hide();
        for (double width = 384; width < 800; width += 16) {
            view = new CurvesView();
            stage = FxEvents.stage(view, width, 208);
            for (CurveData own : List.of(line(11, 0, 0), line(11, 1, 0.5), line(11, 123_456, 1e-7))) {
                view.show(pinned(own, ghost("old", 20, 0.5)));
                pulse();
                pulse();
                assertThat(header().pin.localToScene(header().pin.getLayoutBounds()).getMaxX()).as("width %s", width)
                        .isLessThanOrEqualTo(width - 15);
            }
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

    @Test
    void aKeptRunIsNotSeenBehindTheValuesAtTheEndsOfTheRunItself() {
        view.show(pinned(line(11, 0.5, 0.5), ghost("level", 30, 0.5)));
        pulse();
        EndLabels.Placed end = view.charts().getLast().endLabels().stream()
                .filter(placed -> placed.label().text().startsWith("50")).findFirst().orElseThrow();
        assertThat(end.label().inside()).isTrue();
        int from = (int) end.label().x();
        int to = (int) (end.label().x() + end.label().width());
        assertThat(ghostly(to + 8, to + 40, end.y())).as("behind it").isPositive();
        assertThat(ghostly(from, to, end.y())).isZero();
    }

    /// How many pixels of some columns about a row of the right chart have a kept run's color.
    private int ghostly(int from, int to, double y) {
        PixelReader pixels = canvas(0).snapshot(null, null).getPixelReader();
        Color ghost = Palette.of(Theme.LIGHT).ghost();
        int found = 0;
        for (int row = (int) y - 7; row < y + 7; row++) {
            for (int x = from; x < to; x++) {
                Color at = pixels.getColor(x, row);
                found += Math.abs(at.getRed() - ghost.getRed()) + Math.abs(at.getBlue() - ghost.getBlue()) < 0.1 ? 1 : 0;
            }
        }
        return found;
    }

    private List<String> endTexts(int chart) {
        return view.charts().get(chart).endLabels().stream().map(placed -> placed.label().text()).toList();
    }

    static CurveData pinned(CurveData own, CurveData.Ghost... ghosts) {
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

    /// A straight line down to `end`, measured twice an epoch.
    static CurveData.Ghost ghost(String name, int count, double end) {
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

    @Test
    void theNumbersAboveAreOfTheStateThatIsShownNotOfWhereTheCurvesLead() {
        CurveData own = line(11, 0.5, 2000);
        view.show(new CurveData(own.epochs(), own.trainLoss(), own.testLoss(), own.trainAccuracy(), own.testAccuracy(), 11,
                List.of(), List.of(), new CurveData.Values(0.5, 0.75, 0.9, 0.8)));
        assertThat(view.headerText()).isEqualTo("0.5000 0.7500");
    }

    static CurveData line(int count, double from, double to) {
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
