package dev.crescent.ui.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.insight.Region;
import dev.crescent.insight.hidden.HiddenNetwork;
import dev.crescent.insight.hidden.HiddenNetwork.Look;
import dev.crescent.insight.hidden.HiddenSpace;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class HiddenViewTest {
    private static final Layer OUTPUT = new Layer.Dense(2, Activation.SOFTMAX);

    private final Palette palette = Palette.of(Theme.LIGHT);
    private final List<Integer> pointed = new ArrayList<>();
    private final List<Integer> clicked = new ArrayList<>();
    private HiddenView view;
    private Stage stage;

    @BeforeEach
    void open() {
        view = new HiddenView();
        view.setReducedMotion(false);
        view.setListener(new HiddenView.Listener() {
            @Override
            public void pointed(int sample) {
                pointed.add(sample);
            }

            @Override
            public void clicked(int sample) {
                clicked.add(sample);
            }
        });
        stage = FxEvents.stage(view, 480, 560);
    }

    @AfterEach
    void close() {
        stage.hide();
    }

    private static Experiment with(int... units) {
        List<Layer> layers = new ArrayList<>();
        for (int n : units) {
            layers.add(new Layer.Dense(n, Activation.TANH));
        }
        layers.add(OUTPUT);
        return Experiment.defaults().withModel(new Model.Network(3, layers));
    }

    private HiddenSpace show(Experiment experiment, boolean deep) throws Exception {
        Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        Model.Network model = (Model.Network) experiment.model();
        HiddenNetwork network = new HiddenNetwork(new CpuEngine(1), experiment, data,
                data.plane() == null ? null : Region.around(data), 2000);
        HiddenSpace space = network.look(InitialParameters.of(model, data.inputShape()), new Look(deep, 0, 1, null));
        view.showPoints(ShownSamples.of(data, network.chosen()), ShownSamples.inputNames(data));
        view.show(space);
        FxExtension.pulse(stage.getScene());
        return space;
    }

    private int[] picture() {
        FxExtension.pulse(stage.getScene());
        WritableImage shot = stage.getScene().snapshot(null);
        int width = (int) view.picture().getWidth();
        int height = (int) view.picture().getHeight();
        int[] pixels = new int[width * height];
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private Node find(String id) {
        return view.lookupAll("*").stream().filter(node -> id.equals(node.getId())).findFirst()
                .orElseThrow(() -> new AssertionError("Nothing has the id " + id));
    }

    private String said(String id) {
        return ((Label) find(id)).getText();
    }

    @Test
    void theFirstSpaceIsSeenAsTheLastHiddenLayerSeesIt() throws Exception {
        HiddenSpace space = show(with(4, 3), false);
        assertThat(view.at()).isEqualTo(2);
        assertThat(said("hidden.place")).startsWith("Layer 2 of 3 \u00b7 3 units, PCA holds ").endsWith("% of the variance");
        assertThat(said("hidden.lines")).isEqualTo("Line: the output is undecided, on this plane");
        assertThat(((Slider) find("hidden.slider")).getMax()).isEqualTo(3);
        for (int sample : new int[] {0, 60, 249}) {
            double[] at = view.picture().placeOf(sample);
            float[] xyz = new float[3 * space.points()];
            space.positions(2, xyz);
            double scale = Math.min(view.picture().getWidth(), view.picture().getHeight()) / 2 / space.extent(2).half();
            assertThat(at[0]).isCloseTo(view.picture().getWidth() / 2 + scale * (xyz[3 * sample] - space.extent(2).x()), within(0.1));
            assertThat(at[1]).isCloseTo(view.picture().getHeight() / 2 - scale * (xyz[3 * sample + 1] - space.extent(2).y()),
                    within(0.1));
        }
    }

    @Test
    void onceMoreItIsBentAndTurnedAsItIs() throws Exception {
        show(with(4, 3), true);
        view.goTo(1);
        view.zoom(0.7);
        HiddenView other = view.again(palette);
        assertThat(other.at()).isEqualTo(1);
        assertThat(other.picture().camera()).isEqualTo(view.picture().camera()).isNotEqualTo(SpacePicture.HOME);
        assertThat(other.picture().space()).isSameAs(view.picture().space());
        assertThat(other.lookupAll(".button")).as("without hands").isEmpty();
        view.goTo(2);
        assertThat(other.at()).as("the picture stays").isEqualTo(1);
    }

    @Test
    void samplesHaveTheColorsOfTheirClassesAtAllPlacesOfTheWay() throws Exception {
        HiddenSpace space = show(with(2, 4), false);
        for (double t : new double[] {0, 0.4, 1, 1.8, 2}) {
            view.goTo(t);
            int[] pixels = picture();
            int width = (int) view.picture().getWidth();
            // Samples hide each other: nearly every one is seen, or one of its own class is.
            int right = 0;
            for (int s = 0; s < 250; s++) {
                double[] at = view.picture().placeOf(s);
                int pixel = pixels[((int) at[1]) * width + (int) at[0]];
                right += pixel == Palette.argb(palette.classColor(view.picture().points().labels()[s])) ? 1 : 0;
            }
            assertThat(right).as("at " + t).isGreaterThan(150);
        }
        assertThat(space.end()).isEqualTo(3);
    }

    @Test
    void theSliderBendsTheSpaceAndSnapsToStages() throws Exception {
        show(with(2), false);
        Slider slider = (Slider) find("hidden.slider");
        int[] before = picture();
        slider.setValue(0.6);
        assertThat(view.at()).isEqualTo(0.6);
        assertThat(said("hidden.place")).isEqualTo("To layer 1 \u00b7 tanh bends");
        assertThat(said("hidden.lines")).isEmpty();
        assertThat(Arrays.equals(before, picture())).isFalse();
        slider.setValue(0.3);
        assertThat(said("hidden.place")).isEqualTo("To layer 1 \u00b7 weighted sums turn, stretch and shift");
        slider.setValue(0.012);
        assertThat(view.at()).isZero();
        assertThat(said("hidden.place")).isEqualTo("Input \u00b7 2 features, drawn as they are");
        assertThat(said("hidden.lines")).isEqualTo("Lines: weighted sums of layer 1 are 0");
        slider.setValue(2);
        assertThat(said("hidden.place")).startsWith("Layer 2 of 2, the output \u00b7 2 units");
    }

    @Test
    void playGoesThroughAllLayersByTheClockItIsGiven() throws Exception {
        show(with(2, 2), false);
        view.goTo(0);
        Button play = (Button) find("hidden.play");
        FxEvents.click(play, 5, 5);
        view.frame(0);
        view.frame(Morph.NANOS / 2);
        assertThat(view.at()).isBetween(0.3, 0.99);
        assertThat(play.getAccessibleText()).isEqualTo(Texts.get("hidden.pause"));
        assertThat(((Slider) find("hidden.slider")).getValue()).isEqualTo(view.at());
        for (int step = 1; step <= 3; step++) {
            view.frame(step * Morph.NANOS);
            view.frame(step * Morph.NANOS);
        }
        view.frame(4 * Morph.NANOS);
        assertThat(view.at()).isEqualTo(3);
        assertThat(play.getAccessibleText()).isEqualTo(Texts.get("hidden.play"));
        FxEvents.click(play, 5, 5);
        assertThat(view.at()).as("from the end it begins anew").isZero();
        view.frame(5 * Morph.NANOS);
        view.frame(5 * Morph.NANOS + Morph.NANOS / 2);
        FxEvents.click(play, 5, 5);
        double there = view.at();
        view.frame(7 * Morph.NANOS);
        assertThat(view.at()).isEqualTo(there).isGreaterThan(0);
    }

    @Test
    void leftAndRightGoFromLayerToLayer() throws Exception {
        show(with(2, 2), false);
        Node space = find("hidden.space");
        FxEvents.press(space, KeyCode.LEFT);
        view.frame(0);
        view.frame(Morph.NANOS);
        assertThat(view.at()).isEqualTo(1);
        FxEvents.press(space, KeyCode.RIGHT);
        FxEvents.press(space, KeyCode.RIGHT);
        assertThat(view.at()).as("a second press does not wait").isEqualTo(2);
        FxEvents.press(find("hidden.slider"), KeyCode.END);
        assertThat(view.at()).isEqualTo(3);
        FxEvents.press(space, KeyCode.RIGHT);
        FxEvents.press(space, KeyCode.HOME);
        assertThat(view.at()).isZero();
    }

    @Test
    void withReducedMotionNothingMovesByItself() throws Exception {
        show(with(4), false);
        view.setReducedMotion(true);
        assertThat(find("hidden.play").isDisabled()).isTrue();
        FxEvents.press(find("hidden.space"), KeyCode.RIGHT);
        assertThat(view.at()).as("at once").isEqualTo(2);
        FxEvents.click(find("hidden.deep"), 5, 5);
        assertThat(find("hidden.turn").isDisabled()).isTrue();
        view.setReducedMotion(false);
        FxEvents.press(find("hidden.space"), KeyCode.LEFT);
        view.frame(0);
        view.frame(Morph.NANOS / 2);
        view.setReducedMotion(true);
        double there = view.at();
        view.frame(Morph.NANOS);
        assertThat(view.at()).isEqualTo(there);
    }

    @Test
    void inThreeDimensionsADragTurnsTheSpace() throws Exception {
        show(with(5), false);
        assertThat(view.isDeep()).isFalse();
        int[] flat = picture();
        FxEvents.drag(view.picture(), MouseButton.PRIMARY, 100, 100, 180, 130);
        assertThat(Arrays.equals(flat, picture())).as("a flat picture is not turned").isTrue();
        FxEvents.click(find("hidden.deep"), 5, 5);
        assertThat(view.isDeep()).isTrue();
        show(with(5), true);
        int[] before = picture();
        FxEvents.drag(view.picture(), MouseButton.PRIMARY, 100, 200, 180, 230);
        int[] turned = picture();
        assertThat(Arrays.equals(before, turned)).isFalse();
        FxEvents.scroll(view.picture(), 200, 200, 80);
        int[] zoomed = picture();
        assertThat(Arrays.equals(zoomed, turned)).isFalse();
        FxEvents.doubleClick(view.picture(), 200, 200);
        assertThat(Arrays.equals(before, picture())).as("a double click shows all").isTrue();
        FxEvents.click(find("hidden.turn"), 5, 5);
        view.frame(0);
        view.frame(50_000_000);
        assertThat(Arrays.equals(before, picture())).as("it turns by itself").isFalse();
    }

    @Test
    void twoUnitsNeedNoChoiceOfDimensions() throws Exception {
        show(with(2), false);
        assertThat(find("hidden.flat").getParent().getParent().isVisible()).isFalse();
        show(with(2, 3), false);
        assertThat(find("hidden.flat").getParent().getParent().isVisible()).isTrue();
    }

    @Test
    void aSampleThatIsPointedAtSaysWhatItIs() throws Exception {
        show(with(2), false);
        view.goTo(0);
        double[] at = view.picture().placeOf(7);
        FxEvents.move(view.picture(), at[0] + 2, at[1] - 1);
        assertThat(pointed).hasSize(1);
        int found = pointed.getFirst();
        assertThat(Math.hypot(view.picture().placeOf(found)[0] - at[0], view.picture().placeOf(found)[1] - at[1])).isLessThan(6);
        List<String> words = view.picture().lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList();
        assertThat(words).contains(view.picture().points().className(
                view.picture().points().labels()[found])).contains(Texts.get("hidden.training"));
        FxEvents.click(view.picture(), at[0], at[1]);
        assertThat(clicked).hasSize(1);
        FxEvents.exit(view.picture());
        assertThat(pointed).last().isEqualTo(-1);
    }

    @Test
    void aSentenceTakesThePicturesPlaceAndGivesItBack() throws Exception {
        show(with(2), false);
        int[] before = picture();
        view.showEmpty("Nothing to see.");
        assertThat(said("hidden.empty")).isEqualTo("Nothing to see.");
        assertThat(find("hidden.empty").isVisible()).isTrue();
        assertThat(said("hidden.place")).isEmpty();
        int[] none = picture();
        assertThat(Arrays.stream(none).filter(p -> p == Palette.argb(palette.classColor(0))).count()).isZero();
        FxEvents.press(find("hidden.space"), KeyCode.RIGHT);
        show(with(2), false);
        assertThat(find("hidden.empty").isVisible()).isFalse();
        assertThat(Arrays.equals(before, picture())).isTrue();
    }

    @Test
    void regressionsHaveTheirTargetsColorsAndTheDarkThemeItsOwn() throws Exception {
        Experiment regression = Builtins.read("regression");
        show(regression, false);
        view.goTo(0);
        int[] light = picture();
        assertThat(Arrays.stream(light).distinct().count()).isGreaterThan(200);
        Theme.DARK.apply(stage.getScene());
        view.setTheme(Palette.of(Theme.DARK));
        int[] dark = picture();
        assertThat(Palette.color(dark[0]).getBrightness()).isLessThan(Color.WHITE.getBrightness() / 2);
        Theme.LIGHT.apply(stage.getScene());
    }

    @Test
    void aShareIsNeverRoundedToNothingOrAll() {
        assertThat(SpaceCaption.percent(0.87)).isEqualTo("87\u00a0%");
        assertThat(SpaceCaption.percent(0.999)).isEqualTo("99.9\u00a0%");
        assertThat(SpaceCaption.percent(0.004)).isEqualTo("0.4\u00a0%");
        assertThat(SpaceCaption.percent(1)).isEqualTo("100\u00a0%");
        assertThat(SpaceCaption.percent(0)).isEqualTo("0\u00a0%");
        assertThat(SpaceCaption.percent(Double.NaN)).isEqualTo("\u2013");
    }
}
