package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import dev.crescent.ui.landscape.MapView;
import dev.crescent.ui.race.RaceTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The race on the network in the descent room of a whole window, driven by the mouse and keys.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowRaceTest {
    @TempDir
    private Path home = Path.of("");
    private WindowBench app;

    @AfterEach
    void close() {
        app.close();
    }

    private void open(Experiment experiment) {
        app = WindowBench.on(home, experiment);
        app.click("rail.descent");
        app.click("descent.part.1");
        FxExtension.pulse(app.scene());
    }

    private List<List<String>> lanes() {
        return app.scene().getRoot().lookupAll(".lane-row").stream().map(row -> row.lookupAll(".label").stream()
                .filter(node -> node instanceof Label label && !label.getText().isEmpty())
                .map(node -> ((Label) node).getText()).toList()).toList();
    }

    private String state(int lane) {
        return lanes().get(lane).getLast();
    }

    private String value(int lane) {
        List<String> texts = lanes().get(lane);
        return texts.get(texts.size() - 2);
    }

    private List<List<String>> table(String id) {
        return ((RaceTable) app.find(id)).texts();
    }

    private String said() {
        return String.join("|", app.scene().getRoot().lookupAll(".label").stream().filter(RoomHands::isShown)
                .map(node -> ((Label) node).getText()).toList());
    }

    private String runText() {
        return ((Button) app.find("networkRace.run")).getText();
    }

    private void fast() {
        ((Slider) app.find("networkRace.speed")).setValue(1);
    }

    private void choose(String menu, String item) {
        MenuItem found = ((MenuButton) app.find(menu)).getItems().stream().filter(i -> item.equals(i.getText())).findFirst()
                .orElseThrow(() -> new AssertionError(menu + " has no " + item));
        found.fire();
        FxExtension.pulse(app.scene());
    }

    private void awaitStep(long step) {
        app.await("step " + step, () -> said().contains("step " + step + ","));
    }

    private static Experiment quick() {
        return Experiment.defaults();
    }

    /// Nobody sees it there, and it would take from the race what both need.
    @Test
    void trainingWaitsWhileARaceIsShownAndGoesOnAfterwards() {
        app = WindowBench.on(home, quick());
        app.press("Space");
        app.awaitSnapshot("it trains", Snapshot::running);
        app.click("rail.descent");
        FxExtension.pulse(app.scene());
        assertThat(app.awaitSnapshot("the landscape is about training", s -> s.step() > 0).running()).isTrue();
        app.click("descent.part.1");
        app.awaitSnapshot("it waits", s -> !s.running());
        assertThat(app.line()).isEqualTo(Texts.get("window.trainingWaits"));
        long step = app.latest().step();
        app.click("descent.part.2");
        FxExtension.pulse(app.scene());
        assertThat(app.latest().step()).as("nor does it go on for a test function").isEqualTo(step);
        app.click("rail.playground");
        app.awaitSnapshot("it goes on", s -> s.running() && s.step() > step);
        app.press("Space");
        app.awaitSnapshot("it is paused by the user", s -> !s.running());
        long paused = app.latest().step();
        app.click("rail.descent");
        app.click("rail.playground");
        app.press("S");
        assertThat(app.awaitSnapshot("a step", s -> s.step() > paused).step()).as("and stays so").isEqualTo(paused + 1);
    }

    @Test
    void fourOptimizersRaceToTheFinishAndHaveResults() {
        open(quick());
        app.await("the start", () -> lanes().size() == 4 && said().contains("step 0,"));
        String start = value(0);
        assertThat(lanes()).allSatisfy(lane -> assertThat(lane).contains(start, Texts.get("race.ready")));
        choose("networkRace.finish", "loss 0.3");
        fast();
        app.click("networkRace.run");
        app.await("all have arrived", () -> lanes().stream().allMatch(lane -> lane.getLast().matches("[1-4]\\. \\d+ steps")));
        app.await("it pauses by itself", () -> runText().equals(Texts.get("race.run")));
        assertThat(lanes()).extracting(List::getLast).anyMatch(state -> state.startsWith("1. "));
        List<List<String>> results = table("networkRace.results");
        for (int i = 0; i < 4; i++) {
            String steps = state(i).replaceAll("\\d\\. | steps", "");
            assertThat(results.get(i).get(1)).isEqualTo(steps);
            assertThat(Double.parseDouble(results.get(i).get(2))).isEqualTo(Math.round(Long.parseLong(steps) / 2.5) / 10.0);
        }
        app.await("a landscape of all four", () -> table("networkRace.trust").size() == 4
                && said().contains("of the variance of the four paths.") && said().contains("51\u00a0\u00d7\u00a051 points"));
        MapView map = (MapView) app.find("networkRace.map");
        app.await("their balls lie on it", () -> map.drawn(3) > 0);
        app.await("a small field each", () -> app.scene().getRoot().lookupAll(".lane-field").stream()
                .filter(RoomHands::isShown).count() == 4);
        assertThat(app.latest().step()).as("nothing was trained on the bench").isZero();
        assertThat(app.failures).isEmpty();
    }

    @Test
    void keysStepRestartAndReplay() {
        open(quick());
        awaitStep(0);
        String start = value(3);
        app.press("S");
        awaitStep(1);
        String first = value(3);
        assertThat(first).isNotEqualTo(start);
        app.press("S");
        awaitStep(2);
        String second = value(3);
        Slider speed = (Slider) app.find("networkRace.speed");
        speed.setValue(0);
        app.press("P");
        app.await("the recording from its start", () -> said().contains("replay: step "));
        assertThat(((ToggleButton) app.find("networkRace.replay")).isSelected()).isTrue();
        speed.setValue(0.5);
        app.await("and to its end", () -> said().contains("step 2,"));
        assertThat(value(3)).isEqualTo(second);
        app.press("R");
        awaitStep(0);
        assertThat(value(3)).isEqualTo(start);
        app.press("S");
        awaitStep(1);
        assertThat(value(3)).as("the same way again").isEqualTo(first);
        app.press("Space");
        assertThat(runText()).isEqualTo(Texts.get("top.pause"));
        app.click("rail.playground");
        app.click("rail.descent");
        assertThat(runText()).as("nobody saw it").isEqualTo(Texts.get("race.run"));
        choose("networkRace.start", "seed 2");
        awaitStep(0);
        app.await("another start", () -> !value(3).equals(start));
    }

    @Test
    void aRaceThatWasBegunStaysWhatItIsWhenTheBenchChanges() {
        open(quick());
        awaitStep(0);
        app.bench().change(app.experiment().withTraining(app.experiment().training().withBatchSize(20)), "", true);
        app.settle();
        assertThat(isShown("networkRace.renew")).as("it was not begun").isFalse();
        app.press("S");
        awaitStep(1);
        app.bench().change(app.experiment().withTraining(app.experiment().training().withBatchSize(50)), "", true);
        app.await("an offer", () -> isShown("networkRace.renew"));
        app.await("a sentence", () -> said().contains(Texts.get("networkRace.outdated")));
        app.click("networkRace.renew");
        awaitStep(0);
        assertThat(isShown("networkRace.renew")).isFalse();
    }

    private boolean isShown(String id) {
        return RoomHands.isShown(app.find(id));
    }

    @Test
    void anOptimizerJoinsAndCatchesUp() {
        open(quick());
        awaitStep(0);
        for (int step = 1; step <= 3; step++) {
            app.press("S");
            awaitStep(step);
        }
        choose("networkRace.add", "SGD");
        app.await("five", () -> lanes().size() == 5 && value(4).equals(value(0)));
        assertThat(app.find("race.racer.4").getAccessibleText()).isEqualTo("S2, SGD, rate 0.1");
        choose("networkRace.add", "Lion");
        app.await("six", () -> lanes().size() == 6);
        assertThat(app.find("networkRace.add").isDisable()).isTrue();
    }

    /// Into the open card of an optimizer.
    private static void typeRate(String text) {
        TextField field = Window.getWindows().stream().filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll(".popover-card .text-field").stream())
                .filter(TextField.class::isInstance).map(TextField.class::cast).findFirst().orElseThrow();
        field.setText(text);
        field.fireEvent(new ActionEvent());
        field.getScene().getWindow().hide(); // an open card takes the next click for itself
    }

    @Test
    void oneThatDivergesSaysSoInItsLane() {
        Experiment wild = quick().withModel(new Model.Network(1, List.of(new Layer.Dense(30, Activation.RELU),
                new Layer.Dense(30, Activation.RELU), new Layer.Dense(2, Activation.LINEAR))))
                .withTraining(quick().training().withLoss(Loss.MEAN_SQUARED_ERROR));
        open(wild);
        app.await("the start", () -> lanes().size() == 4);
        app.click("race.racer.1");
        typeRate("500");
        app.await("another rate", () -> lanes().get(1).contains("rate 500"));
        fast();
        app.click("networkRace.run");
        app.await("it is lost, and the others go on", () -> state(1).startsWith("diverged, step ")
                && !state(3).startsWith("diverged"));
    }

    @Test
    void imagesRaceWithoutFields() throws Exception {
        open(RoomHands.few());
        app.await("the start", () -> lanes().size() == 4);
        assertThat(lanes().get(3)).contains("rate 0.001");
        app.press("S");
        app.await("a step", () -> !said().contains("step 0,"));
        assertThat(app.scene().getRoot().lookupAll(".lane-field").stream().filter(RoomHands::isShown)).isEmpty();
        assertThat(app.failures).isEmpty();
    }

    @Test
    void aNetworkTooLargeForALandscapeRacesAllTheSame() throws Exception {
        Experiment few = RoomHands.few();
        Model.Network network = (Model.Network) few.model();
        open(few.withModel(new Model.Network(1, List.of(new Layer.Dense(1500, Activation.RELU), network.output()))));
        app.await("a sentence in the map's place", () -> isShown("networkRace.refusal"));
        assertThat(((Label) app.find("networkRace.refusal")).getText()).startsWith("The paths of 1,");
        assertThat(lanes()).hasSize(4);
        app.press("S");
        app.await("a step", () -> said().contains("step 1,"));
    }

    @Test
    void aRegressionHasItsOwnFinish() throws Exception {
        open(Builtins.read("regression"));
        app.await("the start", () -> lanes().size() == 4);
        MenuButton finish = (MenuButton) app.find("networkRace.finish");
        assertThat(finish.getAccessibleText()).isEqualTo("Finish at loss 0.01");
        assertThat(finish.getItems()).extracting(MenuItem::getText).noneMatch(text -> text != null && text.contains("accuracy"));
    }

    @Test
    void aClosedWindowLeavesNoThreadsBehind() {
        open(quick());
        fast();
        app.await("the start", () -> lanes().size() == 4);
        app.press("Space");
        app.await("steps", () -> !said().contains("step 0,"));
        assertThat(threads()).isNotEmpty();
        app.close();
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!threads().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(threads()).isEmpty();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName)
                .filter(name -> name.startsWith("crescent-race")).toList();
    }

    @Test
    void everythingIsInTheKeyboardsReach() {
        open(quick());
        app.await("the start", () -> lanes().size() == 4);
        for (String id : List.of("networkRace.finish", "networkRace.start", "networkRace.restart", "networkRace.step",
                "networkRace.run", "networkRace.replay", "networkRace.speed", "networkRace.add", "networkRace.map",
                "networkRace.surface")) {
            Node node = app.find(id);
            if (!id.equals("networkRace.replay")) {
                assertThat(node.isFocusTraversable()).as(id).isTrue();
            }
            assertThat(Objects.requireNonNullElse(node.getAccessibleText(), "") + (node instanceof Labeled l ? l.getText() : ""))
                    .as(id).isNotBlank();
        }
    }
}
