package dev.crescent.ui.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class TimelineBarTest {
    private static final double[] EPOCHS = {0, 10, 20, 60, 100};
    private static final long[] STEPS = {0, 250, 500, 1500, 2500};

    private final List<String> heard = new ArrayList<>();
    private TimelineBar bar;
    private Stage stage;

    @BeforeEach
    void show() {
        bar = new TimelineBar();
        bar.setListener(new Ear());
        stage = FxEvents.stage(new StackPane(bar), 1200, 40);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    private static TimelineState at(int index) {
        return at(index, false);
    }

    private static TimelineState at(int index, boolean running) {
        return new TimelineState(EPOCHS, STEPS, index, 25, index == EPOCHS.length - 1, running,
                List.of(new TimelineState.Mark(60, "rate 0.01")));
    }

    private <T extends Node> T find(String id, Class<T> type) {
        return type.cast(bar.lookupAll("*").stream().filter(node -> id.equals(node.getId())).findFirst().orElseThrow());
    }

    private TimelineSlider slider() {
        return find("timeline.slider", TimelineSlider.class);
    }

    private String said(String id) {
        return find(id, Label.class).getText();
    }

    /// What stands in place of the button, where the newest moment is shown.
    private List<String> pill() {
        return find("timeline.live", HBox.class).getChildren().stream().filter(Node::isVisible)
                .map(node -> node instanceof Label label ? label.getText() : "dot").toList();
    }

    private void press(String id) {
        FxEvents.click(find(id, Button.class), 5, 5);
    }

    @Test
    void onlyARunThatGoesOnIsLive() {
        bar.show(at(4));
        assertThat(pill()).containsExactly("newest");
        bar.show(at(4, true));
        assertThat(pill()).containsExactly("dot", "live");
    }

    @Test
    void theReadoutAndTheStateFollow() {
        bar.show(at(4));
        assertThat(said("timeline.epoch") + " " + said("timeline.last")).isEqualTo("100 of 100");
        assertThat(find("timeline.live", Node.class).isVisible()).isTrue();
        assertThat(find("timeline.branch", Node.class).isVisible()).isFalse();
        bar.show(at(1));
        assertThat(said("timeline.epoch") + " " + said("timeline.last")).isEqualTo("10 of 100");
        assertThat(find("timeline.live", Node.class).isVisible()).isFalse();
        assertThat(find("timeline.branch", Node.class).isVisible()).isTrue();
        assertThat(find("timeline.step", Node.class).isVisible()).isFalse();
        bar.setWide(true);
        assertThat(find("timeline.step", Node.class).isVisible()).isTrue();
        assertThat(said("timeline.step")).isEqualTo("step 250");
    }

    @Test
    void theSliderStaysWhereItIsWhileItIsDragged() {
        bar.show(at(4));
        FxExtension.pulse(stage.getScene());
        double width = slider().getWidth();
        bar.show(at(1));
        FxExtension.pulse(stage.getScene());
        assertThat(slider().getWidth()).isEqualTo(width).isGreaterThan(500);
    }

    @Test
    void theMouseGoesToAnEpochAndTheRightEndIsTheNewest() {
        bar.show(at(4));
        FxExtension.pulse(stage.getScene());
        double left = slider().x(0);
        double right = slider().x(100);
        assertThat(slider().x(50)).isEqualTo((left + right) / 2);
        FxEvents.drag(slider(), MouseButton.PRIMARY, slider().x(60), 20, slider().x(20), 20);
        assertThat(heard).containsExactly("scrubbed 60.0", "scrubbed 40.0", "scrubbed 20.0");
        heard.clear();
        FxEvents.click(slider(), right + 5, 20);
        FxEvents.click(slider(), left - 5, 20);
        assertThat(heard).containsExactly("scrubbed Infinity", "scrubbed 0.0");
        heard.clear();
        FxEvents.mouse(slider(), MouseEvent.MOUSE_PRESSED, MouseButton.SECONDARY, slider().x(20), 20, 1);
        bar.show(TimelineState.EMPTY);
        FxEvents.click(slider(), slider().x(20), 20);
        assertThat(heard).as("another button, and a run without a past").isEmpty();
    }

    @Test
    void keysGoByMomentsAndToTheEnds() {
        bar.show(at(2));
        List.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.PAGE_DOWN, KeyCode.PAGE_UP, KeyCode.HOME, KeyCode.END, KeyCode.UP)
                .forEach(key -> FxEvents.press(slider(), key));
        assertThat(heard).containsExactly("stepped -1", "stepped 1", "stepped -10", "stepped 10", "stepped -5", "stepped 5");
        assertThat(slider().isFocusTraversable()).isTrue();
    }

    @Test
    void buttonsAreHeard() {
        bar.show(at(2));
        press("timeline.start");
        press("timeline.play");
        press("timeline.branch");
        find("timeline.speed", MenuButton.class).getItems().getLast().fire();
        assertThat(said()).isEqualTo("4\u00d7");
        bar.offerFilms(List.of("one", "two"));
        find("timeline.film", MenuButton.class).getItems().getLast().fire();
        assertThat(heard).containsExactly("stepped -5", "play", "branch", "speed 4.0", "film 1");
    }

    private String said() {
        return find("timeline.speed", MenuButton.class).getText();
    }

    @Test
    void whatCannotBeDoneIsDisabled() {
        bar.show(TimelineState.EMPTY);
        assertThat(find("timeline.start", Node.class).isDisabled()).isTrue();
        assertThat(find("timeline.play", Node.class).isDisabled()).isTrue();
        assertThat(find("timeline.film", Node.class).isDisabled()).isTrue();
        bar.show(at(4));
        assertThat(find("timeline.play", Node.class).isDisabled()).isFalse();
    }

    @Test
    void aFilmCanBeStopped() {
        bar.show(at(4));
        bar.showFilming(0.42);
        assertThat(said("timeline.filming")).isEqualTo("42\u00a0%");
        assertThat(find("timeline.film", Node.class).isVisible()).isFalse();
        press("timeline.filmCancel");
        assertThat(heard).containsExactly("cancel");
        bar.showFilming(Double.NaN);
        assertThat(find("timeline.film", Node.class).isVisible()).isTrue();
        assertThat(find("timeline.filming", Node.class).getParent().isVisible()).isFalse();
    }

    @Test
    void playingIsSeen() {
        bar.showPlaying(true);
        Button play = find("timeline.play", Button.class);
        assertThat(play.getAccessibleText()).isEqualTo(Texts.get("timeline.pause"));
        bar.showPlaying(false);
        assertThat(Objects.requireNonNull(play.getTooltip()).getText()).isEqualTo(Texts.get("timeline.playHint"));
    }

    @Test
    void everyControlSaysWhatItDoes() {
        for (String id : List.of("timeline.start", "timeline.play", "timeline.branch")) {
            Button button = find(id, Button.class);
            assertThat(Objects.requireNonNull(button.getTooltip()).getText()).as(id).isNotBlank();
        }
        assertThat(slider().getAccessibleText()).isNotBlank();
        bar.show(at(3));
        assertThat(slider().getAccessibleHelp()).isEqualTo("epoch 60, step 1,500\nrate 0.01");
        bar.show(at(1));
        assertThat(slider().getAccessibleHelp()).isEqualTo("epoch 10, step 250");
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 0", "1.234, 5, 1.23", "3, 5, 3", "12.34, 50, 12.3", "12, 50, 12", "120.9, 500, 120"})
    void anEpochHasAsManyDigitsAsTellItFromOthers(double epoch, double last, String text) {
        assertThat(Counts.moment(epoch, last)).isEqualTo(text);
    }

    @Test
    void aRunThatHasNotBegunIsAtEpochZeroHoweverManyStepsAnEpochHas() {
        bar.show(new TimelineState(new double[] {0}, new long[] {0}, 0, 469, true, false, List.of()));
        assertThat(said("timeline.epoch") + " " + said("timeline.last")).isEqualTo("0 of 0");
    }

    @Test
    void theReadoutIsNeverPaintedOverTheSlider() {
        bar.show(new TimelineState(new double[] {0, 2_345_678}, new long[] {0, 469}, 1, 1, true, false, List.of()));
        bar.setMaxWidth(560);
        FxExtension.pulse(bar.getScene());
        Node word = bar.lookup(".timeline-readout").lookup(".muted");
        assertThat(word.localToScene(word.getLayoutBounds()).getMinX())
                .isGreaterThanOrEqualTo(slider().localToScene(slider().getLayoutBounds()).getMaxX());
    }

    @Test
    void aStateHasItsMoment() {
        assertThatThrownBy(() -> new TimelineState(EPOCHS, STEPS, 5, 25, true, false, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(List.of(at(0).nearest(-3), at(0).nearest(4), at(0).nearest(16), at(0).nearest(41), at(0).nearest(999)))
                .containsExactly(0, 0, 2, 3, 4);
    }

    private final class Ear implements TimelineBar.Listener {
        @Override
        public void scrubbed(double epoch) {
            heard.add("scrubbed " + Math.rint(epoch));
        }

        @Override
        public void stepped(int by) {
            heard.add("stepped " + by);
        }

        @Override
        public void playPressed() {
            heard.add("play");
        }

        @Override
        public void speedChosen(double factor) {
            heard.add("speed " + factor);
        }

        @Override
        public void branchPressed() {
            heard.add("branch");
        }

        @Override
        public void filmWanted(int number) {
            heard.add("film " + number);
        }

        @Override
        public void filmCancelled() {
            heard.add("cancel");
        }
    }
}
