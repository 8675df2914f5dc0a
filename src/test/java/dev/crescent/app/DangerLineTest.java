package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class DangerLineTest {
    private DangerLine line;
    private Stage stage;

    @BeforeEach
    void show() {
        line = new DangerLine();
        stage = FxEvents.stage(line, 600, 60);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    private List<Button> buttons() {
        FxExtension.pulse(stage.getScene());
        return line.lookupAll(".button").stream().map(Button.class::cast).toList();
    }

    private String sentence() {
        return ((Label) line.lookup(".label")).getText();
    }

    @Test
    void itTakesNoRoomUntilThereIsSomethingToSay() {
        assertThat(line.isManaged()).isFalse();
        line.tell("Stopped after 3 epochs.");
        assertThat(line.isManaged()).isTrue();
        assertThat(sentence()).isEqualTo("Stopped after 3 epochs.");
        assertThat(line.getStyleClass()).contains("info");
    }

    @Test
    void anOfferIsTakenOnceAndTheLineGoes() {
        List<String> taken = new ArrayList<>();
        line.warn("It diverged.", List.of(new DangerLine.Action("Lower", () -> taken.add("lower")),
                new DangerLine.Action("Again", () -> taken.add("again"))));
        assertThat(line.getStyleClass()).doesNotContain("info");
        FxEvents.click(buttons().getFirst(), 5, 5);
        assertThat(taken).containsExactly("lower");
        assertThat(line.isVisible()).isFalse();
    }

    @Test
    void aNewerSentenceReplacesTheOffersOfTheOlder() {
        line.warn("It diverged.", List.of(new DangerLine.Action("Lower", () -> { })));
        line.tell("Stopped.");
        assertThat(buttons()).extracting(Button::getText).containsExactly("");
        assertThat(sentence()).isEqualTo("Stopped.");
        line.warn("Refused.", List.of());
        assertThat(line.getStyleClass()).doesNotContain("info");
    }

    @Test
    void theCrossClosesIt() {
        line.warn("Refused.", List.of());
        FxEvents.click(buttons().getLast(), 5, 5);
        assertThat(line.isManaged()).isFalse();
    }
}
