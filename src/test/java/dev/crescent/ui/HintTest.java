package dev.crescent.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class HintTest {
    private final Button button = new Button("x");

    @Test
    void thePointerFindsTheTooltipAndAScreenReaderItsTextBefore() {
        Stage stage = FxEvents.stage(new StackPane(button), 200, 100);
        Hint.give(button, "does x");
        assertThat(button.getAccessibleHelp()).isEqualTo("does x");
        assertThat(button.getTooltip()).isNull();
        FxEvents.mouse(button, MouseEvent.MOUSE_ENTERED, MouseButton.NONE, 3, 3, 0);
        assertThat(button.getTooltip().getText()).isEqualTo("does x");
        Hint.give(button, "does y");
        assertThat(button.getTooltip().getText()).isEqualTo("does y");
        stage.hide();
    }

    @Test
    void theLastTextCounts() {
        Hint.give(button, "does x");
        Hint.give(button, "does y");
        FxEvents.mouse(button, MouseEvent.MOUSE_ENTERED, MouseButton.NONE, 3, 3, 0);
        assertThat(button.getTooltip().getText()).isEqualTo("does y");
        assertThat(button.getAccessibleHelp()).isEqualTo("does y");
    }
}
