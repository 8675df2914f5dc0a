package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.train.Command;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import dev.crescent.ui.hidden.HiddenView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The hidden space in the playground of a whole window, driven by the mouse and keys.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowHiddenTest {
    @TempDir
    private Path home = Path.of("");
    private WindowBench app;

    @AfterEach
    void close() {
        app.close();
    }

    private void open(Experiment experiment) {
        app = WindowBench.on(home, experiment);
        app.click("output.mode.hidden");
        app.await("a hidden space", () -> !said("hidden.place").isEmpty());
    }

    private String said(String id) {
        return ((Label) app.find(id)).getText();
    }

    private HiddenView view() {
        return (HiddenView) Objects.requireNonNull(app.scene().lookup(".hidden-view"));
    }

    private Region network() {
        return (Region) Objects.requireNonNull(app.scene().lookup(".network-view"));
    }

    private int[] picture() {
        Node picture = app.find("hidden.space");
        WritableImage shot = picture.snapshot(null, null);
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        int[] pixels = new int[width * height];
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private Snapshot train(long steps) {
        app.clickButton(Texts.get("top.run"));
        app.awaitSnapshot("some steps", s -> s.step() >= steps);
        app.clickButton(Texts.get("top.pause"));
        return app.awaitSnapshot("a rest", s -> !s.running());
    }

    @Test
    void theSwitchShowsTheLastHiddenLayerAndBackTheField() {
        app = WindowBench.on(home, Experiment.defaults());
        assertThat(threads()).as("nothing is computed that nobody sees").isEmpty();
        assertThat(RoomHands.isShown(view())).isFalse();
        assertThat(((ToggleButton) app.find("output.mode.output")).isSelected()).isTrue();
        assertThat(RoomHands.isShown(app.find("output.expand"))).as("the output has no use for more room").isFalse();
        app.click("output.mode.output");
        assertThat(((ToggleButton) app.find("output.mode.output")).isSelected()).as("still").isTrue();
        app.click("output.mode.hidden");
        app.await("a hidden space", () -> said("hidden.place").startsWith("Layer ") && said("hidden.place").contains("units, PCA holds "));
        assertThat(RoomHands.isShown(view())).isTrue();
        assertThat(RoomHands.isShown(app.picture())).isFalse();
        app.click("output.mode.output");
        FxExtension.pulse(app.scene());
        assertThat(RoomHands.isShown(view())).isFalse();
        assertThat(RoomHands.isShown(app.picture())).isTrue();
    }

    @Test
    void itFollowsTrainingAndComesToRestWithIt() {
        open(Experiment.defaults());
        int[] before = picture();
        String place = said("hidden.place");
        train(200);
        app.await("another picture", () -> !Arrays.equals(before, picture()) && !said("hidden.place").equals(place));
    }

    @Test
    void expandedItHasTheNetworksRoomUntilEscape() {
        open(Experiment.defaults());
        double narrow = view().getWidth();
        assertThat(RoomHands.isShown(network())).isTrue();
        app.click("output.expand");
        app.await("a wide view", () -> view().getWidth() > 2 * narrow);
        assertThat(RoomHands.isShown(network())).isFalse();
        app.press("Esc");
        app.await("a narrow view", () -> view().getWidth() == narrow);
        assertThat(RoomHands.isShown(network())).isTrue();
        app.click("output.expand");
        app.await("a wide view", () -> view().getWidth() > 2 * narrow);
        app.click("output.mode.output");
        app.await("the field in its own room", () -> RoomHands.isShown(network()) && RoomHands.isShown(app.picture()));
    }

    @Test
    void theLensAndTheWideViewGiveWayToEachOther() {
        open(Experiment.defaults());
        double narrow = view().getWidth();
        app.click("output.expand");
        app.await("a wide view", () -> view().getWidth() > 2 * narrow);
        app.press("L");
        app.await("the lens, and the network", () -> RoomHands.isShown(app.find("step.next")) && RoomHands.isShown(network()));
        app.click("output.expand");
        app.await("a wide view without the lens", () -> view().getWidth() > 2 * narrow && !RoomHands.isShown(app.find("step.next")));
    }

    @Test
    void aSampleThatIsPinnedHereIsPinnedEverywhere() {
        open(Experiment.defaults());
        view().goTo(0);
        FxExtension.pulse(app.scene());
        Node space = app.find("hidden.space");
        for (int x = 20; x < 300 && cards() == 0; x += 4) {
            for (int y = 60; y < 300 && cards() == 0; y += 7) {
                FxEvents.click(space, x, y);
            }
        }
        app.click("output.mode.output");
        app.await("the card of the pinned sample", () -> cards() == 1);
    }

    private long cards() {
        // Asked for the place: the card comes with the field's next answer.
        FxExtension.pulse(app.scene());
        return app.scene().getRoot().lookupAll(".label").stream().filter(node -> node instanceof Label label
                && label.getText().equals(Texts.get("pinned.title")) && label.getParent().isVisible()
                && label.getParent().getParent().isVisible()).count();
    }

    @Test
    void inThreeDimensionsADragTurnsIt() {
        open(Experiment.defaults());
        app.click("hidden.deep");
        app.await("three axes", () -> said("hidden.lines").endsWith(Texts.get("hidden.withinDeep")));
        int[] before = picture();
        FxEvents.drag(app.find("hidden.space"), MouseButton.PRIMARY, 100, 200, 160, 220);
        app.await("a turned space", () -> !Arrays.equals(before, picture()));
    }

    @Test
    void otherNetworksAndDataAreShownWithoutMuchAdo() throws Exception {
        open(Experiment.defaults());
        Model.Network network = (Model.Network) app.experiment().model();
        app.bench().change(app.experiment().withModel(new Model.Network(1, List.of(new Layer.Dense(3, Activation.RELU),
                new Layer.Dense(2, Activation.RELU), network.output()))), "", true);
        app.settle();
        app.await("another layer below the slider", () -> said("hidden.place").contains("of 3"));
        app.bench().open(Document.begun(Builtins.read("regression")));
        app.settle();
        view().goTo(0);
        app.await("its inputs", () -> said("hidden.place").startsWith("Input"));
        app.bench().open(Document.begun(RoomHands.few()));
        app.settle();
        app.await("images", () -> said("hidden.place").startsWith("Input \u00b7 784 features, PCA holds "));
        assertThat(app.line()).isEmpty();
        assertThat(app.failures).isEmpty();
    }

    @Test
    void aNetworkThatDivergedSpoilsNothing() {
        open(Experiment.defaults());
        float[] broken = app.latest().parameters().clone();
        broken[0] = Float.NaN;
        app.send(new Command.Load(broken));
        app.awaitSnapshot("no numbers", s -> Float.isNaN(s.parameters()[0]));
        app.await("no share of the variance", () -> said("hidden.place").contains("\u2013"));
        assertThat(app.failures).isEmpty();
    }

    @Test
    void everythingIsInTheKeyboardsReach() {
        open(Experiment.defaults());
        for (String id : List.of("output.mode.hidden", "output.expand", "hidden.space", "hidden.play", "hidden.slider",
                "hidden.flat", "hidden.deep")) {
            assertThat(app.find(id).isFocusTraversable()).as(id).isTrue();
        }
        app.find("hidden.space").requestFocus();
        double before = view().at();
        app.press("Left");
        app.await("the layer before", () -> Math.abs(view().at() - before + 1) < 1e-9);
        assertThat(view().at()).isCloseTo(before - 1, within(1e-9));
    }

    @Test
    void aClosedWindowLeavesNoThreadBehind() {
        open(Experiment.defaults());
        assertThat(threads()).hasSize(1);
        app.close();
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!threads().isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(threads()).isEmpty();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName)
                .filter("crescent-hidden"::equals).toList();
    }
}
