package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.Source;
import dev.crescent.ui.FxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Every room without a mouse: the Tab key leads to all that can be operated, and away from it, and a screen reader has a
/// name for it.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowKeyboardTest {
    @TempDir
    private Path folder = Path.of("");
    private WindowBench app;

    @AfterEach
    void close() {
        List.copyOf(Window.getWindows()).stream().filter(window -> window != app.stage).forEach(Window::hide);
        app.close();
    }

    private void start(String... arguments) {
        app = new WindowBench(folder.resolve("home"), arguments);
    }

    @Test
    void thePlayground() {
        start("builtin:moons");
        app.await("a field", () -> !app.scene().getRoot().lookupAll(".output-picture").isEmpty());
        walk(app.scene());
    }

    @Test
    void thePlaygroundWithAPinAHiddenSpaceAndTheLens() {
        start("builtin:moons");
        app.click("output.mode.hidden");
        FxExtension.pulse(app.scene());
        walk(app.scene());
        app.press("L");
        app.await("the lens", () -> app.scene().getRoot().lookupAll(".step-lens").stream().anyMatch(Node::isVisible));
        walk(app.scene());
    }

    @Test
    void thePlaygroundWithImages() {
        start("builtin:digits-small");
        app.settle();
        walk(app.scene());
    }

    @Test
    void theDigitRoom() {
        start("builtin:digits");
        app.click("rail.digits");
        app.await("the network that comes trained", () -> DigitReader.suits(app.latest()));
        FxExtension.pulse(app.scene());
        walk(app.scene());
    }

    @Test
    void theDescentRoomAndItsRaces() {
        start("builtin:moons");
        app.click("rail.descent");
        FxExtension.pulse(app.scene());
        walk(app.scene());
        app.click("descent.part.1");
        FxExtension.pulse(app.scene());
        walk(app.scene());
        app.click("descent.part.2");
        FxExtension.pulse(app.scene());
        walk(app.scene());
    }

    @Test
    void theStartScreen() {
        app = WindowBench.opened(folder.resolve("home"));
        assertThat(app.scene().lookup(".start-view")).isNotNull();
        walk(app.scene());
    }

    @Test
    void theRoomOfEngines() {
        start("builtin:moons");
        ((MenuButton) app.find("settings.engine")).getItems().stream().filter(item -> "engine.race".equals(item.getId()))
                .findFirst().orElseThrow().fire();
        FxExtension.pulse(app.scene());
        assertThat(app.scene().lookup(".engines-view")).isNotNull();
        walk(app.scene());
    }

    @Test
    void aTableAndItsColumns() throws IOException {
        Path table = Files.writeString(folder.resolve("birds.csv"), "mass,bill,species\n1,2,a\n3,1,b\n2,2,a\n4,1,b\n2,3,a\n5,1,b\n");
        start(table.toString());
        app.settle();
        walk(app.scene());
        app.click("data.columns");
        walk(sheet(".columns-form"));
    }

    @Test
    void settingsAndHelp() {
        start("builtin:moons");
        app.click("rail.settings");
        walk(sheet(".settings-sheet"));
        app.press("F1");
        walk(sheet(".help"));
    }

    @Test
    void theStage() {
        start("builtin:moons");
        Scene room = app.scene();
        app.press("F5");
        int operated = 0;
        for (int scene = 0; scene < 8; scene++) {
            app.await("the stage", () -> app.scene() != room);
            operated += TabWalk.around(app.scene()).size();
            app.press("Page Down");
        }
        app.press("Esc");
        assertThat(operated).isPositive();
    }

    private static List<Node> walk(Scene scene) {
        List<Node> all = TabWalk.around(scene);
        assertThat(all).isNotEmpty();
        return all;
    }

    /// The scene of a window over the program's, with that in it.
    private Scene sheet(String style) {
        Supplier<Optional<Scene>> shown = () -> Window.getWindows().stream().map(Window::getScene)
                .filter(scene -> scene != app.scene() && scene.lookup(style) != null).findFirst();
        app.await("the sheet", () -> shown.get().isPresent());
        return shown.get().orElseThrow();
    }

    @Test
    void atTwiceTheSizeWhatHasTheKeyboardIsSeen() {
        start("builtin:moons");
        app.window.appearance().setFontScale(200);
        FxExtension.pulse(app.scene());
        List<String> hidden = new ArrayList<>();
        for (Node node : walk(app.scene())) {
            node.requestFocus();
            FxExtension.pulse(app.scene());
            var at = node.localToScene(node.getLayoutBounds());
            if (at.getMaxX() < 8 || at.getMinX() > app.scene().getWidth() - 8 || at.getMaxY() < 8
                    || at.getMinY() > app.scene().getHeight() - 8) {
                hidden.add(TabWalk.describe(node) + " at " + at);
            }
        }
        assertThat(hidden).isEmpty();
    }

    @Test
    void aChartIsToldInASentence() {
        start("builtin:moons");
        app.press("Shift+S");
        app.awaitSnapshot("an epoch", snapshot -> snapshot.epoch() >= 1);
        app.await("what it came to", () -> app.scene().getRoot().lookupAll("*").stream()
                .map(node -> node.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .anyMatch(text -> text instanceof String said && said.matches(
                        ".*training loss [0-9.]+, test loss [0-9.]+, training accuracy .*, test accuracy .* at epoch 1\\.")));
    }

    @Test
    void pointsArePaintedByKeys() {
        start("builtin:moons");
        Node picture = app.picture();
        while (!picture.isFocusTraversable()) {
            picture = picture.getParent();
        }
        Data before = app.experiment().data();
        app.click("paint.brush");
        picture.requestFocus();
        app.press("Right");
        app.press("Enter");
        app.await("painted points", () -> app.experiment().data().source() instanceof Source.Painted);
        Data painted = app.experiment().data();
        app.press("Delete");
        app.await("some of them erased", () -> !app.experiment().data().equals(painted));
        assertThat(before.source()).isNotInstanceOf(Source.Painted.class);
    }
}
