package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Experiment;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The window itself: panels, theme, sheets, real input, its end.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowFrameTest {
    @TempDir
    private Path home = Path.of("");
    private WindowBench app;

    @BeforeEach
    void open() {
        app = new WindowBench(home);
    }

    @AfterEach
    void close() {
        app.close();
    }

    private ToggleButton fold(String name) {
        return app.scene().getRoot().lookupAll(".fold-button").stream().map(ToggleButton.class::cast)
                .filter(button -> name.equals(button.getText())).findFirst().orElseThrow();
    }

    private static List<Window> popups(Window owner) {
        return Window.getWindows().stream().filter(window -> window != owner && window.isShowing()).toList();
    }

    @Test
    void panelsFoldByKeyAndButtonAndStayFoldedAtTheNextStart() {
        Node network = Objects.requireNonNull(app.scene().lookup(".network-view"));
        double before = network.getLayoutBounds().getWidth();
        app.press("Ctrl+1");
        FxExtension.pulse(app.scene());
        assertThat(app.find("tile-moons").getParent()).isNotNull();
        assertThat(fold("Data").isSelected()).isFalse();
        double wider = network.getLayoutBounds().getWidth();
        assertThat(wider).isEqualTo(before + 256, org.assertj.core.api.Assertions.within(10.0));
        fold("Output").fire();
        app.press("Ctrl+2");
        FxExtension.pulse(app.scene());
        assertThat(network.getLayoutBounds().getWidth()).isGreaterThan(wider + 300);

        app.close();
        app = new WindowBench(home);
        assertThat(List.of(fold("Data").isSelected(), fold("Curves").isSelected(), fold("Output").isSelected()))
                .containsOnly(false);
        app.press("Ctrl+3");
        assertThat(fold("Output").isSelected()).isTrue();
    }

    @Test
    void allOfTheWindowIsThereInTheLeastSizeItTakes() {
        app.window.bench().change(Experiment.defaults().withTraining(Experiment.defaults().training().withPenalty(0, 0.001)),
                "", true);
        app.settle();
        assertThat(app.scene().getRoot().minWidth(-1)).isLessThanOrEqualTo(WindowPlace.LEAST_WIDTH);
        assertThat(app.scene().getRoot().minHeight(-1)).isLessThanOrEqualTo(WindowPlace.LEAST_HEIGHT);
    }

    @Test
    void themeSizeAndSpeedAreRemembered() {
        app.press("T");
        assertThat(app.scene().getStylesheets()).isEqualTo(Theme.DARK.stylesheets());
        app.stage.setWidth(1200);
        Slider speed = (Slider) Objects.requireNonNull(app.scene().lookup(".top-bar .progress-slider"));
        speed.setValue(0.25);
        app.clickButton("log");
        app.close();

        app = new WindowBench(home);
        assertThat(app.scene().getStylesheets()).isEqualTo(Theme.DARK.stylesheets());
        assertThat(app.stage.getWidth()).isEqualTo(1200);
        assertThat(((Slider) Objects.requireNonNull(app.scene().lookup(".top-bar .progress-slider"))).getValue()).isEqualTo(0.25);
        assertThat(((ToggleButton) app.button("log")).isSelected()).isFalse();
        app.clickButton("Light or dark");
        assertThat(app.scene().getStylesheets()).isEqualTo(Theme.LIGHT.stylesheets());
    }

    @Test
    void helpOpensWithF1AndFullScreenWithF11() {
        app.press("F1");
        app.await("the sheet", () -> !popups(app.stage).isEmpty());
        Window sheet = popups(app.stage).getFirst();
        List<ToggleButton> names = sheet.getScene().getRoot().lookupAll(".toggle-button").stream().map(ToggleButton.class::cast).toList();
        assertThat(names).extracting(ToggleButton::getText).containsExactly("Playground", "Digit room", "Descent",
                "Home and files", "On stage", "Keys");
        assertThat(names.getFirst().isSelected()).as("the room that is shown").isTrue();
        for (ToggleButton name : names) {
            name.fire();
            FxExtension.pulse(sheet.getScene());
            List<String> texts = sheet.getScene().getRoot().lookupAll(".label").stream().filter(RoomHands::isShown)
                    .map(node -> ((Label) node).getText()).toList();
            assertThat(texts).as(name.getText()).hasSizeGreaterThanOrEqualTo(10)
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("|", "{"));
        }
        assertThat(sheet.getScene().getRoot().lookupAll(".key")).extracting(node -> ((Label) node).getText())
                .contains("Space", "F11", "Ctrl");
        sheet.hide();
        app.press("F11");
        assertThat(app.stage.isFullScreen()).isTrue();
        app.press("F11");
        assertThat(app.stage.isFullScreen()).isFalse();
    }

    @Test
    void lettersAndSpaceTypedIntoAPopoverAreNoShortcuts() {
        MenuButton rate = app.scene().getRoot().lookupAll(".setting").stream().filter(MenuButton.class::isInstance).map(MenuButton.class::cast)
                .filter(button -> button.getAccessibleText().startsWith("Learning rate")).findFirst().orElseThrow();
        rate.getItems().getLast().fire();
        app.await("the popover", () -> !popups(app.stage).isEmpty());
        TextField field = (TextField) Objects.requireNonNull(popups(app.stage).getFirst().getScene().lookup(".text-field"));
        field.requestFocus();
        FxExtension.pulse(app.scene());
        field.selectAll();
        Robot robot = new Robot();
        robot.keyType(KeyCode.DIGIT5);
        robot.keyType(KeyCode.S);
        robot.keyType(KeyCode.SPACE);
        app.await("the keys arrive", () -> field.getText().equals("5s "));
        app.press("S");
        app.press("Space");
        app.click("tile-xor");
        app.settle();
        assertThat(app.latest().step()).isZero();
        assertThat(app.latest().running()).isFalse();
        assertThat(app.latest().experiment().data()).isEqualTo(app.experiment().data());
    }

    @Test
    void aRealMouseAndKeyboardRunTheWindow() {
        Robot robot = new Robot();
        app.stage.setX(0);
        app.stage.setY(0);
        FxExtension.pulse(app.scene());
        Node circle = app.find("tile-circle");
        Point2D at = circle.localToScreen(15, 15);
        robot.mouseMove(at);
        robot.mouseClick(MouseButton.PRIMARY);
        app.await("the circle", () -> app.experiment().data().source().id().equals("circle"));
        robot.keyType(KeyCode.SPACE);
        app.awaitSnapshot("training goes on", s -> s.running() && s.step() > 10);
        robot.keyType(KeyCode.SPACE);
        app.awaitSnapshot("a pause", s -> !s.running());
    }

    /// A window under the pointer, even one of nothing but shadow, takes the mouse from the button, and the tip hides.
    @Test
    void aTipStaysClearOfThePointer() {
        app.stage.setX(0);
        app.stage.setY(0);
        FxExtension.pulse(app.scene());
        Button run = (Button) Objects.requireNonNull(app.scene().lookup(".run-button"));
        Point2D at = run.localToScreen(20, 10);
        new Robot().mouseMove(at);
        Tooltip tip = run.getTooltip();
        app.await("the tip", tip::isShowing);
        FxExtension.pulse(app.scene());
        assertThat(new Rectangle2D(tip.getX(), tip.getY(), tip.getWidth(), tip.getHeight()).contains(at)).isFalse();
    }

    @Test
    void closingTheWindowEndsItsThreadsAndKeepsTheWork() throws Exception {
        app.press("Space");
        app.awaitSnapshot("training goes on", s -> s.running() && s.step() > 10);
        app.click("tile-spiral");
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("crescent-")).toList();
        assertThat(threads.stream().map(Thread::getName).collect(Collectors.toSet()))
                .contains("crescent-trainer", "crescent-fields", "crescent-files", "crescent-keeper");
        app.close();
        for (Thread thread : threads) {
            assertThat(thread.join(Duration.ofSeconds(90))).as(thread.getName()).isTrue();
        }
        assertThat(new Autosave(new UserFolder(home).autosave(1)).read().map(Autosave.Kept::experiment)).contains(app.experiment());
        assertThat(Files.exists(new UserFolder(home).preferences())).isTrue();
    }
}
