package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Source;
import dev.crescent.train.Snapshot;
import dev.crescent.train.Timeline;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.TimelineBar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The timeline of a whole window, driven by the mouse and keys.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowTimelineTest {
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

    private Playhead playhead() {
        return app.bench().playhead();
    }

    private Snapshot shown() {
        return Objects.requireNonNull(app.bench().shown());
    }

    /// Trains until some epochs are done, and pauses.
    private Snapshot train(double epochs) {
        app.clickButton(Texts.get("top.run"));
        app.awaitSnapshot("some epochs", s -> s.epoch() >= epochs && hasMomentsAllAlong());
        app.clickButton(Texts.get("top.pause"));
        Snapshot rest = app.awaitSnapshot("a rest", s -> !s.running());
        app.await("its last moment", () -> playhead().timeline().step(playhead().timeline().size() - 1) == rest.step());
        app.await("the bar knows", () -> isAllInBar(rest));
        return rest;
    }

    /// A busy machine draws so few frames that most of a run may lie between two moments; then it trains on.
    private boolean hasMomentsAllAlong() {
        Timeline timeline = playhead().timeline();
        long before = 0;
        long widest = 0;
        for (int i = 0; i < timeline.size(); i++) {
            widest = Math.max(widest, timeline.step(i) - before);
            before = timeline.step(i);
        }
        return widest <= before / 10;
    }

    private boolean isAllInBar(Snapshot end) {
        return said("timeline.last").equals("of " + Numbers.fixed(Math.floor(end.epoch()), 0));
    }

    /// Drags the knob from the end to a part of the run.
    private void scrub(double share) {
        FxExtension.pulse(app.scene());
        Node slider = app.find("timeline.slider");
        double width = slider.getLayoutBounds().getWidth();
        FxEvents.drag(slider, MouseButton.PRIMARY, width - 8, 20, 8 + share * (width - 16), 20);
    }

    private void key(KeyCode code) {
        FxEvents.press(app.find("timeline.slider"), code);
        FxExtension.pulse(app.scene());
    }

    private String said(String id) {
        return ((Label) app.find(id)).getText();
    }

    private boolean isLiveShown() {
        return app.find("timeline.live").isVisible() && !app.find("timeline.branch").isVisible();
    }

    private String runButton() {
        return ((Button) app.scene().lookup(".run-button")).getText();
    }

    private String curveValues() {
        return String.join(" ", Objects.requireNonNull(app.scene().lookup(".curves-view")).lookupAll(".value").stream()
                .filter(Label.class::isInstance).map(node -> ((Label) node).getText()).toList());
    }

    private String pinned() {
        return String.join(" ", app.scene().getRoot().lookupAll(".pinned-card .value").stream().filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText()).toList());
    }

    /// Whether the curves have a line at the moment that is shown; the second canvas has nothing else while the mouse is away.
    private boolean hasCursor() {
        List<Canvas> canvases = new ArrayList<>();
        Objects.requireNonNull(app.scene().lookup(".curves-view")).lookupAll("*").stream().filter(Canvas.class::isInstance)
                .forEach(node -> canvases.add((Canvas) node));
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        WritableImage image = canvases.get(1).snapshot(clear, null);
        for (int x = 0; x < image.getWidth(); x++) {
            if (image.getPixelReader().getColor(x, (int) image.getHeight() / 2).getOpacity() > 0) {
                return true;
            }
        }
        return false;
    }

    /// Points at the first weight that there is in the network's picture.
    private double pointAtAWeight() {
        Node picture = Objects.requireNonNull(app.scene().lookup(".network-picture"));
        Node tip = Objects.requireNonNull(app.scene().lookup(".value-tip"));
        for (double y = 20; y < 380 && !tip.isVisible(); y += 4) {
            FxEvents.move(picture, 128, y);
        }
        assertThat(tip.isVisible()).as("a weight under the mouse").isTrue();
        return weight();
    }

    private double weight() {
        Label value = (Label) Objects.requireNonNull(app.scene().lookup(".value-tip .value"));
        return Numbers.parse(value.getText()).orElseThrow();
    }

    @Test
    void scrubbingMovesEveryViewAndTheTrainerStaysWhereItIs() {
        Snapshot end = train(60);
        FxEvents.click(app.picture(), 150, 120);
        app.await("a pinned place", () -> !pinned().isEmpty());
        double weight = pointAtAWeight();
        int index = indexOf(end.parameters(), weight);
        String values = curveValues();
        assertThat(values).contains(Numbers.loss(end.train().loss()));
        assertThat(hasCursor()).isFalse();
        assertThat(isLiveShown()).isTrue();
        String pinned = settledPin();

        scrub(0.1);
        Snapshot then = shown();
        assertThat(then.epoch()).as("one that was kept near there").isPositive().isLessThan(end.epoch() / 2);
        app.await("the curves' values then", () -> curveValues().contains(Numbers.loss(then.train().loss())));
        app.await("the weight then", () -> Math.abs(weight() - then.parameters()[index]) < 6e-5);
        assertThat(weight()).isNotEqualTo(weight);
        app.await("what the network said at the pinned place", () -> !pinned().equals(pinned));
        app.await("a cursor on the curves", this::hasCursor);
        app.await("the epoch then in the top bar", () -> app.scene().getRoot().lookupAll(".counter").stream()
                .anyMatch(node -> ((Label) node).getText().equals(Numbers.fixed(Math.floor(then.epoch()), 0))));
        assertThat(app.find("timeline.branch").isVisible()).isTrue();
        assertThat(runButton()).isEqualTo("Run");
        assertThat(app.latest()).isSameAs(end);

        key(KeyCode.HOME);
        assertThat(shown().step()).isZero();
        key(KeyCode.RIGHT);
        assertThat(shown().step()).isEqualTo(playhead().timeline().step(1));
        key(KeyCode.LEFT);
        key(KeyCode.LEFT);
        assertThat(shown().step()).isZero();
        key(KeyCode.END);
        assertThat(shown()).isSameAs(end);
        app.await("all as it was", () -> curveValues().equals(values) && pinned().equals(pinned) && isLiveShown() && !hasCursor());
    }

    private static int indexOf(float[] parameters, double value) {
        for (int i = 0; i < parameters.length; i++) {
            if (Math.abs(parameters[i] - value) < 6e-5) {
                return i;
            }
        }
        throw new AssertionError("No parameter is " + value);
    }

    /// The pinned place's values once they are those of the newest moment, which rests.
    private String settledPin() {
        String[] before = {""};
        int[] same = {0};
        app.await("values that stay", () -> {
            same[0] = pinned().equals(before[0]) ? same[0] + 1 : 0;
            before[0] = pinned();
            return same[0] >= 30;
        });
        return before[0];
    }

    @Test
    void goingBackPausesAndRunGoesOnFromTheNewestMoment() {
        app.press("Space");
        app.awaitSnapshot("some epochs", s -> s.epoch() > 20);
        app.await("moments", this::hasMomentsAllAlong);
        scrub(0.3);
        Snapshot then = shown();
        Snapshot paused = app.awaitSnapshot("a pause", s -> !s.running());
        assertThat(then.step()).isLessThan(paused.step());
        assertThat(playhead().isLive()).isFalse();
        assertThat(shown().step()).isEqualTo(then.step());
        app.await("the button runs", () -> runButton().equals("Run"));

        app.press("Space");
        app.awaitSnapshot("training goes on where it was", s -> s.running() && s.step() > paused.step());
        assertThat(playhead().isLive()).isTrue();
        app.await("the pill", this::isLiveShown);
        assertThat(app.line()).as("nobody changed anything").isEmpty();
    }

    @Test
    void aBranchGoesOnFromThereAndUndoBringsBackWhatCameAfter() {
        Snapshot end = train(40);
        int moments = playhead().timeline().size();
        scrub(0.5);
        Snapshot then = shown();
        app.click("timeline.branch");
        Snapshot branch = app.awaitSnapshot("the moment is the newest", s -> s.step() == then.step());
        assertThat(branch.parameters()).isEqualTo(then.parameters());
        assertThat(branch.running()).isFalse();
        assertThat(branch.history().epoch(branch.history().size() - 1)).isEqualTo(then.epoch());
        app.await("the pill", this::isLiveShown);
        assertThat(app.line()).startsWith("The run stands at epoch ").endsWith("again. Change what you like, then press Run; Undo brings"
                + " back what came after.");
        app.await("the ghost of what came after", () -> ghosts() == 1);

        for (int i = 0; i < 3; i++) {
            long before = app.latest().step();
            app.press("Shift+S");
            app.awaitSnapshot("an epoch", s -> s.step() > before && !s.running());
        }
        Snapshot branched = app.latest();
        app.press("Ctrl+Z");
        app.awaitSnapshot("the end again", s -> s.step() == end.step());
        assertThat(app.latest().parameters()).isEqualTo(end.parameters());
        assertThat(app.latest().history().column(1)).hasSizeGreaterThanOrEqualTo(end.history().size() - 1);
        app.await("all moments", () -> playhead().timeline().size() == moments);
        app.await("no ghost", () -> ghosts() == 0);
        assertThat(playhead().isLive()).isTrue();

        app.press("Ctrl+Shift+Z");
        app.awaitSnapshot("the branch as far as it had come", s -> s.step() == branched.step());
        assertThat(app.latest().parameters()).isEqualTo(branched.parameters());
        app.await("its moments", () -> playhead().timeline().step(playhead().timeline().size() - 1) == branched.step());
    }

    private int ghosts() {
        return app.scene().getRoot().lookupAll(".button").stream().anyMatch(node -> node instanceof Button button && button.isVisible()
                && Texts.get("curves.unpinHint").equals(button.getAccessibleText())) ? 1 : 0;
    }

    @Test
    void settingsAreThoseOfTheMomentThatIsGoneOnFromAndChangesAreMarked() {
        train(20);
        var before = app.experiment();
        chooseRate("0.1");
        app.settle();
        train(40);
        app.await("the change on the bar", () -> app.latest().history().marks().size() == 1);
        scrub(0.2);
        app.click("timeline.branch");
        app.settle();
        assertThat(app.experiment()).isEqualTo(before);
        assertThat(app.latest().history().marks()).isEmpty();
        app.press("Ctrl+Z");
        app.settle();
        assertThat(app.experiment().training().optimizer().learningRate()).isEqualTo(0.1);
    }

    private void chooseRate(String rate) {
        MenuButton menu = app.scene().getRoot().lookupAll(".setting").stream().filter(MenuButton.class::isInstance).map(MenuButton.class::cast)
                .filter(button -> String.valueOf(button.getAccessibleText()).startsWith("Learning rate")).findFirst().orElseThrow();
        menu.getItems().stream().filter(item -> rate.equals(item.getText())).findFirst().orElseThrow().fire();
    }

    @Test
    void changesAreMadeAtTheNewestMomentAndTheUserIsTold() {
        Snapshot end = train(20);
        scrub(0.3);
        chooseRate("0.1");
        app.settle();
        assertThat(playhead().isLive()).isTrue();
        assertThat(app.latest().step()).isEqualTo(end.step());
        assertThat(app.latest().parameters()).isEqualTo(end.parameters());
        app.await("a sentence", () -> app.line().equals(Texts.get("timeline.back")));

        scrub(0.3);
        app.press("Ctrl+Z");
        app.settle();
        assertThat(playhead().isLive()).isTrue();
        scrub(0.3);
        app.press("S");
        app.awaitSnapshot("a step from the end", s -> s.step() == end.step() + 1);
        assertThat(playhead().isLive()).isTrue();
        scrub(0.3);
        app.press("R");
        app.awaitSnapshot("the start", s -> s.step() == 0);
        app.await("a timeline of its own", () -> playhead().timeline().size() == 1 && playhead().isLive());
    }

    @Test
    void aMomentOfAnotherActivationIsDrawnWithItAndNotEdited() {
        train(20);
        Experiment now = app.experiment();
        Model.Network network = (Model.Network) now.model();
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.set(0, ((Layer.Dense) layers.getFirst()).withActivation(Activation.RELU));
        app.bench().change(now.withModel(new Model.Network(network.seed(), layers)), "ReLU", true);
        app.settle();
        train(40);
        assertThat(cards()).contains("relu");
        scrub(0.1);
        app.await("the card of then", () -> !cards().contains("relu"));
        Snapshot then = shown();
        assertThat(app.bench().has(then)).isTrue();
        assertThat(app.bench().has(app.latest())).isFalse();

        Node plus = app.scene().getRoot().lookupAll(".count-button").stream().filter(node -> RoomHands.isShown(node)
                && Texts.get("network.moreUnits").equals(node.getAccessibleText())).findFirst().orElseThrow();
        FxEvents.click(plus, 5, 5);
        assertThat(app.experiment().model()).as("nothing was changed").isEqualTo(new Model.Network(network.seed(), layers));
        app.await("the card of now", () -> cards().contains("relu"));
        assertThat(playhead().isLive()).isTrue();
        app.await("a sentence where the user looks", () -> cards().contains(Texts.get("timeline.otherNetwork")));
    }

    private String cards() {
        return String.join(" ", Objects.requireNonNull(app.scene().lookup(".network-view")).lookupAll(".label").stream()
                .map(node -> ((Label) node).getText()).toList());
    }

    @Test
    void theRunIsPlayedToItsEnd() {
        train(20);
        ((MenuButton) app.find("timeline.speed")).getItems().getLast().fire();
        app.click("timeline.play");
        assertThat(shown().step()).isZero();
        List<Long> seen = new ArrayList<>();
        app.await("the end", () -> {
            if (!playhead().isLive()) {
                seen.add(shown().step());
            }
            return playhead().isLive();
        });
        assertThat(seen).as("how far is told by the clock, see below").isSorted().isNotEmpty();
        app.await("the button plays again", () -> Texts.get("timeline.play").equals(
                ((Button) app.find("timeline.play")).getAccessibleText()));
        assertThat(app.latest().running()).isFalse();
    }

    @Test
    void playbackFollowsTheClock() {
        Snapshot end = train(40);
        TimelinePresenter player = new TimelinePresenter(app.bench(), new RunActions(app.bench()), new TimelineBar(),
                new FilmActions(app.bench(), new FileDialogs(app.stage, app.preferences), text -> { }, text -> { }, new Failures()),
                text -> { });
        player.playPressed();
        player.play(seconds(100));
        assertThat(shown().step()).isZero();
        player.play(seconds(105));
        assertThat(shown().step()).isEqualTo(stepAt(0.5 * end.epoch()));
        player.speedChosen(2);
        player.play(seconds(107));
        assertThat(shown().step()).isEqualTo(stepAt(0.9 * end.epoch()));
        player.playPressed();
        player.play(seconds(200));
        assertThat(shown().step()).as("stopped").isEqualTo(stepAt(0.9 * end.epoch()));
        player.playPressed();
        player.play(seconds(300));
        player.play(seconds(310)); // longer than the whole run takes: on a busy machine it has few moments, and the last before may be far
        assertThat(playhead().isLive()).isTrue();
        assertThat(shown()).isSameAs(end);
    }

    private static long seconds(long count) {
        return count * 1_000_000_000L;
    }

    private long stepAt(double epoch) {
        return playhead().timeline().step(playhead().timeline().upTo(epoch));
    }

    @Test
    void theTimelineIsWhereTheRunIsShown() {
        assertThat(app.find("timeline").isVisible()).isTrue();
        train(20);
        scrub(0.3);
        app.click("rail.descent");
        FxExtension.pulse(app.scene());
        assertThat(app.find("timeline").isVisible()).isTrue();
        assertThat(playhead().isLive()).as("the moment stays").isFalse();
        app.click("descent.part.1");
        app.await("functions have none", () -> !app.find("timeline").isVisible());
        app.click("descent.part.0");
        app.await("the network has", () -> app.find("timeline").isVisible());
        app.click("rail.digits");
        app.await("digits have none", () -> !app.find("timeline").isVisible());
        assertThat(playhead().isLive()).isTrue();
    }

    @Test
    void theBallRollsBackOnItsLandscape() {
        Snapshot end = train(60);
        app.click("rail.descent");
        app.await("a landscape", () -> isLoss(end));
        scrub(0.05);
        Snapshot then = shown();
        app.await("the loss of then", () -> isLoss(then));
        String held = said("trust.held");
        // The start of a run may lie some way off the plane, but the end's loss is a hundredth of it.
        app.await("the loss drawn there", () -> Math.abs(Math.log(number("trust.drawn") / then.train().loss())) < Math.log(3));
        assertThat(end.train().loss()).isLessThan(then.train().loss() / 9);
        key(KeyCode.END);
        app.await("the loss of now", () -> isLoss(end));
        assertThat(said("trust.held")).as("the plane of the whole path").isEqualTo(held);
    }

    private boolean isLoss(Snapshot of) {
        return app.scene().getRoot().lookupAll("*").stream().anyMatch(node -> "trust.actual".equals(node.getId())
                && ((Label) node).getText().equals(Numbers.loss(of.train().loss())));
    }

    private double number(String id) {
        return Numbers.parse(said(id)).orElse(Double.NaN);
    }

    @Test
    void aRunThatWaitedInAnotherRoomHasItsMomentsBack() {
        Snapshot end = train(20);
        app.await("its last moment", () -> playhead().timeline().step(playhead().timeline().size() - 1) == end.step());
        int moments = playhead().timeline().size();
        app.click("rail.digits");
        app.await("the digits", () -> app.experiment().data().source() instanceof Source.Digits
                || app.experiment().data().source() instanceof Source.Images);
        app.settle();
        app.click("rail.playground");
        app.settle();
        app.awaitSnapshot("where it was", s -> s.step() == end.step() && s.experiment().equals(end.experiment()));
        app.await("its moments", () -> playhead().timeline().size() == moments);
        app.await("the bar knows", () -> isAllInBar(end));
        scrub(0.5);
        assertThat(shown().step()).isBetween(1L, end.step() - 1);
        assertThat(shown().run()).isEqualTo(app.latest().run());
    }
}
