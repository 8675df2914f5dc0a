package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.train.Command;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.ShownTexts;
import dev.crescent.ui.Texts;
import dev.crescent.ui.lens.LensStrip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// One training step under the lens in a whole window, driven by mouse and keys.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowLensTest {
    @TempDir
    private Path home = Path.of("");
    private WindowBench app;

    @AfterEach
    void close() {
        app.close();
    }

    private void open(Experiment experiment) {
        app = WindowBench.on(home, experiment);
    }

    private LensStrip strip() {
        return (LensStrip) app.find("step");
    }

    private boolean isOpen() {
        return strip().isVisible() && !strip().formulas().isEmpty();
    }

    private void openLens() {
        app.press("L");
        app.await("the lens, with the keys", () -> isOpen() && app.scene().getFocusOwner() == strip());
    }

    private String said(String id) {
        return ((Label) app.find(id)).getText();
    }

    private String phase() {
        return strip().lookupAll(".toggle-button").stream().map(ToggleButton.class::cast)
                .filter(tag -> tag.isSelected() && tag.getId().startsWith("step.phase.")).map(Node::getAccessibleText).findFirst().orElse("");
    }

    /// The numbers on the network.
    private List<String> written() {
        return app.scene().getRoot().lookupAll(".lens-value").stream().map(node -> ((Label) node).getText()).toList();
    }

    private boolean isSelected(String id) {
        return ((ToggleButton) app.find(id)).isSelected();
    }

    @Test
    void theArrowKeysWalkThroughAStepAndEnterTakesIt() {
        open(Experiment.defaults());
        openLens();
        assertThat(isSelected("network.lens")).isTrue();
        assertThat(isSelected("step.batch")).as("nothing is pinned").isTrue();
        assertThat(said("step.count")).isEqualTo("1 of 10");
        int layers = ((Model.Network) app.experiment().model()).layers().size();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 2 * layers + 3; i++) {
            names.add(phase());
            assertThat(strip().formulas()).as(phase()).isNotEmpty();
            assertThat(written()).as(phase()).isNotEmpty();
            app.press("Right");
        }
        assertThat(names).startsWith(Texts.get("step.name.sample"), Texts.get("step.name.forward", 1)).endsWith(Texts.get("step.name.update"))
                .contains(Texts.get("step.name.loss"), Texts.get("step.name.backward", layers)).doesNotHaveDuplicates();
        assertThat(phase()).as("there is nothing after the update").isEqualTo(Texts.get("step.name.update"));
        assertThat(written()).as("old and new").anyMatch(text -> text.contains("\u2192"));

        float[] before = app.latest().parameters();
        app.press("Enter");
        Snapshot after = app.awaitSnapshot("the step", s -> s.step() == 1);
        assertThat(after.parameters()).isNotEqualTo(before);
        app.await("the lens on the next one", () -> said("step.about").equals(Texts.get("step.ofBatch", "2")));
        assertThat(said("step.caption")).startsWith("Step 1 is taken").contains("within");
        assertThat(phase()).isEqualTo(Texts.get("step.name.sample"));
        app.press("Left");
        assertThat(phase()).isEqualTo(Texts.get("step.name.sample"));
    }

    @Test
    void whereAllIsLargerNoPartsNameIsCut() {
        open(Experiment.defaults());
        openLens();
        for (int percent : new int[] {100, 150, 200}) {
            app.window.appearance().setFontScale(percent);
            for (int i = 0; i < 5; i++) {
                FxExtension.pulse(app.scene());
            }
            Parent track = (Parent) strip().lookup(".phase-track");
            assertThat(track.getChildrenUnmodifiable()).as("at %s %%", percent).hasSizeGreaterThan(4);
            assertThat(ShownTexts.cut(track)).as("at %s %%", percent).isEmpty();
            assertThat(track.localToScene(track.getLayoutBounds()).getMaxX())
                    .isLessThanOrEqualTo(strip().localToScene(strip().getLayoutBounds()).getMaxX());
            assertThat(phase()).isEqualTo(Texts.get("step.name.sample"));
        }
    }

    @Test
    void theStepThatIsTakenEndsWhereTheLensSaid() {
        Experiment experiment = Experiment.defaults();
        open(experiment.withTraining(experiment.training().withOptimizer(new Optimizer.Sgd(0.5, 0, false))));
        openLens();
        app.press("End");
        String said = written().stream().filter(text -> text.contains("\u2192") && !text.startsWith("b ")).findFirst().orElseThrow();
        double from = number(said.substring(0, said.indexOf(' ')));
        double to = number(said.substring(said.lastIndexOf(' ') + 1));
        float[] before = app.latest().parameters();
        app.click("step.take");
        float[] after = app.awaitSnapshot("the step", s -> s.step() == 1).parameters();
        boolean found = false;
        for (int i = 0; i < after.length; i++) {
            found |= Math.abs(before[i] - from) < 1e-3 && Math.abs(after[i] - to) < 1e-3;
        }
        assertThat(found).as(said).isTrue();
        assertThat(app.latest().step()).isEqualTo(1);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('\u2212', '-'));
    }

    @Test
    void runningClosesItAndItPausesWhatRuns() {
        open(Experiment.defaults());
        app.clickButton(Texts.get("top.run"));
        app.awaitSnapshot("training", s -> s.step() > 20);
        openLens();
        assertThat(app.latest().running()).isFalse();
        long step = app.latest().step();
        app.press("Space");
        app.await("the lens has closed", () -> !strip().isVisible());
        app.awaitSnapshot("training on", s -> s.step() > step);
        assertThat(isSelected("network.lens")).isFalse();
        assertThat(written()).isEmpty();
        app.press("L");
        app.await("the lens again", this::isOpen);
        app.press("Esc");
        app.await("no lens", () -> !strip().isVisible());
        assertThat(app.latest().running()).isFalse();
        app.press("Esc");
    }

    @Test
    void aPinnedPlaceChoosesTheSampleAndAClickInTheFieldAnother() {
        open(Experiment.defaults());
        FxEvents.click(app.picture(), 60, 60);
        FxExtension.pulse(app.scene());
        openLens();
        assertThat(isSelected("step.one")).isTrue();
        String first = said("step.about");
        assertThat(first).startsWith("training sample ");
        assertThat(RoomHands.isShown(app.find("step.count"))).as("one sample needs no leafing").isFalse();
        FxEvents.click(app.picture(), 250, 250);
        app.await("another sample", () -> isOpen() && !said("step.about").equals(first));
        app.press("End");
        assertThat(RoomHands.isShown(app.find("step.take"))).as("training does not take this step").isFalse();
        long step = app.latest().step();
        app.press("Enter");
        app.click("step.batch");
        app.await("the mini-batch", () -> said("step.about").equals(Texts.get("step.ofBatch", "1")));
        assertThat(app.latest().step()).isEqualTo(step);
        app.press("Period");
        assertThat(said("step.count")).isEqualTo("2 of 10");
        app.press("Comma");
        app.press("Comma");
        assertThat(said("step.count")).isEqualTo("10 of 10");
    }

    @Test
    void unitsAndLinksAreChosenByKeysAndByAClick() {
        open(Experiment.defaults());
        openLens();
        app.press("Right");
        assertThat(strip().formulas().getFirst()).startsWith("z1 = w1,1 x1 + ");
        app.press("Down");
        assertThat(strip().formulas().getFirst()).startsWith("z2 = w2,1 x1 + ");
        app.press("Page Down");
        assertThat(strip().formulas()).hasSize(1);
        assertThat(strip().formulas().getFirst()).startsWith("w2,1 x1 = ");
        app.press("Up");
        assertThat(strip().formulas().getFirst()).startsWith("z1 = ");
        app.press("End");
        app.press("Page Up");
        assertThat(strip().formulas()).as("the bias").anyMatch(line -> line.startsWith("b \u2190 "));
        // A click on a unit of the first layer: its place follows from where its number stands.
        app.press("Home");
        app.press("Right");
        Node label = app.scene().getRoot().lookupAll(".lens-unit").stream().filter(node -> node.getLayoutX() > 150).reduce((a, b) -> b).orElseThrow();
        Node picture = Objects.requireNonNull(app.scene().lookup(".network-picture"));
        var at = picture.sceneToLocal(label.localToScene(label.getBoundsInLocal().getWidth() / 2, 24));
        FxEvents.click(picture, at.getX(), at.getY());
        app.await("that unit", () -> !strip().formulas().getFirst().startsWith("z1 = "));
        assertThat(strip().formulas().getFirst()).startsWith("z");
    }

    @Test
    void anEditOrAnUndoIsLookedAtAtOnce() {
        open(Experiment.defaults());
        openLens();
        app.press("Right");
        String before = strip().formulas().getFirst();
        app.bench().weigh(0, app.latest().parameters()[0], 3);
        app.await("other numbers", () -> isOpen() && !strip().formulas().getFirst().equals(before));
        app.press("Ctrl+Z");
        app.await("those from before", () -> isOpen() && strip().formulas().getFirst().equals(before));
        Model.Network network = (Model.Network) app.experiment().model();
        app.bench().change(app.experiment().withModel(network.withLayer(0, new Layer.Dense(2, Activation.RELU))), "", true);
        app.settle();
        app.await("the changed network", () -> isOpen() && strip().formulas().get(1).contains("max(0, "));
        assertThat(app.failures).isEmpty();
    }

    @Test
    void whatCannotBeFollowedIsRefusedInASentence() throws Exception {
        open(Experiment.defaults());
        openLens();
        Model.Network network = (Model.Network) app.experiment().model();
        app.bench().change(app.experiment().withModel(new Model.Network(1, List.of(new Layer.Maxout(3, 2, Activation.LINEAR,
                Initializer.Standard.HE_NORMAL, true, Initializer.Standard.ZEROS),
                network.output()))), "", true);
        app.settle();
        app.await("a sentence", () -> RoomHands.isShown(app.find("network.refusal")));
        assertThat(said("network.refusal")).contains("layer 1 is maxout");
        app.await("no lens", () -> !strip().isVisible());

        app.bench().open(Document.begun(RoomHands.few()));
        app.settle();
        assertThat(RoomHands.isShown(app.find("network.lens"))).as("no lens over images").isFalse();
        app.press("L");
        app.await("its sentence", () -> said("network.refusal").contains("images"));
    }

    @Test
    void aTableWithoutAPlaneHasItsMiniBatches() throws Exception {
        open(Builtins.read("linear-regression"));
        openLens();
        app.press("End");
        app.press("Enter");
        app.awaitSnapshot("a step", s -> s.step() == 1);
        app.await("the next one", () -> said("step.about").equals(Texts.get("step.ofBatch", "2")));
    }

    @Test
    void otherRoomsCloseIt() {
        open(Experiment.defaults());
        openLens();
        app.click("rail.descent");
        app.click("rail.playground");
        app.await("no lens", () -> !strip().isVisible());
        app.send(new Command.Step());
        app.awaitSnapshot("a step", s -> s.step() == 1);
        assertThat(written()).isEmpty();
    }
}
