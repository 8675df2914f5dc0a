package dev.crescent.ui.loss;

import static dev.crescent.ui.loss.CurvesViewTest.ghost;
import static dev.crescent.ui.loss.CurvesViewTest.line;
import static dev.crescent.ui.loss.CurvesViewTest.pinned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.insight.CurveData;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is said of the epoch that is pointed at.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class CurvesReadoutTest {
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

    private boolean strong(String name) {
        return view.lookupAll(".value").stream().filter(Label.class::isInstance).anyMatch(n -> ((Label) n).getText().equals(name));
    }

    private boolean lineAt(double pixel) {
        Node readouts = ((Parent) charts()).getChildrenUnmodifiable().get(1);
        return readouts.snapshot(null, null).getPixelReader().getColor((int) Math.round(pixel), 10).getBrightness() < 0.7;
    }

    private Node charts() {
        return view.getChildrenUnmodifiable().get(1);
    }

    private void pulse() {
        FxExtension.pulse(stage.getScene());
    }
}
