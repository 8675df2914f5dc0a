package dev.crescent.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class SegmentsTest {
    private final List<Integer> chosen = new ArrayList<>();
    private List<ToggleButton> buttons;
    private Segments segments;
    private Stage stage;

    @BeforeEach
    void show() {
        buttons = List.of(new ToggleButton("one"), new ToggleButton("two"), new ToggleButton("three"));
        segments = new Segments(buttons, chosen::add);
        stage = new Stage();
        stage.setScene(new Scene(segments));
        stage.show();
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    private List<String> on() {
        return buttons.stream().filter(ToggleButton::isSelected).map(ToggleButton::getText).toList();
    }

    @Test
    void oneOfThemIsAlwaysOn() {
        assertThat(on()).containsExactly("one");
        buttons.get(2).fire();
        assertThat(on()).containsExactly("three");
        buttons.get(2).fire();
        assertThat(on()).containsExactly("three");
        assertThat(chosen).containsExactly(2);
    }

    @Test
    void arrowKeysChooseToo() {
        buttons.getFirst().requestFocus();
        FxEvents.press(buttons.getFirst(), KeyCode.RIGHT);
        assertThat(on()).containsExactly("two");
        assertThat(chosen).containsExactly(1);
    }

    @Test
    void nobodyIsToldOfWhatTheProgramChooses() {
        segments.choose(1);
        assertThat(on()).containsExactly("two");
        assertThat(chosen).isEmpty();
        buttons.get(0).fire();
        assertThat(chosen).containsExactly(0);
    }

    @Test
    void whoeverIsToldMayChooseAnother() {
        List<ToggleButton> two = List.of(new ToggleButton("one"), new ToggleButton("two"));
        List<Segments> own = new ArrayList<>();
        own.add(new Segments(two, number -> own.getFirst().choose(0)));
        two.get(1).fire();
        assertThat(two.get(0).isSelected()).isTrue();
        assertThat(two.get(1).isSelected()).isFalse();
    }
}
