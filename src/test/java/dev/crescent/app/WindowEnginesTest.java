package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.EngineOverCpu;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.UnavailableException;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Device;
import dev.crescent.train.Engines;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import dev.crescent.ui.picture.Look;
import dev.crescent.ui.picture.PictureForm;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.theme.Theme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The chooser of engines and their race in a whole window.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowEnginesTest {
    private static final String NO_GPU = "No GPU was found in this test";

    @TempDir
    private Path home = Path.of("");
    private final Other nd4j = new Other("nd4j");
    private final Other cuda = new Other("cuda");
    private WindowBench app;

    /// The default engine under another name, which may be missing, and tells what it is while its gate has permits.
    private static final class Other extends EngineOverCpu {
        private final AtomicInteger asked = new AtomicInteger();
        private final Semaphore gate = new Semaphore(Integer.MAX_VALUE);
        private volatile String missing = "";

        Other(String id) {
            super(id);
        }

        @Override
        public String machine() throws UnavailableException {
            asked.incrementAndGet();
            gate.acquireUninterruptibly();
            if (!missing.isEmpty()) {
                throw new UnavailableException(missing);
            }
            return "a stand-in";
        }

        @Override
        public void prepare(Preparation watcher) throws UnavailableException {
            if (!missing.isEmpty()) {
                throw new UnavailableException(missing);
            }
        }
    }

    @BeforeEach
    void open() {
        cuda.missing = NO_GPU;
        app = new WindowBench(home, new Engines(List.of(new CpuEngine(1), nd4j, cuda)));
    }

    @AfterEach
    void close() {
        nd4j.gate.release(Integer.MAX_VALUE - nd4j.gate.availablePermits());
        app.close();
    }

    private MenuButton chooser() {
        return (MenuButton) app.find("settings.engine");
    }

    private MenuItem item(String id) {
        return chooser().getItems().stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
    }

    private static String about(MenuItem item) {
        return ((Label) ((Parent) item.getGraphic()).getChildrenUnmodifiable().getLast()).getText();
    }

    private boolean isShown() {
        return app.scene().lookup(".engines-view") != null;
    }

    private String text(String id) {
        return ((Label) app.find(id)).getText();
    }

    private void race() {
        item("engine.race").fire();
        FxExtension.pulse(app.scene());
        assertThat(isShown()).isTrue();
    }

    @Test
    void theChooserSaysWhatEngineRunsOnWhatOrWhyItCannot() {
        assertThat(nd4j.asked).as("nobody wants to know at the start").hasValue(0);
        chooser().show();
        app.await("all have answered", () -> item("engine.cuda").isDisable());
        assertThat(about(item("engine.cuda"))).isEqualTo(NO_GPU);
        assertThat(about(item("engine.nd4j"))).isEqualTo("a stand-in");
        assertThat(about(item("engine.cpu"))).matches("\\d+ threads?, vectors of \\d+ bits");
        assertThat(item("engine.nd4j").isDisable()).isFalse();
        assertThat(about(item("engine.auto"))).isEqualTo("Crescent chooses");
        chooser().hide();
        item("engine.nd4j").fire();
        assertThat(app.experiment().device()).isEqualTo(Device.ND4J);
    }

    /// An engine that takes its time keeps nobody waiting.
    @Test
    void theWindowGoesOnWhileAnEngineThinks() {
        nd4j.gate.drainPermits();
        chooser().show();
        app.await("it is asked", () -> nd4j.asked.get() == 1);
        FxExtension.pulse(app.scene());
        assertThat(about(item("engine.nd4j"))).isEqualTo(Texts.get("engines.asking"));
        assertThat(item("engine.nd4j").isDisable()).isFalse();
        nd4j.gate.release(100);
        app.await("it has answered", () -> about(item("engine.nd4j")).equals("a stand-in"));
    }

    /// A file for somebody who has a GPU is not changed where there is none.
    @Test
    void whatCannotWorkHereStaysChosenAndTheCpuTrains() {
        app.bench().change(app.experiment().withDevice(Device.CUDA), "", true);
        app.await("the reason", () -> app.line().equals(NO_GPU + "; use the device cpu. Training goes on with it."));
        app.press("S");
        app.awaitSnapshot("a step", s -> s.step() == 1);
        assertThat(app.experiment().device()).isEqualTo(Device.CUDA);
        assertThat(app.latest().experiment()).isEqualTo(app.experiment());
    }

    /// A GPU that was reserved may be free the next time.
    @Test
    void whatDidNotWorkIsAskedAgain() {
        chooser().show();
        app.await("all have answered", () -> item("engine.cuda").isDisable());
        chooser().hide();
        cuda.missing = "";
        chooser().show();
        app.await("it works now", () -> !item("engine.cuda").isDisable());
        assertThat(about(item("engine.cuda"))).isEqualTo("a stand-in");
        chooser().hide();
    }

    @Test
    void theEnginesRaceWhileTrainingWaits() {
        app.press("Space");
        app.awaitSnapshot("it trains", s -> s.running() && s.step() > 0);
        race();
        app.awaitSnapshot("it waits", s -> !s.running());
        assertThat(app.line()).isEqualTo(Texts.get("window.trainingWaits"));
        long step = app.latest().step();
        app.await("both are measured", () -> !text("engines.rate.nd4j").isEmpty() && !text("engines.verdict").isEmpty());
        assertThat(text("engines.words.cuda")).isEqualTo(NO_GPU + ".");
        assertThat(text("engines.verdict")).matches("(CPU|ND4J) (is [\\d.]+ times as fast as|and) (CPU|ND4J) .*on this experiment\\.");
        assertThat(app.latest().step()).as("nothing of the run is lost, and nothing is added").isEqualTo(step);
        app.press("Esc");
        FxExtension.pulse(app.scene());
        assertThat(isShown()).isFalse();
        app.awaitSnapshot("it goes on where it was", s -> s.running() && s.step() > step && s.run() == 1);
    }

    @Test
    void spaceStopsTheRaceAndBeginsAnew() {
        race();
        Button run = (Button) app.find("engines.run");
        assertThat(run.getText()).isEqualTo("Stop");
        app.press("Space");
        assertThat(run.getText()).isEqualTo("Race");
        app.press("Space");
        assertThat(run.getText()).isEqualTo("Stop");
        app.await("it goes on", () -> !text("engines.verdict").isEmpty());
        assertThat(app.latest().step()).as("not training").isZero();
    }

    @Test
    void theCloseButtonAndTheRailLeaveIt() {
        race();
        app.click("engines.close");
        FxExtension.pulse(app.scene());
        assertThat(isShown()).isFalse();
        race();
        app.click("rail.playground");
        FxExtension.pulse(app.scene());
        assertThat(isShown()).isFalse();
        assertThat(app.latest().running()).as("it did not train before").isFalse();
        race();
        app.click("rail.descent");
        FxExtension.pulse(app.scene());
        assertThat(isShown()).isFalse();
        assertThat(app.scene().lookup(".descent-room")).isNotNull();
    }

    @Test
    void whileTheyRaceTheRailHasNoPanelsToFold() {
        Node fold = app.scene().lookup(".fold-button");
        assertThat(fold.isVisible()).isTrue();
        race();
        assertThat(fold.isVisible()).isFalse();
        app.click("engines.close");
        assertThat(fold.isVisible()).isTrue();
    }

    @Test
    void anotherExperimentOnTheBenchEndsIt() {
        app.bench().change(app.experiment().withDevice(Device.CPU), "", true);
        app.settle();
        race();
        app.press("Ctrl+Z");
        FxExtension.pulse(app.scene());
        assertThat(app.experiment().device()).isEqualTo(Device.AUTO);
        assertThat(isShown()).isFalse();
    }

    @Test
    void speedsBySizeComeInUntilSomebodyStopsThem() {
        race();
        app.click("engines.measure");
        assertThat(((Button) app.find("engines.measure")).getText()).isEqualTo("Stop");
        assertThat(((Button) app.find("engines.run")).getText()).as("the race is over").isEqualTo("Race");
        app.await("the first sizes", () -> !text("engines.missing").isEmpty());
        app.click("engines.measure");
        assertThat(((Button) app.find("engines.measure")).getText()).isEqualTo("Measure");
        FxExtension.pulse(app.scene());
        assertThat(text("engines.width.words")).as("no verdict on what is not complete").isEmpty();
        assertThat(text("engines.missing")).isEqualTo("CUDA is missing: " + NO_GPU + ".");
    }

    @Test
    void whatIsMeasuredCanBeTakenAsPictures() throws Exception {
        race();
        assertThat(pictures()).as("nothing is measured yet").isEmpty();
        app.await("both are measured", () -> !text("engines.rate.nd4j").isEmpty() && !text("engines.verdict").isEmpty());
        assertThat(texts("engine-race")).contains("Race the engines", "CPU", "ND4J", NO_GPU + ".");
        app.click("engines.measure");
        app.await("the first sizes", () -> pictures().stream().map(ShownView::id).toList()
                .equals(List.of("engine-race", "engine-sizes")));
        app.click("engines.measure");
        assertThat(texts("engine-sizes")).contains("Where the lead changes", "By width", "By mini-batch", "units a layer")
                .doesNotContain("Measure", "Stop");
        app.press("Esc");
        assertThat(pictures()).as("they are not shown any more").isEmpty();
    }

    private List<ShownView> pictures() {
        return app.window.views().pictures();
    }

    /// All texts of a picture of the room.
    private List<String> texts(String id) throws IOException {
        ShownView view = pictures().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        PictureForm form = new PictureForm(1600, 1200, Look.DARK, false, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        view.sheet(form).write(form, out);
        return Pattern.compile("<text[^>]*>([^<]*)</text>").matcher(out.toString(StandardCharsets.UTF_8)).results()
                .map(found -> found.group(1)).toList();
    }

    @Test
    void otherKeysOfTrainingDoNothingThere() {
        race();
        app.press("S");
        app.press("R");
        FxExtension.pulse(app.scene());
        assertThat(app.latest().step()).isZero();
        assertThat(isShown()).isTrue();
        Node view = app.scene().lookup(".engines-view");
        app.press("T");
        FxExtension.pulse(app.scene());
        assertThat(Appearance.theme(app.preferences)).isEqualTo(Theme.DARK);
        assertThat(view).isNotNull();
        Snapshot latest = app.latest();
        assertThat(latest.running()).isFalse();
    }
}
