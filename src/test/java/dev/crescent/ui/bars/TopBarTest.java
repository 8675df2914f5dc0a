package dev.crescent.ui.bars;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class TopBarTest {
    private static final TopBar.Example MOONS = new TopBar.Example("moons", "Two moons");

    private final List<String> heard = new ArrayList<>();
    private TopBar bar;
    private Stage stage;

    @BeforeEach
    void show() {
        bar = new TopBar();
        bar.setListener(new Ear());
        stage = FxEvents.stage(bar, 1200, 48);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    private Button button(String name) {
        return bar.lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(button -> name.equals(button.getText()) || name.equals(button.getAccessibleText()))
                .findFirst().orElseThrow(() -> new AssertionError("No button " + name));
    }

    private void click(String name) {
        FxEvents.click(button(name), 5, 5);
    }

    @ParameterizedTest
    @CsvSource({"0.17, 469, true, 0.17 epochs", "9.996, 469, true, 10.00 epochs", "10.9, 469, true, 10 epochs", "0, 469, false, 0 epochs",
            "1, 469, true, 1.00 epochs", "1, 469, false, 1 epoch", "1.5, 25, true, 1 epoch", "2, 25, true, 2 epochs"})
    void epochsThatTakeLongAreToldInParts(double epoch, long steps, boolean running, String said) {
        bar.show(running, epoch, steps, 0);
        assertThat(bar.lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList())
                .containsSubsequence(said.split(" ", 2));
    }

    @ParameterizedTest
    @CsvSource({"XOR, true", "TF Playground: spiral, false"})
    void theStateGivesWayToALongTitle(String title, boolean shown) {
        bar.showDocument(title, "Not saved yet", true, false);
        FxExtension.pulse(stage.getScene());
        assertThat(bar.lookupAll(".label").stream().filter(node -> ((Label) node).getText().equals("Not saved yet"))
                .anyMatch(Node::isVisible)).isEqualTo(shown);
        assertThat(menu().getWidth()).isGreaterThanOrEqualTo(menu().prefWidth(-1) - 0.5);
    }

    private FileMenu menu() {
        return (FileMenu) Objects.requireNonNull(bar.lookup(".file-menu"));
    }

    private static MenuItem item(List<MenuItem> items, String start) {
        return items.stream().filter(item -> item.getText() != null && item.getText().startsWith(start)).findFirst()
                .orElseThrow(() -> new AssertionError("No item " + start));
    }

    private List<String> counters() {
        return bar.lookupAll(".counter").stream().map(node -> ((Label) node).getText()).toList();
    }

    @ParameterizedTest
    @CsvSource({"Run, run", "One step, step", "One epoch, epoch", "Reset, reset", "New start, new start",
        "Light or dark, theme", "Shortcuts, help"})
    void everyButtonTellsWhatItIsFor(String name, String event) {
        click(name);
        assertThat(heard).containsExactly(event);
    }

    @Test
    void undoAndRedoFireOnlyWhileThereIsSomething() {
        bar.showDocument("a", "Saved", false, false);
        click("Undo");
        click("Redo");
        assertThat(heard).isEmpty();
        bar.showDocument("a", "Edited", true, true);
        click("Undo");
        click("Redo");
        assertThat(heard).containsExactly("undo", "redo");
    }

    @Test
    void theRunButtonSaysWhatItWillDo() {
        bar.show(true, 12.9, 25, 1_840_000);
        assertThat(button("Pause")).isNotNull();
        assertThat(((FontIcon) button("Pause").getGraphic()).getIconCode()).isEqualTo(Feather.PAUSE);
        assertThat(counters()).containsExactly("12", "1.84 M");
        bar.show(false, 13, 25, 0);
        assertThat(((FontIcon) button("Run").getGraphic()).getIconCode()).isEqualTo(Feather.PLAY);
        assertThat(counters()).containsExactly("13", "\u2013");
    }

    @Test
    void theSliderTellsStepsASecondAndShowsThem() {
        Slider slider = (Slider) Objects.requireNonNull(bar.lookup(".progress-slider"));
        slider.setValue(0);
        assertThat(heard).containsExactly("speed 1.0");
        assertThat(bar.lookupAll(".label")).extracting(node -> ((Label) node).getText()).contains("1.0/s");
        slider.setValue(1);
        assertThat(heard).last().isEqualTo("speed Infinity");
        assertThat(bar.lookupAll(".label")).extracting(node -> ((Label) node).getText()).contains("max");
    }

    @Test
    void theThemeButtonShowsTheOtherTheme() {
        bar.setTheme(Theme.DARK);
        assertThat(((FontIcon) button("Light or dark").getGraphic()).getIconCode()).isEqualTo(Feather.SUN);
        bar.setTheme(Theme.LIGHT);
        assertThat(((FontIcon) button("Light or dark").getGraphic()).getIconCode()).isEqualTo(Feather.MOON);
    }

    @Test
    void theDocumentsMenuOffersFilesAndExamples() {
        Path recent = Path.of("deep", "my_moons.crescent").toAbsolutePath();
        bar.showDocument("my_moons", "Saved", false, false);
        bar.showFiles(List.of(recent), List.of(MOONS, new TopBar.Example("spiral", "Two spirals")));
        assertThat(menu().getText()).isEqualTo("my_moons");
        for (String name : List.of("New", "Open\u2026", "Save", "Save as\u2026")) {
            menu().getItems().stream().filter(item -> name.equals(item.getText())).findFirst().orElseThrow().fire();
        }
        item(((Menu) item(menu().getItems(), "Open recent")).getItems(), "my_moons").fire();
        item(((Menu) item(menu().getItems(), "Examples")).getItems(), "Two spirals").fire();
        assertThat(heard).containsExactly("new", "open", "save", "save as", "recent " + recent, "example spiral");
    }

    @Test
    void withoutRecentFilesTheirMenuIsOff() {
        bar.showFiles(List.of(), List.of(MOONS));
        assertThat(item(menu().getItems(), "Open recent").isDisable()).isTrue();
        bar.showFiles(List.of(Path.of("a.crescent").toAbsolutePath()), List.of(MOONS));
        assertThat(item(menu().getItems(), "Open recent").isDisable()).isFalse();
    }

    private final class Ear implements TopBar.Listener {
        @Override
        public void runPressed() {
            heard.add("run");
        }

        @Override
        public void stepPressed() {
            heard.add("step");
        }

        @Override
        public void epochPressed() {
            heard.add("epoch");
        }

        @Override
        public void resetPressed() {
            heard.add("reset");
        }

        @Override
        public void newStartPressed() {
            heard.add("new start");
        }

        @Override
        public void speedChanged(double stepsPerSecond) {
            heard.add("speed " + stepsPerSecond);
        }

        @Override
        public void undoPressed() {
            heard.add("undo");
        }

        @Override
        public void redoPressed() {
            heard.add("redo");
        }

        @Override
        public void themePressed() {
            heard.add("theme");
        }

        @Override
        public void helpPressed() {
            heard.add("help");
        }

        @Override
        public void newPressed() {
            heard.add("new");
        }

        @Override
        public void openPressed() {
            heard.add("open");
        }

        @Override
        public void recentChosen(Path file) {
            heard.add("recent " + file);
        }

        @Override
        public void exampleChosen(String name) {
            heard.add("example " + name);
        }

        @Override
        public void savePressed() {
            heard.add("save");
        }

        @Override
        public void saveAsPressed() {
            heard.add("save as");
        }
    }
}
