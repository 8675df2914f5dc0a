package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Model;
import dev.crescent.train.Command;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.landscape.MapView;
import dev.crescent.ui.landscape.TrustPanel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The loss landscape in the descent room of a whole window, driven by the mouse and keys.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowDescentTest {
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
        FxExtension.pulse(app.scene());
    }

    private static Experiment example(String id) throws Exception {
        return Builtins.read(id);
    }

    private String said(String id) {
        return ((Label) app.find(id)).getText();
    }

    private boolean isShown(String id) {
        return RoomHands.isShown(app.find(id));
    }

    /// A number of the panel.
    private double number(String id) {
        return Numbers.parse(said(id).replace("%", "").strip()).orElse(Double.NaN);
    }

    private boolean hasPicture() {
        Node picture = Objects.requireNonNull(app.scene().lookup(".map-picture"));
        return RoomHands.isShown(picture) && RoomHands.isShown(app.find("trust.measured"));
    }

    private boolean isWhole() {
        return hasPicture() && said("trust.measured").contains("51\u00a0\u00d7\u00a051 points");
    }

    private void choose(String menu, String item) {
        MenuButton button = (MenuButton) app.find(menu);
        button.show();
        MenuItem found = button.getItems().stream().filter(i -> item.equals(i.getText())).findFirst()
                .orElseThrow(() -> new AssertionError(menu + " has no " + item));
        button.hide();
        found.fire();
        FxExtension.pulse(app.scene());
    }

    /// Trains until some steps are done, and pauses.
    private Snapshot train(long steps) {
        app.clickButton(Texts.get("top.run"));
        app.awaitSnapshot("some steps", s -> s.step() >= steps);
        app.clickButton(Texts.get("top.pause"));
        return app.awaitSnapshot("a rest", s -> !s.running());
    }

    private double loss(Snapshot snapshot, boolean test) throws Exception {
        CpuEngine engine = new CpuEngine(1);
        Problem problem = Run.check(snapshot.experiment(), snapshot.dataset(), new Engines(List.of(engine)));
        try (Session session = engine.open(problem)) {
            session.load(snapshot.parameters(), OptimizerState.START);
            return session.evaluate(test ? problem.test() : problem.train()).loss();
        }
    }

    private void awaitTrueLoss(Snapshot snapshot, boolean test) throws Exception {
        String expected = Numbers.loss(loss(snapshot, test));
        app.await("the true loss, " + expected, () -> isWhole() && said("trust.actual").equals(expected));
    }

    @Test
    void trainingDrawsAPathAndTheLossBelowItsBallIsTheTrueOne() throws Exception {
        open(Experiment.defaults());
        assertThat(app.scene().lookup(".descent-room")).isNotNull();
        assertThat(hasPicture()).isFalse();
        assertThat(shownTexts()).contains(Texts.get("landscape.empty"));

        Snapshot rest = train(200);
        awaitTrueLoss(rest, false);
        app.await("the ball on the plane", () -> number("trust.ball") < 0.05);
        double actual = loss(rest, false);
        app.await("the move to the plane has ended", () -> Math.abs(number("trust.drawn") - actual) < 0.1 * actual);
        assertThat(number("trust.across") + number("trust.up")).isCloseTo(number("trust.held"), within(0.11))
                .isBetween(50.0, 100.1);
        assertThat(said("trust.measured")).contains("250 training samples");
        assertThat(shownTexts()).doesNotContain(Texts.get("landscape.empty"));
        assertThat(app.line()).isEmpty();
    }

    private List<String> shownTexts() {
        return app.scene().getRoot().lookupAll(".label").stream().filter(RoomHands::isShown).map(node -> ((Label) node).getText()).toList();
    }

    @Test
    void theLandscapeGrowsWhileItTrains() {
        open(Experiment.defaults());
        app.clickButton(Texts.get("top.run"));
        app.await("a landscape in training", () -> hasPicture() && app.latest().running());
        String before = said("trust.actual");
        app.await("the ball moves on", () -> !said("trust.actual").equals(before));
        assertThat(app.latest().running()).isTrue();
    }

    @Test
    void aPathBeganBeforeTheRoomWasEntered() {
        app = WindowBench.on(home, Experiment.defaults());
        train(300);
        app.click("rail.descent");
        app.await("the landscape of what was trained elsewhere", this::isWhole);
        assertThat(number("trust.held")).isGreaterThan(50);
    }

    @Test
    void randomDirectionsAndTwoWeightsNeedNoPath() throws Exception {
        open(Experiment.defaults());
        choose("descent.plane", Texts.get("descent.plane.1"));
        awaitTrueLoss(app.latest(), false);
        assertThat(isShown("descent.anew")).isTrue();
        assertThat(number("trust.drawn")).isCloseTo(number("trust.actual"), within(0.02));
        MapView map = (MapView) app.find("descent.map");
        app.await("the move has ended", () -> map.drawn(0) > 0);
        String corner = corner();
        app.click("descent.anew");
        app.await("other directions", () -> isWhole() && !corner().equals(corner));

        choose("descent.plane", Texts.get("descent.plane.2"));
        assertThat(isShown("descent.anew")).isFalse();
        assertThat(isShown("descent.across")).isTrue();
        choose("descent.across", "layer 1, unit 1, input 1");
        choose("descent.up", "layer 1, unit 2, bias");
        app.await("two weights", () -> isWhole() && ((TrustPanel) app.find("descent.trust")).text()
                .startsWith("layer 1, unit 1, input 1 0.0\u00a0%\nlayer 1, unit 2, bias "));
        assertThat(shownTexts()).contains(Texts.get("descent.axes"));
        awaitTrueLoss(app.latest(), false);
        assertThat(((MenuButton) app.find("descent.up")).getItems()).extracting(MenuItem::getText)
                .as("not the one that runs across").doesNotContain("layer 1, unit 1, input 1").contains("layer 1, unit 1, input 2");
    }

    /// What the map says of its upper left corner.
    private String corner() {
        Node picture = Objects.requireNonNull(app.scene().lookup(".map-picture"));
        FxEvents.move(picture, 3, 3);
        FxExtension.pulse(app.scene());
        String text = shownTexts().stream().filter(t -> t.startsWith("loss ")).findFirst().orElse("");
        FxEvents.exit(picture);
        return text;
    }

    @Test
    void theWeightThatMovedMostIsShownFirst() throws Exception {
        open(Experiment.defaults());
        float[] start = app.latest().parameters();
        Snapshot rest = train(200);
        float[] end = rest.parameters();
        awaitTrueLoss(rest, false);
        choose("descent.plane", Texts.get("descent.plane.2"));
        app.await("two weights", () -> isWhole() && shownTexts().contains(Texts.get("descent.axes")));
        ParameterLayout layout = ParameterLayout.of((Model.Network) app.experiment().model(), app.latest().dataset().inputShape());
        int most = ParameterNames.moved(layout, start, end).getFirst();
        assertThat(((TrustPanel) app.find("descent.trust")).text()).contains(ParameterNames.of(layout, most));
    }

    @Test
    void theTestLossHasALandscapeOfItsOwn() throws Exception {
        open(Experiment.defaults());
        Snapshot rest = train(200);
        awaitTrueLoss(rest, false);
        choose("descent.loss", Texts.get("descent.loss.TEST"));
        awaitTrueLoss(rest, true);
        assertThat(said("trust.measured")).contains("test samples");

        app.bench().change(app.experiment().withData(app.experiment().data().withTestFraction(0)), "", true);
        app.settle();
        app.await("a sentence", () -> isShown("descent.refusal"));
        assertThat(said("descent.refusal")).isEqualTo(Texts.get("descent.noTest"));
        assertThat(hasPicture()).isFalse();
        choose("descent.loss", Texts.get("descent.loss.TRAINING"));
        app.await("a landscape again", this::isWhole);
        assertThat(isShown("descent.refusal")).isFalse();
    }

    @Test
    void aLargerBatchShrinksTheCloudOfGradients() {
        open(Experiment.defaults());
        train(100);
        app.await("a landscape", this::isWhole);
        assertThat(isShown("trust.spread")).isFalse();
        Node thumb = Objects.requireNonNull(app.find("descent.gradients").lookup(".thumb-area"));
        FxEvents.click(thumb, 5, 5);
        app.await("gradients", () -> isShown("trust.spread") && number("trust.spread") > 0);
        assertThat(shownTexts()).contains(Texts.get("trust.gradients", 10));
        double of10 = number("trust.spread");
        app.bench().change(app.experiment().withTraining(app.experiment().training().withBatchSize(100)), "", true);
        app.settle();
        app.await("those of larger batches", () -> shownTexts().contains(Texts.get("trust.gradients", 100)));
        assertThat(number("trust.spread")).isLessThan(0.6 * of10);
    }

    @Test
    void aResetBeginsANewPathAndAnotherNetworkToo() throws Exception {
        open(Experiment.defaults());
        train(100);
        app.await("a landscape", this::isWhole);
        app.press("R");
        app.await("no path", () -> app.latest().step() == 0 && !hasPicture());
        train(50);
        app.await("the new path's", this::isWhole);

        Model.Network network = (Model.Network) app.experiment().model();
        app.bench().change(app.experiment().withModel(new Model.Network(network.seed(), List.of(
                new Layer.Dense(3, Activation.RELU), network.output()))), "", true);
        app.settle();
        train(50);
        app.await("the small network's", () -> isWhole() && said("trust.measured").contains("2 of " + parameters() + " directions"));
        assertThat(app.line()).isEmpty();
    }

    private int parameters() {
        return app.latest().parameters().length;
    }

    @Test
    void otherRoomsComeAndGo() throws Exception {
        open(Experiment.defaults());
        Snapshot rest = train(100);
        awaitTrueLoss(rest, false);
        app.click("rail.playground");
        assertThat(app.scene().lookup(".descent-room")).isNull();
        Snapshot on = train(rest.step() + 100);
        app.click("rail.descent");
        awaitTrueLoss(on, false);
        app.click("descent.part.2");
        FxExtension.pulse(app.scene());
        app.click("descent.part.0");
        awaitTrueLoss(on, false);
    }

    @Test
    void regressionClassesAndImagesHaveLandscapes() throws Exception {
        open(example("regression"));
        Snapshot plane = train(60);
        awaitTrueLoss(plane, false);
        for (Experiment next : List.of(example("crescents-ring"), RoomHands.few())) {
            app.bench().open(Document.begun(next));
            app.settle();
            Snapshot rest = train(20);
            app.await("its landscape", () -> hasPicture()
                    && said("trust.measured").contains("2 of " + String.format(Locale.ROOT, "%,d", size(rest)) + " directions"));
        }
        assertThat(app.line()).isEmpty();
    }

    private static int size(Snapshot of) {
        return ParameterLayout.of((Model.Network) of.experiment().model(), of.dataset().inputShape()).size();
    }

    @Test
    void whatIsTooLargeIsRefusedInOneSentence() throws Exception {
        Experiment few = RoomHands.few();
        Model.Network network = (Model.Network) few.model();
        open(few.withModel(new Model.Network(1, List.of(new Layer.Dense(6000, Activation.RELU), network.output()))));
        app.await("a sentence", () -> isShown("descent.refusal"));
        assertThat(said("descent.refusal")).startsWith("A landscape of 4,");
        assertThat(hasPicture()).isFalse();
    }

    @Test
    void aNetworkThatDivergedShowsWhatThereIs() throws Exception {
        open(Experiment.defaults());
        train(100);
        app.await("a landscape", this::isWhole);
        float[] broken = app.latest().parameters().clone();
        broken[0] = Float.NaN;
        app.send(new Command.Load(broken));
        app.awaitSnapshot("no numbers", s -> Float.isNaN(s.parameters()[0]));
        app.await("no loss", () -> said("trust.actual").equals("\u221e") || said("trust.actual").equals("\u2013"));
        assertThat(hasPicture()).isTrue();
        assertThat(app.failures).isEmpty();
    }

    @Test
    void everythingIsInTheKeyboardsReach() {
        open(Experiment.defaults());
        train(50);
        app.await("a landscape", this::isWhole);
        for (String id : List.of("descent.plane", "descent.loss", "descent.gradients", "descent.map", "descent.surface")) {
            Node node = app.find(id);
            assertThat(node.isFocusTraversable()).as(id).isTrue();
            assertThat(node.getAccessibleText()).as(id).isNotBlank();
        }
    }

    @Test
    void aClosedWindowLeavesNoThreadsBehind() {
        open(Experiment.defaults());
        train(100);
        app.await("a landscape", this::isWhole);
        assertThat(threads()).isNotEmpty();
        app.close();
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!threads().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(threads()).isEmpty();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName)
                .filter(name -> name.startsWith("crescent-landscape")).toList();
    }
}
