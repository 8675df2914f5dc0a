package dev.crescent.ui.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class TeachBarTest {
    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private final List<String> heard = new ArrayList<>();
    private TeachBar bar;
    private Stage stage;

    @BeforeEach
    void open() {
        heard.clear();
        bar = new TeachBar();
        bar.setClassNames(DIGITS);
        bar.listenTo(bar);
        bar.setListener(new TeachBar.Listener() {
            @Override
            public void taught(int classIndex) {
                heard.add("taught " + classIndex);
            }

            @Override
            public void againWanted() {
                heard.add("again");
            }

            @Override
            public void ownDrawingsWanted() {
                heard.add("own");
            }
        });
        stage = FxEvents.stage(bar, 1224, 56);
    }

    @AfterEach
    void close() {
        stage.hide();
    }

    private ToggleButton digit(int k) {
        return (ToggleButton) bar.lookup("#teach-" + k);
    }

    private Button add() {
        return (Button) bar.lookup("#teach-add");
    }

    @Test
    void whatWasNotTaughtIsOfferedUntilItIs() {
        Button again = (Button) bar.lookup("#teach-again");
        assertThat(again.isVisible()).isFalse();
        bar.setUntaught(true);
        FxExtension.pulse(stage.getScene());
        assertThat(again.getWidth()).isPositive();
        again.fire();
        assertThat(heard).containsExactly("again");
        bar.setUntaught(false);
        assertThat(again.isVisible()).isFalse();
        bar.showLessonOfAll(0.4, 3, 5, 6);
        assertThat(String.join("", bar.lookup("#teach-lesson").lookupAll(".label").stream()
                .map(node -> ((Label) node).getText()).toList())).isEqualTo("Last lesson 0.4 s: 3 of 6 read right became 5");
    }

    @Test
    void whereNothingCanBeTaughtASentenceSaysWhy() {
        bar.setDrawn(true);
        bar.choose(3);
        bar.setRefusal("There are no images.");
        FxExtension.pulse(stage.getScene());
        assertThat(add().isVisible() || digit(3).getParent().isVisible()).isFalse();
        assertThat(((Label) bar.lookup("#teach-title")).getText()).isEqualTo("There are no images.");
        add().fire();
        assertThat(heard).isEmpty();
        bar.setRefusal("");
        FxExtension.pulse(stage.getScene());
        assertThat(add().isVisible()).isTrue();
        assertThat(Shot.words(bar)).contains("Teach me");
    }

    @Test
    void whileALessonIsLearnedTheLastOneIsNotTold() {
        bar.showLesson(0.3, "9", "4");
        bar.showLearning();
        assertThat(Shot.words(bar)).contains("is being learned").doesNotContain("0.3");
        bar.clearLesson();
        FxExtension.pulse(stage.getScene());
        assertThat(bar.lookup("#teach-lesson").isVisible()).isFalse();
    }

    @Test
    void withoutADrawingNothingCanBeTaught() {
        assertThat(digit(4).isDisabled()).isTrue();
        FxEvents.press(bar, KeyCode.DIGIT4);
        bar.choose(4);
        assertThat(digit(4).isSelected()).isFalse();
        assertThat(add().isDisabled()).isTrue();
    }

    @Test
    void aClassIsChosenByItsButtonOrItsKeyAndThenTaught() {
        bar.setDrawn(true);
        assertThat(add().isDisabled()).as("no class is chosen").isTrue();
        FxEvents.press(bar, KeyCode.DIGIT4);
        add().fire();
        digit(7).fire();
        add().fire();
        FxEvents.press(bar, KeyCode.NUMPAD0);
        add().fire();
        assertThat(heard).containsExactly("taught 4", "taught 7", "taught 0");
    }

    @Test
    void clearingTheDrawingForgetsTheClass() {
        bar.setDrawn(true);
        bar.choose(4);
        bar.setDrawn(false);
        bar.setDrawn(true);
        assertThat(digit(4).isSelected()).isFalse();
        assertThat(add().isDisabled()).isTrue();
    }

    @Test
    void aKeyOfAClassThatIsNotThereDoesNothing() {
        bar.setClassNames(List.of("cat", "dog"));
        bar.setDrawn(true);
        FxEvents.press(bar, KeyCode.DIGIT4);
        assertThat(add().isDisabled()).isTrue();
    }

    @Test
    void theLastLessonIsSaid() {
        assertThat(Shot.words(bar)).doesNotContain("Last lesson");
        bar.showLesson(0.31, "9", "4");
        FxExtension.pulse(stage.getScene());
        assertThat(Shot.words(bar)).contains("Last lesson |0.3 s|: 9 became 4");
        bar.showLesson(0.31, "4", "4");
        assertThat(Shot.words(bar)).contains("0.3 s|: it still reads 4");
    }

    @Test
    void ownDrawingsAreCountedAndShown() {
        assertThat(Shot.words(bar)).contains("no own drawings");
        bar.setOwnDrawings(12);
        assertThat(Shot.words(bar)).contains("12 own drawings");
        ((Button) bar.lookup("#teach-own")).fire();
        assertThat(heard).containsExactly("own");
    }

    @Test
    void noWordIsCutHoweverLongTheNamesAre() {
        bar.setClassNames(List.of("T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
                "Ankle boot"));
        bar.setDrawn(true);
        bar.showLesson(0.3, "Sneaker", "Ankle boot");
        bar.setOwnDrawings(12);
        FxExtension.pulse(stage.getScene());
        assertThat(Shot.cut(stage)).isEmpty();
        assertThat(Shot.words(bar)).as("no room for it").doesNotContain("Last lesson");
    }
}
