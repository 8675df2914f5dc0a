package dev.crescent.ui.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.insight.engines.EngineLane;
import dev.crescent.insight.engines.EngineLane.State;
import dev.crescent.insight.engines.RaceFinding;
import dev.crescent.insight.engines.Size;
import dev.crescent.insight.engines.SizeChart;
import dev.crescent.insight.engines.SizeFinding;
import dev.crescent.insight.engines.SpeedCurve;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class EnginesViewTest {
    private final List<String> heard = new ArrayList<>();
    private EnginesView view;
    private Stage stage;

    @BeforeEach
    void open() {
        view = new EnginesView();
        view.setListener(new EnginesView.Listener() {
            @Override
            public void racePressed() {
                heard.add("race");
            }

            @Override
            public void measurePressed() {
                heard.add("measure");
            }

            @Override
            public void closePressed() {
                heard.add("close");
            }
        });
        stage = FxEvents.stage(new VBox(new HBox(view.transport().toArray(Node[]::new)), view), 1200, 760);
    }

    @AfterEach
    void close() {
        stage.hide();
    }

    private Node find(String id) {
        return stage.getScene().getRoot().lookupAll("*").stream().filter(node -> id.equals(node.getId())).findFirst().orElseThrow();
    }

    private String text(String id) {
        return ((Label) find(id)).getText();
    }

    private String said(String engine) {
        return String.valueOf(find("engines.lane." + engine).getAccessibleText());
    }

    private static EngineLane lane(String id, State state, String words, double rate) {
        return new EngineLane(id, state, words, rate, rate / 2, rate * 1.5, rate, 12.34, 0.0421);
    }

    private void race(EngineLane... lanes) {
        view.showRunning(true, false);
        view.showRace(new RaceFinding(List.of(lanes), 7, 20));
        FxExtension.pulse(stage.getScene());
    }

    /// The bar's length and the needle's place, in pixels from the bar's left end.
    private double[] bar(String engine) {
        List<Node> parts = ((SpeedBar) find("engines.lane." + engine).lookupAll("*").stream()
                .filter(SpeedBar.class::isInstance).findFirst().orElseThrow()).getChildrenUnmodifiable();
        return new double[] {parts.get(0).getLayoutBounds().getWidth(), parts.get(1).getLayoutBounds().getWidth(),
            parts.get(2).getLayoutX()};
    }

    @Test
    void aLaneSaysHowFastItIsAndHowManyTimesTheSlowest() {
        race(lane("cpu", State.RACING, "2 threads", 1_840_000), lane("nd4j", State.RACING, "1 thread", 92_000));
        assertThat(text("engines.rate.cpu")).isEqualTo("1.84 M");
        assertThat(said("cpu")).isEqualTo("CPU, 1.84 M samples/s, 20\u00d7 as fast as ND4J, loss 0.0421, epoch 12");
        assertThat(said("nd4j")).isEqualTo("ND4J, 92.0 k samples/s, 1\u00d7 the slowest, loss 0.0421, epoch 12");
        assertThat(text("engines.verdict")).isEqualTo("CPU is 20 times as fast as ND4J on this experiment.");
        double[] fast = bar("cpu");
        double[] slow = bar("nd4j");
        assertThat(fast[1]).isEqualTo(fast[0]);
        assertThat(slow[1]).isCloseTo(slow[0] / 20, within(1.0));
        assertThat(slow[2]).as("the needle stands at the last round").isCloseTo(slow[0] / 20, within(1.5));
    }

    @Test
    void whoIsOutSaysWhyWhereEverybodyLooks() {
        race(lane("cpu", State.DONE, "2 threads", 1000), lane("cuda", State.OUT, "No NVIDIA driver is installed", 0));
        assertThat(text("engines.words.cuda")).isEqualTo("No NVIDIA driver is installed.");
        assertThat(find("engines.words.cuda").isVisible()).isTrue();
        assertThat(find("engines.rate.cuda").getParent().isVisible()).isFalse();
        assertThat(text("engines.verdict")).isEqualTo("Only CPU can train this experiment here.");
        assertThat(said("cpu")).as("alone it is not the slowest").isEqualTo("CPU, 1,000 samples/s, loss 0.0421, epoch 12");
        assertThat(find("engines.ratio.cpu").getParent().isVisible()).isFalse();
        race(lane("cuda", State.OUT, "It is not there.", 0));
        assertThat(text("engines.verdict")).isEqualTo("No engine came through; beside each stands why.");
        assertThat(text("engines.words.cuda")).as("one full stop").isEqualTo("It is not there.");
    }

    @Test
    void beforeTheFirstRoundItSaysWhatIsGoingOn() {
        race(lane("cpu", State.WARMING_UP, "2 threads", 0), lane("nd4j", State.WAITING, "", 0),
                lane("cuda", State.PREPARING, "Preparing the GPU: 0 %", 0));
        assertThat(text("engines.words.cpu")).isEqualTo("warms up");
        assertThat(text("engines.words.nd4j")).isEqualTo("waits for its turn");
        assertThat(text("engines.words.cuda")).isEqualTo("is made ready: Preparing the GPU: 0 %");
        assertThat(text("engines.verdict")).isEmpty();
        view.showRunning(false, false);
        assertThat(text("engines.words.nd4j")).as("stopped").isEqualTo("not measured");
    }

    @Test
    void speedsThatHardlyDifferAreEqual() {
        race(lane("cpu", State.DONE, "", 1000), lane("nd4j", State.DONE, "", 1040));
        assertThat(text("engines.verdict")).isEqualTo("ND4J and CPU are equally fast on this experiment.");
    }

    @Test
    void theButtonsSayWhatTheyDoNext() {
        Button run = (Button) find("engines.run");
        Button measure = (Button) find("engines.measure");
        assertThat(run.getText()).isEqualTo("Race");
        assertThat(measure.getText()).isEqualTo("Measure");
        view.showRunning(true, false);
        assertThat(run.getText()).isEqualTo("Stop");
        view.showRunning(false, true);
        assertThat(run.getText()).isEqualTo("Race");
        assertThat(measure.getText()).isEqualTo("Stop");
        for (String id : List.of("engines.run", "engines.measure", "engines.close")) {
            assertThat(find(id).isFocusTraversable()).as(id).isTrue();
            FxEvents.click(find(id), 5, 5);
        }
        assertThat(heard).containsExactly("race", "measure", "close");
    }

    private static SpeedCurve curve(String id, Size size, double power, double at100) {
        return new SpeedCurve(id, size.measured().stream().map(value -> new SpeedCurve.Point(value,
                at100 * Math.pow(value / 100.0, power))).toList(), "");
    }

    private static SizeChart chart(Size size, boolean complete) {
        return new SizeChart(size, List.of(curve("cpu", size, -1.5, 50_000), curve("cuda", size, -0.5, 50_000),
                new SpeedCurve("nd4j", List.of(), "It is too large")), complete);
    }

    @Test
    void theCrossingIsMarkedAndSaidInASentence() {
        view.showSizes(new SizeFinding(List.of(chart(Size.WIDTH, true), new SizeChart(Size.BATCH,
                List.of(curve("cpu", Size.BATCH, 0.5, 9000), curve("cuda", Size.BATCH, 0.5, 3000)), true)), 95, 95, ""));
        assertThat(text("engines.width.words")).isEqualTo("From about 100 units a layer on, CUDA is faster than CPU.");
        assertThat(text("engines.batch.words")).isEqualTo("CPU is the fastest at every mini-batch.");
        assertThat(text("engines.missing")).isEqualTo("ND4J is missing: It is too large.");
        assertThat(find("engines.width").getAccessibleText()).isEqualTo(text("engines.width.words"));
    }

    /// Once behind is chance, and changes no lead; but it is seen in the chart, and "every" would be wrong.
    @Test
    void whoIsBehindAtOneSizeIsNotTheFastestAtEvery() {
        SpeedCurve all = curve("cpu", Size.WIDTH, -1, 9000);
        List<SpeedCurve.Point> points = new ArrayList<>(curve("nd4j", Size.WIDTH, -1, 3000).points());
        points.set(3, new SpeedCurve.Point(64, 20_000));
        view.showSizes(new SizeFinding(List.of(new SizeChart(Size.WIDTH, List.of(all, new SpeedCurve("nd4j", points, "")), true),
                new SizeChart(Size.BATCH, List.of(), true)), 95, 95, ""));
        assertThat(text("engines.width.words")).isEqualTo("CPU is the fastest at nearly every width.");
    }

    @Test
    void speedsThatDifferFromRoundToRoundSaySo() {
        for (double spread : new double[] {1.5, 2.5}) {
            SpeedCurve curve = new SpeedCurve("cpu", List.of(new SpeedCurve.Point(8, 1000, spread), new SpeedCurve.Point(16, 900, spread)), "");
            view.showSizes(new SizeFinding(List.of(new SizeChart(Size.WIDTH, List.of(curve), true),
                    new SizeChart(Size.BATCH, List.of(), true)), 95, 95, ""));
            assertThat(text("engines.missing")).isEqualTo(spread < 2 ? ""
                    : "Something else keeps this machine busy: speeds differ more than twofold from round to round.");
        }
    }

    @Test
    void whatIsNotCompleteHasNoVerdict() {
        SizeChart part = new SizeChart(Size.WIDTH, List.of(curve("cpu", Size.WIDTH, -1, 9000), curve("cuda", Size.WIDTH, -1, 3000)), false);
        view.showSizes(new SizeFinding(List.of(part, new SizeChart(Size.BATCH, List.of(), false)), 8, 95, ""));
        assertThat(text("engines.width.words")).isEmpty();
        assertThat(text("engines.batch.words")).isEmpty();
        view.showSizes(new SizeFinding(List.of(new SizeChart(Size.WIDTH, List.of(curve("cpu", Size.WIDTH, -1, 9000)), true),
                new SizeChart(Size.BATCH, List.of(), true)), 95, 95, ""));
        assertThat(text("engines.width.words")).isEqualTo("Only CPU was measured: there is nobody to compare it with.");
    }

    /// Painted pixels of an engine's color in a chart.
    private long painted(String id, String engine, Theme theme) {
        FxExtension.pulse(stage.getScene());
        WritableImage image = find(id).snapshot(null, null);
        int wanted = Palette.argb(EngineLook.color(Palette.of(theme), engine));
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getPixelReader().getArgb(x, y) == wanted ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void everyEngineHasItsLineInBothThemes() {
        view.showSizes(new SizeFinding(List.of(chart(Size.WIDTH, true), chart(Size.BATCH, true)), 95, 95, ""));
        assertThat(painted("engines.width", "cpu", Theme.LIGHT)).isGreaterThan(200);
        assertThat(painted("engines.width", "cuda", Theme.LIGHT)).isGreaterThan(200);
        assertThat(painted("engines.width", "nd4j", Theme.LIGHT)).as("not measured").isZero();
        view.setTheme(Palette.of(Theme.DARK));
        assertThat(painted("engines.batch", "cuda", Theme.DARK)).isGreaterThan(200);
    }

    @Test
    void underTheMouseItTellsTheNumbers() {
        SizeChartView width = (SizeChartView) find("engines.width");
        view.showSizes(new SizeFinding(List.of(chart(Size.WIDTH, true), chart(Size.BATCH, true)), 95, 95, ""));
        FxExtension.pulse(stage.getScene());
        long before = dark(width);
        FxEvents.move(width, width.getWidth() / 2, 60);
        assertThat(dark(width)).as("a line and its numbers").isGreaterThan(before + 100);
        FxEvents.exit(width);
        assertThat(dark(width)).isEqualTo(before);
        assertThat(width.readout(64)).isEqualTo("64 units a layer   CPU 97.7 k   CUDA 62.5 k");
    }

    private long dark(Node node) {
        FxExtension.pulse(stage.getScene());
        WritableImage image = node.snapshot(null, null);
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getPixelReader().getColor(x, y).getBrightness() < 0.4 ? 1 : 0;
            }
        }
        return count;
    }
}
