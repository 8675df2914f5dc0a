package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.train.Command;
import dev.crescent.train.Engines;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Language;
import dev.crescent.ui.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The window in another language, with the same on its bench.
@ExtendWith(FxExtension.class)
class OpenWindowTest {
    @TempDir
    private Path home = Path.of("");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Stage stage;
    private final Locale locale = Locale.getDefault();
    private Preferences preferences = new Preferences(Path.of("unused"));
    private OpenWindow open;

    @BeforeEach
    void begin() {
        stage = new Stage();
        UserFolder folder = new UserFolder(home);
        preferences = Preferences.read(folder.preferences());
        Engines engines = new Engines(List.of(new CpuEngine()));
        Desk desk = Desk.take(folder);
        open = new OpenWindow(stage, engines, preferences, new Failures(), folder, desk, Locale.ENGLISH);
        open.open(Opening.read(List.of(), preferences, desk, engines).inRoom());
    }

    @AfterEach
    void end() {
        open.close();
        stage.hide();
        Texts.use(Language.ENGLISH);
        Locale.setDefault(locale);
    }

    private MainWindow window() {
        return Objects.requireNonNull(open.window());
    }

    private static Node find(Scene scene, String id) {
        return scene.getRoot().lookupAll("*").stream().filter(node -> id.equals(node.getId())).findFirst().orElseThrow();
    }

    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not seen in " + PATIENCE.toSeconds() + " s: " + what);
            }
            FxExtension.pulse(stage.getScene());
        }
    }

    /// Chooses it in the settings, as a user does.
    private void speak(int choice) {
        MainWindow before = window();
        ((ToggleButton) find(stage.getScene(), "rail.settings")).fire();
        Scene sheet = Window.getWindows().stream().map(Window::getScene)
                .filter(scene -> scene.getRoot().lookup(".settings-sheet") != null || scene.getRoot().getStyleClass().contains("settings-sheet"))
                .findFirst().orElseThrow();
        FxExtension.pulse(sheet);
        ((ComboBox<?>) find(sheet, "language")).getSelectionModel().select(choice);
        ((Button) find(sheet, "settings.reopen")).fire();
        await("another window", () -> open.window() != null && open.window() != before);
        await("its first snapshot", () -> window().bench().trainer().latest() != null);
    }

    @Test
    void theSameWorkIsThereInTheOtherLanguageAndBack() {
        assertThat(stage.getTitle()).isEqualTo("Two moons \u2014 Crescent");
        Experiment changed = window().bench().experiment().withDevice(Device.CPU);
        window().bench().change(changed, "", true);
        await("the change", () -> latest().experiment().equals(changed));
        window().bench().trainer().send(new Command.Step());
        await("a step", () -> latest().step() > 0);
        float[] weights = latest().parameters();

        speak(2);
        assertThat(stage.getTitle()).startsWith("Zwei Monde").endsWith("Crescent");
        assertThat(window().bench().experiment()).isEqualTo(changed);
        await("the weights", () -> Arrays.equals(latest().parameters(), weights));
        assertThat(latest().step()).isPositive();
        assertThat(window().isAtStart()).isFalse();

        speak(0);
        assertThat(stage.getTitle()).as("the system's").startsWith("Two moons");
        assertThat(window().bench().experiment()).isEqualTo(changed);
        assertThat(stage.getIcons()).hasSize(6);
    }

    private Snapshot latest() {
        return Objects.requireNonNull(window().bench().trainer().latest());
    }
}
