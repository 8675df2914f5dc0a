package dev.crescent.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class DataPanelTest {
    private final List<String> heard = new ArrayList<>();
    private final List<Runnable> background = new ArrayList<>();
    private Experiment experiment;
    private DataPanel panel;
    private Stage stage;

    @BeforeEach
    void show() throws Exception {
        panel = new DataPanel(background::add);
        panel.setListener(new Ear());
        panel.setTheme(Theme.LIGHT);
        experiment = Experiment.defaults();
        show(experiment);
        stage = FxEvents.stage(panel, 256, 700);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    @Test
    void aTileChoosesItsSetAndIsMarkedOnceItIsShown() {
        click("tile-spiral");
        assertThat(heard).containsExactly("spiral 500 noise 0.0 seed 1 test 0.5 none: Spiral, done");
        assertThat(selected("tile-spiral")).isTrue();
        assertThat(selected("tile-moons")).isFalse();
        assertThat(((Label) find("data.subject")).getText()).isEqualTo("Spiral");
        click("tile-spiral");
        assertThat(heard).hasSize(1);
        assertThat(selected("tile-spiral")).isTrue();
    }

    @Test
    void arrowKeysMoveThroughTheTiles() {
        find("tile-moons").requestFocus();
        FxEvents.press(find("tile-moons"), KeyCode.RIGHT);
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("tile-circle");
        FxEvents.press(find("tile-circle"), KeyCode.DOWN);
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("tile-blobs");
    }

    @Test
    void thePaintedTileBringsBackWhatWasPainted() {
        Source.Painted painted = new Source.Painted(List.of(new PaintedPoint(0, 0, 0), new PaintedPoint(1, 1, 1)));
        show(experiment.withData(experiment.data().withSource(painted)));
        click("tile-xor");
        click("tile-painted");
        assertThat(experiment.data().source()).isEqualTo(painted);
    }

    @Test
    void thumbnailsAreMadeInTheBackgroundAndShowTheirSets() {
        assertThat(colors("tile-moons")).doesNotContain(palette().classColor(0), palette().classColor(1));
        assertThat(background).isNotEmpty();
        runBackground();
        assertThat(colors("tile-moons")).contains(palette().classColor(0), palette().classColor(1))
                .doesNotContain(palette().classColor(2));
        assertThat(colors("tile-rings")).contains(palette().classColor(2));
        WritableImage plane = find("tile-plane").snapshot(null, null);
        assertThat(near(plane.getPixelReader().getColor(4, 35), Palette.color(palette().fieldArgb(-1)))).isTrue();
        assertThat(near(plane.getPixelReader().getColor(35, 4), Palette.color(palette().fieldArgb(1)))).isTrue();
        WritableImage x2 = find("feature-x2").snapshot(null, null);
        assertThat(near(x2.getPixelReader().getColor(15, 8), Palette.color(palette().fieldArgb(0.9)))).isTrue();
    }

    @Test
    void thumbnailsAreMadeAnewOnlyIfTheyWouldLookDifferent() {
        runBackground();
        show(experiment.withData(experiment.data().withTestFraction(0.2).withScaling(Scaling.MIN_MAX)));
        assertThat(background).as("same points").hasSizeLessThan(2);
        runBackground();
        show(experiment.withData(experiment.data().withSeed(77)));
        assertThat(background).as("other points").isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"data.samples|10000 noise 0.1", "data.noise|noise 0.5", "data.training|test 0.0"})
    void aDragReportsOnceAFrameAndOnceAtItsEnd(String row, String change) {
        drag(row, 200);
        assertThat(heard).hasSize(2);
        assertThat(heard.get(0)).contains(change).endsWith("going on");
        assertThat(heard.get(1)).contains(change).endsWith("done");
        drag(row, -400);
        assertThat(heard).hasSize(4).last().asString().matches(".*(moons 25 |noise 0.0 |test 0.95 ).*done");
    }

    @Test
    void theDistributionIsShownWhereItNeedsNoScrolling() throws Exception {
        Dataset data = Datasets.load(experiment.data(), List.of("x1", "x2"), Path.of(""));
        panel.show(experiment, data);
        runBackground();
        assertThat(find("data.distribution").isVisible()).isFalse();
        assertThat(background).as("nothing is computed for nobody").isEmpty();
        stage.setY(0);
        stage.setHeight(960);
        FxExtension.pulse(stage.getScene());
        FxExtension.pulse(stage.getScene());
        assertThat(find("data.distribution").isVisible()).isTrue();
        assertThat(((Label) find("distribution.parts")).getText()).isEqualTo("250 training, 250 test");
        assertThat(background).isNotEmpty();
        runBackground();
        FxExtension.pulse(stage.getScene());
        assertThat(panel.lookupAll(".caption").stream().map(node -> ((Label) node).getText()))
                .anyMatch(text -> text.matches("mean .*, sd .*"));
        stage.setHeight(700);
        FxExtension.pulse(stage.getScene());
        FxExtension.pulse(stage.getScene());
        assertThat(find("data.distribution").isVisible()).isFalse();
    }

    @Test
    void keysMoveASliderByOneFinishedChangeEach() {
        FxEvents.press(find("data.noise-slider"), KeyCode.RIGHT);
        assertThat(heard).containsExactly("moons 500 noise 0.11 seed 1 test 0.5 none: noise 0.11, done");
    }

    @Test
    void aValueIsTyped() {
        type("data.samples-field", "1,200");
        type("data.noise-field", "0.125");
        type("data.training-field", "80 %");
        assertThat(heard).containsExactly("moons 1200 noise 0.1 seed 1 test 0.5 none: 1,200 samples, done",
                "moons 1200 noise 0.125 seed 1 test 0.5 none: noise 0.125, done",
                "moons 1200 noise 0.125 seed 1 test 0.2 none: training 80\u00a0%, done");
        assertThat(text("data.training-field")).isEqualTo("80\u00a0%");
    }

    @Test
    void aWrongValueIsAnsweredWithASentenceAndEscRestoresTheOldOne() {
        type("data.samples-field", "1");
        assertThat(heard).isEmpty();
        assertThat(sentences()).contains("Use a whole number from 2 to 1,000,000.");
        FxEvents.press(find("data.samples-field"), KeyCode.ESCAPE);
        assertThat(text("data.samples-field")).isEqualTo("500");
        assertThat(sentences()).isEmpty();
    }

    @Test
    void theDieThrowsAnotherSeed() {
        click("data.die");
        assertThat(experiment.data().seed()).isBetween(1L, 99L).isNotEqualTo(1);
        type("data.seed-field", "-5");
        assertThat(experiment.data().seed()).isEqualTo(-5);
        type("data.seed-field", "five");
        assertThat(experiment.data().seed()).isEqualTo(-5);
        assertThat(heard).hasSize(2);
    }

    @Test
    void scalingIsChosenFromItsMenu() {
        ((MenuButton) find("data.scaling")).getItems().get(1).fire();
        assertThat(experiment.data().scaling()).isEqualTo(Scaling.STANDARDIZE);
    }

    @Test
    void chipsCheckAndUncheckFeaturesButNeverTheLast() {
        click("feature-x1*x2");
        click("feature-x1");
        click("feature-x2");
        click("feature-x1*x2");
        assertThat(heard).containsExactly("[x1, x2, x1*x2]: with x1*x2", "[x2, x1*x2]: without x1",
                "[x1*x2]: without x2");
        assertThat(selected("feature-x1*x2")).isTrue();
        assertThat(((Label) find("features.count")).getText()).isEqualTo("1 of 8");
        assertThat(((ToggleButton) find("feature-x1*x2")).getTooltip().getText()).contains("at least one");
    }

    @Test
    void aFormulaIsAddedUncheckedAndRemoved() {
        click("features.plus");
        type("features.field", " sin(3*x1) ");
        assertThat(heard).containsExactly("[x1, x2, sin(3*x1)]: with sin(3*x1)");
        assertThat(((Label) find("features.count")).getText()).isEqualTo("3 of 9");
        click("feature-sin(3*x1)");
        assertThat(((Label) find("features.count")).getText()).isEqualTo("2 of 9");
        click("feature-sin(3*x1)");
        click("remove-sin(3*x1)");
        assertThat(experiment.features()).containsExactly("x1", "x2");
        assertThat(((Label) find("features.count")).getText()).isEqualTo("2 of 8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sin(x1|position 4", "x3|name 'x3' at position 1", "X|unknown name", "x1|already",
        "log(x1)|no value at x1 =", "''|is empty"})
    void aWrongFormulaIsAnsweredWithASentence(String formula, String sentence) {
        click("features.plus");
        type("features.field", formula);
        assertThat(heard).isEmpty();
        assertThat(((Label) find("features.problem")).getText()).contains(sentence).endsWith(".");
        ((TextField) find("features.field")).setText("x1^3");
        assertThat(find("features.problem").isVisible()).isFalse();
        FxEvents.press(find("features.field"), KeyCode.ESCAPE);
        assertThat(find("features.field").getParent().isVisible()).isFalse();
        assertThat(heard).isEmpty();
    }

    @Test
    void paintToolsAreTakenAndPutDown() {
        click("paint.brush");
        click("class-1");
        click("paint.eraser");
        click("paint.eraser");
        assertThat(heard).containsExactly("PAINT 0 24.0 6", "PAINT 1 24.0 6", "ERASE 1 24.0 6", "NONE 1 24.0 6");
        assertThat(selected("paint.eraser")).isFalse();
        assertThat(selected("class-1")).isTrue();
        heard.clear();
        drag("paint.radius", 300);
        drag("paint.amount", 300);
        assertThat(panel.brush()).isEqualTo(new Brush(Brush.Tool.NONE, 1, 80, 30));
        click("paint.clear");
        click("paint.undo");
        assertThat(heard).endsWith("clear", "undo");
    }

    @Test
    void classesAreAddedUpToEight() {
        for (int k = 2; k < 8; k++) {
            click("paint.plus");
            assertThat(panel.brush().label()).isEqualTo(k);
        }
        assertThat(panel.lookupAll("*").stream().anyMatch(n -> "paint.plus".equals(n.getId()))).isFalse();
        assertThat(find("class-7")).isNotNull();
    }

    @Test
    void valuesCannotBePaintedAndTheBrushIsPutDown() throws Exception {
        click("paint.brush");
        show(experiment.withData(experiment.data().withSource(new Source.Points(PointSet.PLANE, 100, 0))));
        assertThat(panel.brush().tool()).isEqualTo(Brush.Tool.NONE);
        assertThat(((Label) find("paint.refusal")).getText()).contains("choose a set with classes");
    }

    @Test
    void aTableIsWantedByItsTileAndTakenWhenDropped() {
        click("tile-csv");
        assertThat(selected("tile-csv")).isFalse();
        drop(DragEvent.DRAG_OVER, new File("flowers.CSV"));
        assertThat(find("tile-csv").getPseudoClassStates().toString()).contains("drop-target");
        drop(DragEvent.DRAG_DROPPED, new File("flowers.CSV"));
        assertThat(find("tile-csv").getPseudoClassStates().toString()).doesNotContain("drop-target");
        drop(DragEvent.DRAG_DROPPED, new File("cat.png"));
        assertThat(heard).containsExactly("csv wanted", "csv flowers.CSV");
    }

    @Test
    void dataBeyondThePlaneShowTheirColumns() {
        Dataset table = new Dataset(Task.CLASSIFICATION, List.of("a", "b"), List.of("width", "height", "weight"),
                List.of(3), none(), none(), null);
        experiment = experiment.withData(experiment.data().withSource(new Source.Csv("/tmp/animals.csv", "",
                Task.CLASSIFICATION, List.of(), List.of(), null)));
        panel.show(experiment, table);
        FxExtension.pulse(stage.getScene());
        assertThat(find("columns.names").lookupAll(".pill")).extracting(n -> ((Label) n).getText())
                .containsExactly("width", "height", "weight");
        assertThat(find("features.count").getParent().getParent().isVisible()).isFalse();
        assertThat(((Label) find("data.subject")).getText()).isEqualTo("animals.csv");
        assertThat(((Label) find("paint.refusal")).getText()).contains("two coordinates");
    }

    private static Dataset.Samples none() {
        return new Dataset.Samples(0, new float[0], new float[0], 3, new int[0], new float[0]);
    }

    /// Answers as the program does: it goes on with what is wanted.
    private final class Ear implements DataPanel.Listener {
        @Override
        public void dataChanged(Data next, String what, boolean finished) {
            String points = next.source() instanceof Source.Points p ? " " + p.samples() + " noise " + p.noise() : "";
            heard.add(next.source().id() + points + " seed " + next.seed() + " test " + next.testFraction() + " "
                    + next.scaling().id() + ": " + what + (finished ? ", done" : ", going on"));
            show(experiment.withData(next));
        }

        @Override
        public void featuresChanged(List<String> next, String what) {
            heard.add(next + ": " + what);
            show(experiment.withFeatures(next));
        }

        @Override
        public void csvWanted() {
            heard.add("csv wanted");
        }

        @Override
        public void csvDropped(Path file) {
            heard.add("csv " + file);
        }

        @Override
        public void brushChanged(Brush b) {
            heard.add(b.tool() + " " + b.label() + " " + b.radius() + " " + b.amount());
        }

        @Override
        public void clearPoints() {
            heard.add("clear");
        }

        @Override
        public void undoPoints() {
            heard.add("undo");
        }
    }

    private void show(Experiment next) {
        experiment = next;
        try {
            panel.show(next, Datasets.load(next.data(), next.features(), Path.of("")));
        } catch (dev.crescent.data.DataException e) {
            throw new AssertionError(e);
        }
    }

    private Node find(String id) {
        return panel.lookupAll("*").stream().filter(n -> id.equals(n.getId())).findFirst()
                .orElseThrow(() -> new AssertionError("Nothing has the id " + id));
    }

    private void click(String id) {
        FxExtension.pulse(stage.getScene());
        FxEvents.click(find(id), 5, 5);
    }

    private boolean selected(String id) {
        return ((ToggleButton) find(id)).isSelected();
    }

    private String text(String id) {
        return ((TextField) find(id)).getText();
    }

    private void type(String id, String text) {
        TextField field = (TextField) find(id);
        field.requestFocus();
        field.setText(text);
        Event.fireEvent(field, new ActionEvent());
    }

    private void drag(String row, double by) {
        FxExtension.pulse(stage.getScene());
        Slider slider = (Slider) find(row + "-slider");
        Node thumb = Objects.requireNonNull(slider.lookup(".thumb"));
        FxEvents.drag(thumb, MouseButton.PRIMARY, 8, 8, 8 + by, 8);
    }

    private List<String> sentences() {
        return panel.lookupAll(".danger-text").stream().filter(Node::isVisible).map(n -> ((Label) n).getText())
                .filter(t -> !t.isEmpty()).toList();
    }

    private void runBackground() {
        for (Runnable work : List.copyOf(background)) {
            work.run();
        }
        background.clear();
        FxExtension.pulse(stage.getScene());
        FxExtension.pulse(stage.getScene());
    }

    private List<Color> colors(String id) {
        WritableImage image = find(id).snapshot(null, null);
        PixelReader reader = image.getPixelReader();
        List<Color> colors = new ArrayList<>();
        for (int y = 0; y < (int) image.getHeight(); y++) {
            for (int x = 0; x < (int) image.getWidth(); x++) {
                colors.add(reader.getColor(x, y));
            }
        }
        return colors;
    }

    private static Palette palette() {
        return Palette.of(Theme.LIGHT);
    }

    private static boolean near(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) < 0.1 && Math.abs(a.getGreen() - b.getGreen()) < 0.1
                && Math.abs(a.getBlue() - b.getBlue()) < 0.1;
    }

    private void drop(javafx.event.EventType<DragEvent> type, File file) {
        TKClipboard clipboard = (TKClipboard) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {TKClipboard.class}, (proxy, method, arguments) -> answer(method.getName(), file));
        Dragboard board = DragboardHelper.createDragboard(clipboard);
        Event.fireEvent(find("tile-csv"), new DragEvent(type, board, 0, 0, 0, 0, TransferMode.COPY, null, panel, null));
    }

    private static @Nullable Object answer(String method, File file) {
        return switch (method) {
            case "getContent" -> List.of(file);
            case "hasContent" -> true;
            case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
            default -> null;
        };
    }
}
