package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Source;
import dev.crescent.ui.FxDrops;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Language;
import dev.crescent.ui.ShownTexts;
import dev.crescent.ui.Texts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A German at the window: no word of English, no word cut off at its smallest usual size, numbers with commas.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowGermanTest {
    @TempDir
    private Path folder = Path.of("");
    private final List<String> faults = new ArrayList<>();
    private Set<String> foreign;
    private WindowBench app;

    @BeforeEach
    void german() throws IOException {
        foreign = foreign();
        Texts.use(Language.GERMAN);
        app = new WindowBench(folder.resolve("home"));
        app.stage.setWidth(1280);
        app.stage.setHeight(780);
        frames();
    }

    @AfterEach
    void english() {
        app.close();
        Texts.use(Language.ENGLISH);
        assertThat(faults).as("what is not German, or not whole").isEmpty();
    }

    /// The English texts that say another thing in German, if anything.
    private static Set<String> foreign() throws IOException {
        Properties english = texts("views.properties");
        Set<String> german = Set.copyOf(texts("views_de.properties").values().stream().map(String::valueOf).collect(Collectors.toSet()));
        return english.values().stream().map(String::valueOf).filter(text -> text.length() > 2 && !german.contains(text))
                .collect(Collectors.toSet());
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(Objects.requireNonNull(Texts.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private void frames() {
        for (int i = 0; i < 20; i++) {
            FxExtension.pulse(app.scene());
        }
    }

    private void look(String where, Parent root) {
        List<String> texts = ShownTexts.in(root);
        assertThat(texts).isNotEmpty();
        texts.stream().filter(foreign::contains).distinct().forEach(text -> faults.add(where + " says: " + text));
        ShownTexts.cut(root).forEach(text -> faults.add(where + " cuts off: " + text));
    }

    private void look(String where) {
        frames();
        look(where, app.scene().getRoot());
    }

    private Parent popup() {
        app.await("something over the window", () -> Window.getWindows().stream().anyMatch(window -> window != app.stage && window.isShowing()));
        frames();
        return Window.getWindows().stream().filter(window -> window != app.stage && window.isShowing()).toList().getLast()
                .getScene().getRoot();
    }

    @Test
    void thePlaygroundSpeaksGerman() {
        look("the playground");
        app.press("Shift+S");
        app.awaitSnapshot("an epoch", s -> s.epoch() == 1 && !s.running());
        app.await("its loss", () -> ShownTexts.in(app.scene().getRoot()).contains("Epoche"));
        look("the playground after an epoch");
        assertThat(ShownTexts.in(app.scene().getRoot())).contains("Lernrate", "0,01", "Zwei Monde", "Start", "Beispiele/s");
        app.press("L");
        app.await("the lens", () -> app.find("step").isVisible());
        look("the lens");
        app.press("L");
        app.click("output.mode.hidden");
        look("the hidden space");
        app.click("output.expand");
        look("the hidden space at large");
    }

    @Test
    void theOtherRoomsSpeakGerman() {
        app.click("rail.digits");
        look("the digit room");
        app.click("rail.descent");
        look("the landscape");
        app.click("descent.part.1");
        look("the race");
        app.click("descent.part.2");
        look("the test function");
    }

    @Test
    void noButtonIsCutWhereAllIsLarger() {
        app.window.appearance().setFontScale(150);
        lookAtButtons("the playground");
        app.press("L");
        app.await("the lens", () -> app.find("step").isVisible());
        lookAtButtons("the lens");
        Node close = app.find("step.close");
        Node strip = app.find("step");
        assertThat(close.localToScene(close.getLayoutBounds()).getMaxX()).as("the lens's cross is within it")
                .isLessThanOrEqualTo(strip.localToScene(strip.getLayoutBounds()).getMaxX());
        app.press("L");
        for (String to : List.of("rail.digits", "rail.descent", "descent.part.1", "descent.part.2")) {
            app.click(to);
            lookAtButtons(to);
        }
    }

    private void lookAtButtons(String where) {
        frames();
        app.scene().getRoot().lookupAll("*").stream().filter(ButtonBase.class::isInstance).map(Parent.class::cast)
                .flatMap(button -> ShownTexts.cut((Parent) button.getParent()).stream()
                        .filter(text -> text.equals(((ButtonBase) button).getText())))
                .distinct().forEach(text -> faults.add(where + " cuts off: " + text));
    }

    @Test
    void whatOpensOverTheWindowSpeaksGerman() {
        app.press("F1");
        Parent help = popup();
        for (ToggleButton page : help.lookupAll(".toggle-button").stream().map(ToggleButton.class::cast).toList()) {
            page.fire();
            frames();
            look(page.getText(), help);
        }
        help.getScene().getWindow().hide();
        FxEvents.click(List.copyOf(app.scene().getRoot().lookupAll(".layer-card")).get(1), 58, 12);
        look("a layer's settings", popup());
    }

    @Test
    void numbersHaveACommaAndMayBeTypedWithOne() {
        app.bench().change(app.experiment().withTraining(app.experiment().training().withOptimizer(
                new Optimizer.Adam(0.025, 0.9, 0.999))), "", true);
        frames();
        assertThat(ShownTexts.in(app.scene().getRoot())).contains("0,025").doesNotContain("0.025");
        TextField noise = (TextField) app.find("data.noise-field");
        for (String typed : List.of("0,25", "0.35")) {
            noise.setText(typed);
            noise.fireEvent(new ActionEvent());
            assertThat(app.experiment().data().source()).isInstanceOfSatisfying(Source.Points.class, points ->
                    assertThat(points.noise()).isEqualTo(Double.parseDouble(typed.replace(',', '.'))));
            assertThat(noise.getText()).isEqualTo(typed.replace('.', ','));
        }
    }

    @Test
    void aFileThatCannotBeReadSaysSoInGerman() throws IOException {
        Path damaged = Files.writeString(folder.resolve("kaputt.crescent"), "{\"format\":\"crescent-experiment\",\"version\":1,"
                + "\"training\":{\"batchSize\":-1}}");
        FxDrops.file(app.scene().getRoot(), DragEvent.DRAG_DROPPED, damaged.toFile());
        app.await("an answer", () -> app.line().contains("kaputt.crescent"));
        assertThat(app.line()).endsWith("kaputt.crescent: training.batchSize: muss eine ganze Zahl von 1 bis 65536 sein, ist -1");
    }
}
