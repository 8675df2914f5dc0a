package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxExtension;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Keys and buttons that run the training of a whole window.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowRunTest {
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

    private void reopenWith(Experiment experiment) {
        app.close();
        app = WindowBench.on(home, experiment);
    }

    private String runButton() {
        return ((Button) app.scene().lookup(".run-button")).getText();
    }

    private static Experiment diverging() {
        Experiment moons = Experiment.defaults();
        return moons.withModel(new Model.Network(1, List.of(new Layer.Dense(2, Activation.LINEAR))))
                .withTraining(moons.training().withLoss(Loss.MEAN_SQUARED_ERROR)
                        .withOptimizer(new Optimizer.Sgd(1000, 0, false)));
    }

    @Test
    void spaceRunsAndPausesAndTheCountersFollow() {
        app.press("Space");
        app.awaitSnapshot("training goes on", s -> s.running() && s.epoch() > 2);
        app.await("the button pauses", () -> runButton().equals("Pause"));
        Snapshot early = app.latest();
        app.awaitSnapshot("newer snapshots", s -> s.step() > early.step());

        app.press("Space");
        Snapshot paused = app.awaitSnapshot("a pause", s -> !s.running());
        app.await("the button runs", () -> runButton().equals("Run"));
        app.await("the epoch is shown", () -> app.scene().getRoot().lookupAll(".counter").stream()
                .anyMatch(node -> ((javafx.scene.control.Label) node).getText()
                        .equals(Integer.toString((int) paused.epoch()))));
        assertThat(app.latest()).as("nothing more is published").isSameAs(paused);
    }

    @Test
    void whatIsToldHidesNothingOfTheCurvesAndMovesNothing() {
        reopenWith(diverging());
        Node curves = app.scene().lookup(".curves-view");
        Bounds before = curves.localToScene(curves.getLayoutBounds());
        app.press("Space");
        app.await("what went wrong", () -> !app.banner("standing").isEmpty());
        FxExtension.pulse(app.scene());
        assertThat(curves.localToScene(curves.getLayoutBounds())).isEqualTo(before);
        List<Node> told = app.scene().getRoot().lookupAll(".danger-line").stream().filter(Node::isVisible).toList();
        assertThat(told).hasSize(1).allSatisfy(banner -> assertThat(banner.localToScene(banner.getLayoutBounds()).getMinY())
                .as("at most the margin below the axis").isGreaterThanOrEqualTo(before.getMaxY() - 4));
    }

    @Test
    void spaceRunsEvenAfterTheMouseHasPressedAnotherButton() {
        app.clickButton("One step");
        app.awaitSnapshot("a step", s -> s.step() == 1);
        app.press("Space");
        app.awaitSnapshot("training goes on", Snapshot::running);
    }

    @Test
    void oneStepAndOneEpochAreExact() {
        app.press("S");
        app.awaitSnapshot("one step", s -> s.step() == 1 && !s.running());
        app.press("Shift+S");
        Snapshot epoch = app.awaitSnapshot("the end of the epoch", s -> s.step() > 1 && !s.running());
        assertThat(epoch.epoch()).isEqualTo(1);
        assertThat(epoch.step()).isEqualTo(25);
    }

    @Test
    void resetGoesBackToTheSameStartAndANewStartToAnother() {
        float[] start = app.latest().parameters();
        app.press("Shift+S");
        app.awaitSnapshot("an epoch", s -> s.step() == 25);
        app.press("R");
        assertThat(app.awaitSnapshot("the start", s -> s.step() == 0).parameters()).isEqualTo(start);

        app.press("Shift+R");
        app.settle();
        assertThat(app.awaitSnapshot("another start", s -> s.step() == 0).parameters()).isNotEqualTo(start)
                .hasSameSizeAs(start);
        app.press("Ctrl+Z");
        app.settle();
        assertThat(app.latest().parameters()).isEqualTo(start);
    }

    @Test
    void lettersTypedIntoAFieldAreNoShortcuts() {
        app.click("features.plus");
        assertThat(app.scene().getFocusOwner()).isSameAs(app.find("features.field"));
        app.press("S");
        app.press("Space");
        app.press("Ctrl+1");
        app.press("Ctrl+1");
        app.click("tile-circle");
        app.settle();
        assertThat(app.latest().step()).as("no step was taken").isZero();
        assertThat(app.latest().running()).isFalse();
    }

    @Test
    void aDivergencePausesAndItsButtonGoesOnWithALowerRate() {
        reopenWith(diverging());
        app.press("Space");
        app.await("the sentence", () -> app.line().startsWith("Training diverged at epoch "));
        assertThat(app.latest().running()).isFalse();
        assertThat(app.offers()).hasSize(2).first().asString().startsWith("Go on from epoch 0 with rate 100");
        assertThat(app.offers()).last().isEqualTo("Start again");

        app.clickButton(app.offers().getFirst());
        assertThat(app.experiment().training().optimizer().learningRate()).isEqualTo(100);
        assertThat(app.line()).isEmpty();
        app.settle();
        app.await("it runs into the next divergence", () -> app.line().contains("the learning rate is 100."));
    }

    private String labels(String style) {
        return app.scene().getRoot().lookupAll(style).stream().filter(javafx.scene.control.Label.class::isInstance)
                .map(node -> ((javafx.scene.control.Label) node).getText()).toList().toString();
    }

    @Test
    void theOfferAfterADivergenceStaysWhileItIsPossibleAndTheNumbersAreThoseOfThePicture() {
        reopenWith(diverging());
        app.press("Space");
        app.await("the sentence", () -> app.line().startsWith("Training diverged at epoch "));
        Snapshot good = app.latest();
        app.await("the loss of the state that is shown", () -> labels(".curves-view .value")
                .contains(dev.crescent.ui.Numbers.loss(good.train().loss())));
        app.window.bench().change(app.experiment().withTraining(app.experiment().training().withBatchSize(20)), "", true);
        app.settle();
        assertThat(app.offers()).hasSize(2);
        assertThat(app.banner("standing")).startsWith("Training diverged");

        app.press("R");
        app.await("another run has nothing to go back to", () -> app.line().isEmpty());
    }

    @Test
    void startAgainAfterADivergenceIsAReset() {
        reopenWith(diverging());
        float[] start = app.latest().parameters();
        app.press("Space");
        app.await("the sentence", () -> app.line().startsWith("Training diverged at epoch "));
        app.clickButton("Start again");
        assertThat(app.awaitSnapshot("the start", s -> s.step() == 0).parameters()).isEqualTo(start);
        assertThat(app.experiment()).isEqualTo(diverging());
        assertThat(app.line()).isEmpty();
    }
}
