package dev.crescent.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.TinyMnist;
import dev.crescent.data.Dataset;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.ui.FxDrops;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A data set is chosen, sampled and shown.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class DataPanelTest {
    private PanelBench bench;

    @BeforeEach
    void show() {
        bench = new PanelBench();
    }

    @AfterEach
    void hide() {
        bench.close();
    }

    @Test
    void aTileChoosesItsSetAndIsMarkedOnceItIsShown() {
        bench.click("tile-spiral");
        assertThat(bench.heard).containsExactly("spiral 500 noise 0.0 seed 1 test 0.5 none: Spiral, done");
        assertThat(bench.selected("tile-spiral")).isTrue();
        assertThat(bench.selected("tile-moons")).isFalse();
        assertThat(((Label) bench.find("data.subject")).getText()).isEqualTo("Spiral");
        bench.click("tile-spiral");
        assertThat(bench.heard).hasSize(1);
        assertThat(bench.selected("tile-spiral")).isTrue();
    }

    @Test
    void whatImagesLeaveNothingToSetOfCanBeSetAgainForPoints(@TempDir Path folder) throws Exception {
        Experiment points = bench.experiment;
        bench.show(points.withData(points.data().withSource(
                new Source.Images(ImageSet.MNIST, TinyMnist.write(folder, 30, 20).toString(), 0))));
        for (String row : List.of("data.samples", "data.noise", "data.training")) {
            assertThat(bench.find(row + "-slider").isDisabled()).as(row).isTrue();
            assertThat(bench.find(row + "-slider").isVisible()).as("a place that is no number's").isFalse();
            assertThat(bench.find(row + "-field").getOpacity()).as("is to be read").isEqualTo(1);
        }
        assertThat(bench.text("data.samples-field")).isEqualTo("50");
        bench.show(points);
        for (String row : List.of("data.samples", "data.noise", "data.training")) {
            assertThat(bench.find(row + "-slider").isDisabled()).as(row).isFalse();
            assertThat(bench.find(row + "-slider").isVisible()).as(row).isTrue();
        }
    }

    @Test
    void arrowKeysMoveThroughTheTiles() {
        bench.find("tile-moons").requestFocus();
        FxEvents.press(bench.find("tile-moons"), KeyCode.RIGHT);
        assertThat(bench.stage.getScene().getFocusOwner().getId()).isEqualTo("tile-circle");
        FxEvents.press(bench.find("tile-circle"), KeyCode.DOWN);
        assertThat(bench.stage.getScene().getFocusOwner().getId()).isEqualTo("tile-blobs");
    }

    @ParameterizedTest
    @CsvSource({"moons, LEFT", "moons, UP", "gauss, RIGHT", "spiral, LEFT", "csv, RIGHT", "csv, DOWN", "painted, DOWN",
        "digits, LEFT", "fashion-mnist, RIGHT", "mnist, DOWN"})
    void arrowKeysStayAmongTheTiles(String tile, KeyCode key) {
        HBox row = new HBox();
        bench.stage.getScene().setRoot(row);
        row.getChildren().setAll(new Button("before"), bench.panel, new Button("behind"));
        FxExtension.pulse(bench.stage.getScene());
        bench.find("tile-" + tile).requestFocus();
        FxEvents.press(bench.find("tile-" + tile), key);
        assertThat(bench.stage.getScene().getFocusOwner().getId()).isEqualTo("tile-" + tile);
    }

    @Test
    void aTileOfDigitsHasAPictureAndASliderForTheirNumber() {
        bench.runBackground();
        assertThat(picture("tile-digits")).as("ink on paper").contains(0xffffffff).anyMatch(argb -> (argb & 0xff) < 0x60);
        bench.click("tile-digits");
        assertThat(bench.heard).containsExactly("digits seed 1 test 0.1 unit: Digits, done");
        assertThat(bench.text("data.samples-field")).isEqualTo("30,000");
        assertThat(bench.find("data.noise-slider").isDisabled()).isTrue();
        bench.heard.clear();
        bench.type("data.samples-field", "9");
        assertThat(bench.sentences()).containsExactly("Use a whole number from 10 to 100,000.");
        bench.type("data.samples-field", "120");
        assertThat(bench.heard).containsExactly("digits seed 1 test 0.1 unit: 120 samples, done");
        assertThat(bench.experiment.data().source()).isEqualTo(new Source.Digits(120));
    }

    @Test
    void digitsAreDrawnAnewAtTheEndOfADragOnly() {
        bench.show(bench.experiment.withData(bench.experiment.data().withSource(new Source.Digits(100))));
        bench.drag("data.samples", 12);
        assertThat(bench.heard).hasSize(1).first().asString().endsWith("samples, done");
        assertThat(((Source.Digits) bench.experiment.data().source()).samples()).isBetween(101, 60_000);
    }

    @Test
    void imagesThatAreNotHereHaveAnIconAndThoseThatComeAPicture(@TempDir Path folder) throws Exception {
        bench.runBackground();
        assertThat(bench.find("tile-mnist").lookupAll(".ikonli-font-icon")).singleElement()
                .matches(Node::isVisible, "is visible");
        Source.Images here = new Source.Images(ImageSet.MNIST, TinyMnist.write(folder, 30, 20).toString(), 0);
        bench.show(bench.experiment.withData(bench.experiment.data().withSource(here)));
        bench.runBackground();
        assertThat(bench.find("tile-mnist").lookupAll(".ikonli-font-icon")).singleElement()
                .matches(icon -> !icon.isVisible(), "is hidden");
        assertThat(picture("tile-mnist")).anyMatch(argb -> (argb & 0xff) < 0x60);
    }

    @Test
    void pointsAfterImagesAreThoseThatWereThereBefore() {
        Experiment moons = bench.experiment;
        bench.show(moons.withData(moons.data().withTestFraction(0.3).withSource(new Source.Points(PointSet.MOONS, 77, 0.1))));
        bench.click("tile-digits");
        bench.type("data.samples-field", "40");
        bench.heard.clear();
        bench.click("tile-blobs");
        assertThat(bench.heard).containsExactly("blobs 77 noise 0.4 seed 1 test 0.3 none: Blobs, done");
    }

    private List<Integer> picture(String tile) {
        PixelReader reader = bench.find(tile).lookupAll(".thumbnail").stream()
                .flatMap(pane -> ((Parent) pane).getChildrenUnmodifiable().stream())
                .map(view -> ((ImageView) view).getImage().getPixelReader()).findFirst().orElseThrow();
        List<Integer> pixels = new ArrayList<>();
        for (int i = 0; i < 60 * 60; i++) {
            pixels.add(reader.getArgb(i % 60, i / 60));
        }
        return pixels;
    }

    @Test
    void tilesAndTheirPicturesGrowWithThePanel() {
        bench.runBackground();
        double before = ((Region) bench.find("tile-moons")).getWidth();
        bench.stage.setWidth(bench.stage.getWidth() + 64);
        FxExtension.pulse(bench.stage.getScene());
        bench.runBackground();
        Region tile = (Region) bench.find("tile-moons");
        assertThat(tile.getWidth()).isGreaterThan(before).isEqualTo(tile.getHeight());
        assertThat(((Region) tile.lookup(".thumbnail")).getWidth()).isEqualTo(tile.getWidth() - 6);
    }

    @Test
    void thePaintedTileBringsBackWhatWasPainted() {
        Source.Painted painted = new Source.Painted(List.of(new PaintedPoint(0, 0, 0), new PaintedPoint(1, 1, 1)));
        bench.show(bench.experiment.withData(bench.experiment.data().withSource(painted)));
        bench.click("tile-xor");
        bench.click("tile-painted");
        assertThat(bench.experiment.data().source()).isEqualTo(painted);
    }

    @Test
    void thumbnailsAreMadeInTheBackgroundAndShowTheirSets() {
        assertThat(colors("tile-moons")).doesNotContain(palette().classColor(0), palette().classColor(1));
        assertThat(bench.background).isNotEmpty();
        bench.runBackground();
        assertThat(colors("tile-moons")).contains(palette().classColor(0), palette().classColor(1))
                .doesNotContain(palette().classColor(2));
        assertThat(colors("tile-rings")).contains(palette().classColor(2));
        WritableImage plane = bench.find("tile-plane").snapshot(null, null);
        assertThat(near(plane.getPixelReader().getColor(4, 35), Palette.color(palette().fieldArgb(-1)))).isTrue();
        assertThat(near(plane.getPixelReader().getColor(35, 4), Palette.color(palette().fieldArgb(1)))).isTrue();
        WritableImage x2 = bench.find("feature-x2").snapshot(null, null);
        assertThat(near(x2.getPixelReader().getColor(15, 8), Palette.color(palette().fieldArgb(0.9)))).isTrue();
    }

    @Test
    void thumbnailsAreMadeAnewOnlyIfTheyWouldLookDifferent() {
        bench.runBackground();
        bench.show(bench.experiment.withData(bench.experiment.data().withTestFraction(0.2).withScaling(Scaling.MIN_MAX)));
        bench.show(bench.experiment.withData(bench.experiment.data().withSource(
                new Source.Points(PointSet.MOONS, 900, 0.1))));
        assertThat(bench.background).as("same points, or more than are shown").hasSizeLessThan(2);
        bench.runBackground();
        bench.show(bench.experiment.withData(bench.experiment.data().withSeed(77)));
        assertThat(bench.background).as("other points").hasSize(2);
        bench.runBackground();
        bench.show(bench.experiment.withData(bench.experiment.data().withSource(
                new Source.Points(PointSet.MOONS, 50, 0.1))));
        assertThat(bench.background).as("fewer points than are shown").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"data.samples|10000 noise 0.1", "data.noise|noise 0.5", "data.training|test 0.0"})
    void aDragReportsOnceAFrameAndOnceAtItsEnd(String row, String change) {
        bench.drag(row, 200);
        assertThat(bench.heard).hasSize(2);
        assertThat(bench.heard.get(0)).contains(change).endsWith("going on");
        assertThat(bench.heard.get(1)).contains(change).endsWith("done");
        bench.drag(row, -400);
        assertThat(bench.heard).hasSize(4).last().asString().matches(".*(moons 25 |noise 0.0 |test 0.95 ).*done");
    }

    @Test
    void keysMoveASliderByOneFinishedChangeEach() {
        FxEvents.press(bench.find("data.noise-slider"), KeyCode.RIGHT);
        assertThat(bench.heard).containsExactly("moons 500 noise 0.11 seed 1 test 0.5 none: noise 0.11, done");
    }

    @Test
    void aValueIsTyped() {
        bench.type("data.samples-field", "1,200");
        bench.type("data.noise-field", "0.125");
        bench.type("data.training-field", "80 %");
        assertThat(bench.heard).containsExactly("moons 1200 noise 0.1 seed 1 test 0.5 none: 1,200 samples, done",
                "moons 1200 noise 0.125 seed 1 test 0.5 none: noise 0.125, done",
                "moons 1200 noise 0.125 seed 1 test 0.2 none: training 80\u00a0%, done");
        assertThat(bench.text("data.training-field")).isEqualTo("80\u00a0%");
    }

    @Test
    void aWrongValueIsAnsweredWithASentenceAndEscRestoresTheOldOne() {
        bench.type("data.samples-field", "1");
        assertThat(bench.heard).isEmpty();
        assertThat(bench.sentences()).contains("Use a whole number from 2 to 1,000,000.");
        FxEvents.press(bench.find("data.samples-field"), KeyCode.ESCAPE);
        assertThat(bench.text("data.samples-field")).isEqualTo("500");
        assertThat(bench.sentences()).isEmpty();
    }

    @Test
    void theDieThrowsAnotherSeed() {
        bench.click("data.die");
        assertThat(bench.experiment.data().seed()).isBetween(1L, 99L).isNotEqualTo(1);
        bench.type("data.seed-field", "-5");
        assertThat(bench.experiment.data().seed()).isEqualTo(-5);
        assertThat(bench.heard).hasSize(2);
    }

    @Test
    void aLongSeedLeavesRoomForTheScaling() {
        bench.type("data.seed-field", "48151");
        FxExtension.pulse(bench.find("data.scaling").getScene());
        MenuButton scaling = (MenuButton) bench.find("data.scaling");
        assertThat(scaling.getWidth()).isGreaterThanOrEqualTo(scaling.prefWidth(-1) - 0.5);
    }

    @Test
    void allDigitsOfALongSeedAreSeenAndTheKeyboardStaysWithIt() {
        TextField field = (TextField) bench.find("data.seed-field");
        field.requestFocus();
        field.setText("\u22121234567890123456789");
        FxExtension.pulse(field.getScene());
        assertThat(field.isFocused()).isTrue();
        Text digits = new Text(field.getText());
        digits.setFont(field.getFont());
        assertThat(field.getWidth()).isGreaterThanOrEqualTo(digits.getLayoutBounds().getWidth());
        Bounds seed = field.localToScene(field.getLayoutBounds());
        Bounds scaling = bench.find("data.scaling").localToScene(bench.find("data.scaling").getLayoutBounds());
        assertThat(seed.getMinY()).as("below the scaling").isGreaterThanOrEqualTo(scaling.getMaxY());
        assertThat(seed.getMinX()).as("within the panel").isGreaterThanOrEqualTo(scaling.getMinX());
        assertThat(seed.getMaxX()).isLessThan(scaling.getMaxX());
    }

    @Test
    void whatIsNoSeedIsMarkedAndSaidInASentence() {
        TextField field = (TextField) bench.find("data.seed-field");
        bench.type("data.seed-field", "five");
        assertThat(bench.heard).isEmpty();
        assertThat(field.getPseudoClassStates().toString()).contains("error");
        assertThat(field.getTooltip().getText()).startsWith("\"five\" is not a seed").endsWith(".");
        assertThat(field.getAccessibleHelp()).isEqualTo(field.getTooltip().getText());
        FxEvents.press(field, KeyCode.ESCAPE);
        assertThat(field.getText()).isEqualTo("1");
        assertThat(field.getPseudoClassStates().toString()).doesNotContain("error");
        assertThat(field.getTooltip().getText()).startsWith("A whole number");
    }

    @Test
    void scalingIsChosenFromItsMenu() {
        ((MenuButton) bench.find("data.scaling")).getItems().get(1).fire();
        assertThat(bench.experiment.data().scaling()).isEqualTo(Scaling.STANDARDIZE);
    }

    @Test
    void pointsAfterATableAreScaledAsBeforeIt() {
        bench.show(bench.experiment.withData(bench.experiment.data().withScaling(Scaling.MIN_MAX)));
        Dataset table = new Dataset(Task.CLASSIFICATION, List.of("a", "b"), List.of("width", "height", "weight"),
                List.of(3), none(), none(), null);
        bench.experiment = bench.experiment.withData(bench.experiment.data().withScaling(Scaling.STANDARDIZE)
                .withSource(new Source.Csv("/tmp/animals.csv", "", Task.CLASSIFICATION, List.of(), List.of(), null)));
        bench.panel.show(bench.experiment, table);
        bench.click("tile-xor");
        assertThat(bench.experiment.data().scaling()).isEqualTo(Scaling.MIN_MAX);
        bench.show(bench.experiment.withData(bench.experiment.data().withScaling(Scaling.STANDARDIZE)));
        bench.click("tile-spiral");
        assertThat(bench.experiment.data().scaling()).as("chosen for points").isEqualTo(Scaling.STANDARDIZE);
    }

    @Test
    void aTableIsWantedByItsTileAndTakenWhenDropped() {
        bench.click("tile-csv");
        assertThat(bench.selected("tile-csv")).isFalse();
        FxDrops.file(bench.find("tile-csv"), DragEvent.DRAG_OVER, new File("flowers.CSV"));
        assertThat(bench.find("tile-csv").getPseudoClassStates().toString()).contains("drop-target");
        FxDrops.file(bench.find("tile-csv"), DragEvent.DRAG_DROPPED, new File("flowers.CSV"));
        assertThat(bench.find("tile-csv").getPseudoClassStates().toString()).doesNotContain("drop-target");
        FxDrops.file(bench.find("tile-csv"), DragEvent.DRAG_DROPPED, new File("cat.png"));
        assertThat(bench.heard).containsExactly("csv wanted", "csv flowers.CSV");
    }

    @Test
    void dataBeyondThePlaneShowTheirColumns() {
        Dataset table = new Dataset(Task.CLASSIFICATION, List.of("a", "b"), List.of("width", "height", "weight"),
                List.of(3), none(), none(), null);
        bench.experiment = bench.experiment.withData(bench.experiment.data().withSource(new Source.Csv("/tmp/animals.csv", "",
                Task.CLASSIFICATION, List.of(), List.of(), null)));
        bench.panel.show(bench.experiment, table);
        FxExtension.pulse(bench.stage.getScene());
        assertThat(bench.find("columns.names").lookupAll(".pill")).extracting(n -> ((Label) n).getText())
                .containsExactly("width", "height", "weight");
        assertThat(bench.find("features.count").getParent().getParent().isVisible()).isFalse();
        assertThat(columnCount()).isEqualTo("3");
        assertThat(((Label) bench.find("data.subject")).getText()).isEqualTo("animals.csv");
        assertThat(((Label) bench.find("paint.refusal")).getText()).contains("two coordinates");
    }

    @Test
    void ofManyColumnsTheFirstAreNamedAndTheOthersCounted() {
        List<String> names = IntStream.range(0, 30).mapToObj(i -> "column " + i).toList();
        bench.panel.show(bench.experiment.withData(bench.experiment.data().withSource(new Source.Csv("wide.csv", "",
                Task.CLASSIFICATION, List.of(), List.of(), null))), null);
        FxExtension.pulse(bench.stage.getScene());
        assertThat(bench.find("columns.names").getParent().lookupAll(".muted").stream().filter(Node::isVisible)
                .map(n -> ((Label) n).getText())).containsExactly("The columns are shown once the data are read.");
        bench.panel.show(bench.experiment.withData(bench.experiment.data().withSource(new Source.Csv("wide.csv", "",
                Task.CLASSIFICATION, List.of(), List.of(), null))),
                new Dataset(Task.CLASSIFICATION, List.of("a", "b"), names, List.of(30), none(), none(), null));
        FxExtension.pulse(bench.stage.getScene());
        assertThat(bench.find("columns.names").lookupAll(".pill")).extracting(n -> ((Label) n).getText())
                .isEqualTo(names.subList(0, 24));
        assertThat(bench.find("columns.names").lookupAll(".caption")).extracting(n -> ((Label) n).getText())
                .contains("and 6 more");
        assertThat(columnCount()).isEqualTo("30");
    }

    private String columnCount() {
        return bench.find("columns.names").getParent().lookupAll(".group-title").stream().map(n -> ((Label) n).getText())
                .filter(text -> !text.equals("Columns")).findFirst().orElseThrow();
    }

    private static Dataset.Samples none() {
        return new Dataset.Samples(0, new float[0], new float[0], 3, new int[0], new float[0]);
    }

    private List<Color> colors(String id) {
        WritableImage image = bench.find(id).snapshot(null, null);
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
}
