package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import dev.crescent.ui.zoom.Zoom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The settings sheet over a whole window.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowSettingsTest {
    @TempDir
    private Path home = Path.of("");
    private WindowBench app;
    private Scene sheet;

    @BeforeEach
    void open() {
        app = new WindowBench(home);
        app.click("rail.settings");
        sheet = shown();
        FxExtension.pulse(sheet);
    }

    private Scene shown() {
        return Window.getWindows().stream().filter(window -> window instanceof Stage && window != app.stage)
                .map(Window::getScene).filter(scene -> scene.lookup(".settings-sheet") != null).findFirst().orElseThrow();
    }

    @AfterEach
    void close() {
        sheet.getWindow().hide();
        app.close();
    }

    private Node find(String id) {
        return sheet.getRoot().lookupAll("*").stream().filter(node -> id.equals(node.getId())).findFirst().orElseThrow();
    }

    private ComboBox<?> box(String id) {
        return (ComboBox<?>) find(id);
    }

    @Test
    void whatIsSetShowsAtOnceAndIsKept() {
        box("settings.theme").getSelectionModel().select(2);
        ((ToggleSwitch) find("settings.contrast")).setSelected(true);
        box("settings.size").getSelectionModel().select(Zoom.STEPS.indexOf(150));
        box("settings.motion").getSelectionModel().select(2);
        box("language").getSelectionModel().select(2);

        Appearance appearance = app.window.appearance();
        assertThat(appearance.isDark()).isTrue();
        assertThat(appearance.isHighContrast()).isTrue();
        assertThat(appearance.fontScale()).isEqualTo(150);
        assertThat(appearance.isMotionReduced()).isTrue();
        assertThat(find("settings.restart").isVisible()).isTrue();
        app.preferences.write();
        Preferences kept = Preferences.read(new UserFolder(home).preferences());
        assertThat(kept.text("theme")).isEqualTo("dark");
        assertThat(kept.language()).isEqualTo("de");
        assertThat(kept.flag("reducedMotion", false)).isTrue();

        box("settings.theme").getSelectionModel().select(0);
        box("settings.motion").getSelectionModel().select(0);
        assertThat(appearance.darkChoice()).isNull();
        assertThat(appearance.motionChoice()).isNull();
    }

    @Test
    void theWindowIsOpenedAnewWhenTheUserWantsTheLanguageNow() {
        AtomicInteger reopened = new AtomicInteger();
        app.window.onReopen(reopened::incrementAndGet);
        sheet.getWindow().hide();
        app.click("rail.settings");
        sheet = shown();
        FxExtension.pulse(sheet);
        box("language").getSelectionModel().select(2);
        ((Button) find("settings.reopen")).fire();
        assertThat(reopened).hasValue(1);
        assertThat(sheet.getWindow().isShowing()).isFalse();
    }

    @Test
    void theDialogIsDressedAsTheWindow() {
        Scene dialog = find("settings.folder").getScene();
        Paint before = ((Label) dialog.getRoot().lookup(".label")).getTextFill();
        box("settings.theme").getSelectionModel().select(2);
        dialog.getRoot().applyCss();
        assertThat(((Label) dialog.getRoot().lookup(".label")).getTextFill()).isNotEqualTo(before);
    }

    @Test
    void anotherLanguageStaysOnOfferUntilTheWindowSpeaksIt() {
        assertThat(find("settings.restart").isVisible()).isFalse();
        box("language").getSelectionModel().select(2);
        sheet.getWindow().hide();
        app.click("rail.settings");
        sheet = shown();
        assertThat(find("settings.restart").isVisible()).isTrue();
    }

    @Test
    void theUsersFolderCanBeFound() {
        assertThat(((TextField) find("settings.folder")).getText()).isEqualTo(home.toString());
        assertThat(FileManager.command("Linux", home)).containsExactly("xdg-open", home.toString());
        assertThat(FileManager.command("Windows 11", home)).containsExactly("explorer", home.toString());
        assertThat(FileManager.command("Mac OS X", home)).containsExactly("open", home.toString());
    }

    @Test
    void whereTheSystemShowsNoFoldersTheUserIsToldWhatToDo() {
        sheet.getWindow().hide();
        List<Path> asked = new ArrayList<>();
        SettingsSheet.show(app.stage, app.window.appearance(), app.preferences, () -> { }, new UserFolder(home), folder -> {
            asked.add(folder);
            if (asked.size() > 1) {
                throw new IOException("no such program");
            }
        }, () -> { });
        sheet = shown();
        FxExtension.pulse(sheet);
        ((Button) find("settings.showFolder")).fire();
        assertThat(find("settings.notShown").isVisible()).isFalse();
        ((Button) find("settings.showFolder")).fire();
        assertThat(asked).containsExactly(home, home);
        assertThat(find("settings.notShown").isVisible()).isTrue();
    }
}
