package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Source;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Changes made with the mouse in a whole window, and how they are taken back.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowEditTest {
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

    private PointSet set() {
        return ((Source.Points) app.experiment().data().source()).set();
    }

    private int painted() {
        return app.experiment().data().source() instanceof Source.Painted p ? p.points().size() : -1;
    }

    private void chooseRate(String rate) {
        var menu = app.scene().getRoot().lookupAll(".setting").stream().filter(javafx.scene.control.MenuButton.class::isInstance)
                .map(javafx.scene.control.MenuButton.class::cast)
                .filter(button -> String.valueOf(button.getAccessibleText()).startsWith("Learning rate")).findFirst().orElseThrow();
        menu.getItems().stream().filter(item -> rate.equals(item.getText())).findFirst().orElseThrow().fire();
    }

    private boolean shows(String text) {
        return app.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> text.equals(((javafx.scene.control.Label) node).getText()));
    }

    private void addFormula(String formula) {
        app.click("features.plus");
        TextField field = (TextField) app.find("features.field");
        field.setText(formula);
        Event.fireEvent(field, new ActionEvent());
    }

    private void stroke(double fromX, double toX) {
        FxExtension.pulse(app.scene());
        FxEvents.drag(app.picture(), MouseButton.PRIMARY, fromX, 100, toX, 100);
    }

    @Test
    void anotherDataSetIsChosenUndoneAndRedone() {
        app.click("tile-blobs");
        assertThat(set()).isEqualTo(PointSet.BLOBS);
        app.settle();
        int outputs = app.latest().dataset().classNames().size();
        assertThat(outputs).isGreaterThan(2);
        assertThat(((dev.crescent.experiment.Model.Network) app.experiment().model()).output().units()).isEqualTo(outputs);
        assertThat(((ToggleButton) app.find("tile-blobs")).isSelected()).isTrue();

        app.press("Ctrl+Z");
        app.settle();
        assertThat(app.experiment()).isEqualTo(Experiment.defaults());
        assertThat(((ToggleButton) app.find("tile-moons")).isSelected()).isTrue();
        app.press("Ctrl+Shift+Z");
        app.settle();
        assertThat(set()).isEqualTo(PointSet.BLOBS);
        app.press("Ctrl+Z");
        app.press("Ctrl+Y");
        assertThat(set()).isEqualTo(PointSet.BLOBS);
    }

    @Test
    void aLearningRateFromTheMenuReachesTheTrainerWithoutAReset() {
        app.press("S");
        app.awaitSnapshot("a step", s -> s.step() == 1);
        chooseRate("0.3");
        app.settle();
        assertThat(app.latest().experiment().training().optimizer().learningRate()).isEqualTo(0.3);
        assertThat(app.latest().step()).isEqualTo(1);
        app.clickButton("Undo");
        app.settle();
        assertThat(app.experiment()).isEqualTo(Experiment.defaults());
    }

    @Test
    void aStrokeOfTheBrushPaintsAndIsOneStepOfUndo() {
        app.click("paint.brush");
        stroke(60, 160);
        int first = painted();
        assertThat(first).as("500 moons and at least two sprays").isGreaterThanOrEqualTo(500 + 12);
        app.settle();
        stroke(200, 280);
        assertThat(painted()).isGreaterThanOrEqualTo(first + 12);
        app.settle();
        assertThat(((ToggleButton) app.find("tile-painted")).isSelected()).isTrue();

        app.press("Ctrl+Z");
        assertThat(painted()).isEqualTo(first);
        app.press("Ctrl+Z");
        assertThat(app.experiment()).isEqualTo(Experiment.defaults());
        app.settle();
        app.press("Ctrl+Shift+Z");
        assertThat(painted()).isEqualTo(first);
    }

    @Test
    void nothingMovesWhilePointsArePaintedAndAnotherSetIsShownWhole() {
        app.settle();
        app.click("paint.brush");
        var view = (dev.crescent.ui.points.OutputView) Objects.requireNonNull(app.scene().getRoot().lookup(".output-view"));
        var before = view.region();
        stroke(5, 60);
        app.settle();
        assertThat(view.region()).isEqualTo(before);
        view.zoomOut();
        var wide = view.region();
        stroke(5, 60);
        app.settle();
        assertThat(view.region()).as("points outside the home").isEqualTo(wide);
        view.fit();
        assertThat(view.region().width()).isGreaterThan(before.width());
        app.click("tile-moons");
        app.settle();
        assertThat(view.region()).isEqualTo(before);
    }

    @Test
    void theUndoOfPaintingTakesBackStrokesAndNothingElse() {
        assertThat(app.find("paint.undo").isDisabled()).isTrue();
        app.click("paint.brush");
        stroke(60, 160);
        assertThat(app.find("paint.undo").isDisabled()).isFalse();
        int first = painted();
        addFormula("x1^3");
        assertThat(app.find("paint.undo").isDisabled()).isTrue();
        app.click("paint.undo");
        assertThat(app.experiment().features()).hasSize(3);
        app.press("Ctrl+Z");
        assertThat(painted()).isEqualTo(first);
        app.click("paint.undo");
        assertThat(app.experiment()).isEqualTo(Experiment.defaults());
        assertThat(app.find("paint.undo").isDisabled()).isTrue();
    }

    @Test
    void whatFollowsAStrokeIsAnotherStepOfUndo() {
        app.click("paint.brush");
        stroke(60, 160);
        int first = painted();
        chooseRate("0.3");
        app.press("Ctrl+Z");
        assertThat(painted()).isEqualTo(first);
        assertThat(app.experiment().training()).isEqualTo(Experiment.defaults().training());
    }

    @Test
    void theRightButtonErases() {
        app.click("paint.brush");
        stroke(60, 160);
        int first = painted();
        FxEvents.drag(app.picture(), MouseButton.SECONDARY, 60, 100, 160, 100);
        assertThat(painted()).isLessThan(first);
    }

    @Test
    void aDragOfASliderIsOneStepOfUndoAndWhatFollowsAnother() {
        Slider slider = (Slider) app.find("data.noise-slider");
        Node thumb = Objects.requireNonNull(slider.lookup(".thumb"));
        FxEvents.drag(thumb, MouseButton.PRIMARY, 8, 8, 60, 8);
        Experiment dragged = app.experiment();
        assertThat(dragged).isNotEqualTo(Experiment.defaults());
        chooseRate("0.3");
        app.press("Ctrl+Z");
        assertThat(app.experiment()).isEqualTo(dragged);
        app.press("Ctrl+Z");
        assertThat(app.experiment()).isEqualTo(Experiment.defaults());
        app.settle();
    }

    @Test
    void aDragOfTheDropoutSliderIsOneStepOfUndo() {
        FxEvents.click(List.copyOf(app.scene().getRoot().lookupAll(".layer-card")).get(1), 58, 12);
        Node slider = javafx.stage.Window.getWindows().stream().map(window -> window.getScene().getRoot())
                .map(root -> root.lookup(".dropout-slider")).filter(Objects::nonNull).findFirst().orElseThrow();
        FxExtension.pulse(slider.getScene());
        FxEvents.drag(Objects.requireNonNull(slider.lookup(".thumb")), MouseButton.PRIMARY, 8, 8, 60, 8);
        assertThat(app.experiment()).isNotEqualTo(Experiment.defaults());
        app.press("Ctrl+Z");
        assertThat(app.experiment()).isEqualTo(Experiment.defaults());
        app.settle();
    }

    @Test
    void aFormulaWithoutAValueAtASampleIsTakenBackWithASentence() {
        addFormula("log(x1 + 3)");
        app.settle();
        assertThat(app.experiment().features()).containsExactly("x1", "x2", "log(x1 + 3)");
        Experiment good = app.experiment();

        app.click("tile-circle");
        assertThat(set()).isEqualTo(PointSet.CIRCLE);
        app.await("the sentence", () -> app.line().contains("log(x1 + 3)"));
        assertThat(app.experiment()).isEqualTo(good);
        assertThat(((ToggleButton) app.find("tile-moons")).isSelected()).isTrue();
        app.settle();
        app.find("tile-circle").requestFocus();
        app.press("L");
        app.press("Esc");
        assertThat(app.line()).as("the lens takes the key").contains("log(x1 + 3)");
        app.press("Esc");
        assertThat(app.line()).isEmpty();
        app.press("Ctrl+Z");
        assertThat(app.experiment().features()).as("the refused change is not in the way").containsExactly("x1", "x2");
    }

    @Test
    void aUnitAddedWithTheMouseIsDrawnAtOnceAndUndone() {
        app.click("tile-xor");
        FxEvents.click(Objects.requireNonNull(app.scene().lookup(".layers-plus")), 3, 3);
        assertThat(((dev.crescent.experiment.Model.Network) app.experiment().model()).layers()).hasSize(4);
        app.settle();
        app.press("Ctrl+Z");
        app.settle();
        assertThat(app.experiment().model()).isEqualTo(Experiment.defaults().model());
        assertThat(set()).isEqualTo(PointSet.XOR);
    }

    @Test
    void theUnitUnderTheMouseIsShownAndMayVanish() {
        Node network = Objects.requireNonNull(app.scene().lookup(".network-picture"));
        boolean found = false;
        for (double x = 5; !found && x < network.getLayoutBounds().getWidth(); x += 10) {
            for (double y = 5; !found && y < network.getLayoutBounds().getHeight(); y += 10) {
                FxEvents.move(network, x, y);
                found = shows("layer 1, unit 6");
            }
        }
        assertThat(found).isTrue();
        FxExtension.pulse(app.scene());
        app.press("Shift+S");
        app.awaitSnapshot("an epoch", s -> s.epoch() == 1);
        var model = (dev.crescent.experiment.Model.Network) app.experiment().model();
        var first = (dev.crescent.experiment.Layer.Dense) model.layers().getFirst();
        app.bench().change(app.experiment().withModel(model.withLayer(0, first.withUnits(2))), "", true);
        app.settle();
        app.press("Shift+S");
        app.awaitSnapshot("an epoch", s -> s.epoch() == 1);
        app.await("the output again", () -> shows("class probability"));
        assertThat(app.line()).isEmpty();
    }

    @Test
    void everyKindOfDataSetGetsAFittingNetwork() {
        for (String tile : List.of("tile-plane", "tile-rings", "tile-painted", "tile-gauss-regression", "tile-moons")) {
            app.click(tile);
            app.settle();
            assertThat(app.line()).as(tile).isEmpty();
        }
    }
}
