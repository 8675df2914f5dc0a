package dev.crescent.ui.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.insight.Confusion;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.SharpCanvas;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class ConfusionViewTest {
    private OutputPanel panel;
    private ConfusionView view;
    private Stage stage;

    @BeforeEach
    void show() throws Exception {
        panel = new OutputPanel();
        panel.setTheme(Palette.of(Theme.LIGHT));
        panel.getStyleClass().add("panel");
        expect(PointSet.BLOBS);
        stage = FxEvents.stage(panel, 480, 980);
        view = (ConfusionView) panel.lookupAll("*").stream().filter(ConfusionView.class::isInstance).findFirst().orElseThrow();
    }

    private void expect(PointSet set) throws Exception {
        Dataset data = Datasets.load(new Data(new Source.Points(set, 60, 0.1), 1, 0.5, Scaling.NONE),
                List.of("x1", "x2"), Path.of(""));
        panel.showPoints(PointsModel.of(data));
        panel.expect(data);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    private void resize(double height) {
        stage.setHeight(stage.getHeight() - stage.getScene().getHeight() + height);
        FxExtension.pulse(stage.getScene());
        FxExtension.pulse(stage.getScene());
    }

    @Test
    void itIsThereOnlyWhereThereIsRoom() {
        assertThat(panel.showsOutcome()).isTrue();
        assertThat(view.isVisible()).isTrue();
        resize(690);
        assertThat(panel.showsOutcome()).isFalse();
        assertThat(view.isVisible()).isFalse();
        resize(980);
        assertThat(panel.showsOutcome()).isTrue();
        panel.setVisible(false);
        assertThat(panel.showsOutcome()).as("in a folded panel").isFalse();
    }

    @Test
    void thePinnedSampleGoesFirst() {
        resize(820);
        assertThat(panel.showsOutcome()).isTrue();
        panel.pin(0, 0, Task.CLASSIFICATION, List.of("0", "1", "2"), new double[] {0.2, 0.3, 0.5});
        FxExtension.pulse(stage.getScene());
        assertThat(panel.showsOutcome()).isFalse();
        panel.unpin();
        FxExtension.pulse(stage.getScene());
        assertThat(panel.showsOutcome()).isTrue();
    }

    @Test
    void valuesHaveNoConfusion() throws Exception {
        expect(PointSet.PLANE);
        FxExtension.pulse(stage.getScene());
        assertThat(panel.showsOutcome()).isFalse();
    }

    @Test
    void aCellSaysItsNumberInWords() {
        assertThat(view.sentence(0, 0)).isEmpty();
        panel.show(new Confusion(new int[][] {{12, 0, 0}, {0, 0, 0}, {5, 1, 6}}, 0));
        assertThat(view.sentence(2, 0)).isEqualTo("5 test samples of class 2 were called class 0");
        assertThat(view.sentence(2, 1)).isEqualTo("1 test sample of class 2 was called class 1");
        assertThat(view.sentence(0, 1)).isEqualTo("No test sample of class 0 was called class 1");
        assertThat(view.sentence(2, 2))
                .isEqualTo("6 of the 12 test samples of class 2 were recognized, 50.0\u00a0%");
        assertThat(view.sentence(1, 1)).isEqualTo("There are no test samples of class 1");
    }

    @Test
    void cellsAreColoredByRecallAndByError() {
        Palette palette = Palette.of(Theme.LIGHT);
        panel.show(new Confusion(new int[][] {{12, 0, 0}, {0, 7, 0}, {9, 0, 3}}, 0));
        FxExtension.pulse(stage.getScene());
        PixelReader pixels = view.snapshot(null, null).getPixelReader();
        ConfusionGrid grid = ConfusionGrid.of(3, view.getWidth(), 60, 0);

        assertThat(at(pixels, grid, 0, 0)).isEqualTo(Palette.color(palette.fieldArgb(1)));
        assertThat(at(pixels, grid, 2, 2)).isEqualTo(Palette.color(palette.fieldArgb(0.25)));
        assertThat(at(pixels, grid, 2, 0)).isEqualTo(Palette.color(palette.fieldArgb(-Math.sqrt(0.75))));
        assertThat(at(pixels, grid, 0, 1)).isEqualTo(palette.color("confusion-empty"));
    }

    @Test
    void aScreenReaderHearsACellsSentence() {
        panel.show(new Confusion(new int[][] {{12, 0, 0}, {0, 7, 0}, {9, 0, 3}}, 0));
        Node cell = view.lookupAll("*").stream().filter(n -> "confusion.2.0".equals(n.getId())).findFirst().orElseThrow();
        assertThat(cell.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo(view.sentence(2, 0))
                .asString().startsWith("9 test samples");
    }

    @Test
    void numbersAreWrittenInTheirCells() {
        FxExtension.pulse(stage.getScene());
        ConfusionGrid grid = ConfusionGrid.of(3, view.getWidth(), 60, 0);
        assertThat(ink(grid, 0, 1)).as("before anything is counted").isZero();
        panel.show(new Confusion(new int[][] {{12, 0, 0}, {0, 7, 0}, {9, 0, 3}}, 0));
        FxExtension.pulse(stage.getScene());
        assertThat(ink(grid, 0, 1)).as("a zero").isPositive();
        assertThat(ink(grid, 0, 0)).as("a bold 12").isGreaterThan(ink(grid, 0, 1));
    }

    @Test
    void onlyThousandsAreShortenedWhereTheyHaveNoRoom() {
        ConfusionPainter narrow = painter(ConfusionGrid.of(8, 248, 60, 0));
        assertThat(narrow.number(450, Fonts.bold(12))).isEqualTo("450");
        assertThat(narrow.number(1249, Fonts.bold(12))).isEqualTo("1.2k");
        assertThat(narrow.number(9949, Fonts.bold(12))).isEqualTo("9.9k");
        assertThat(narrow.number(9950, Fonts.bold(12))).isEqualTo("10k");
        assertThat(painter(ConfusionGrid.of(3, 472, 60, 0)).number(1249, Fonts.bold(12))).isEqualTo("1,249");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10})
    void onASheetTheCellsFillTheRoomThereIs(int classes) {
        ConfusionGrid grid = ConfusionGrid.filling(classes, 1150, 820, 60);
        assertThat(grid.x(classes)).isBetween(1150.0 - classes, 1150.0 + 4);
        assertThat(grid.y(classes)).isBetween(820.0 - classes, 820.0 + 4);
    }

    private static ConfusionPainter painter(ConfusionGrid grid) {
        return new ConfusionPainter(new SharpCanvas(1, 1).pen(), grid, Palette.of(Theme.LIGHT), List.of());
    }

    @Test
    void aNameThatIsWiderThanItsColumnTurnsAllIntoDots() {
        assertThat(view.expect(List.of("a", "an uncommonly long name"))).isTrue();
        FxExtension.pulse(stage.getScene());
        ConfusionGrid grid = ConfusionGrid.of(2, view.getWidth(), 132, 0);
        for (int k = 0; k < 2; k++) {
            assertThat(heading(grid, k)).isEqualTo(Palette.of(Theme.LIGHT).classColor(k));
        }
    }

    @Test
    void cellsAreAsWideAsTheNamesAboveThemWhereThereIsRoom() {
        List<String> penguins = List.of("Adelie", "Chinstrap", "Gentoo");
        double widest = ConfusionPainter.widest(penguins);
        for (double width : new double[] {300, 336, 472, 900}) {
            ConfusionGrid grid = ConfusionGrid.of(3, width, 100, widest);
            assertThat(grid.cellWidth()).as("%s wide", width).isGreaterThanOrEqualTo(widest);
            assertThat(grid.x(2) + grid.cellWidth()).isLessThanOrEqualTo(width);
            assertThat(grid.textWidth()).as("room for the title, %s wide", width).isGreaterThanOrEqualTo(200);
        }
        assertThat(ConfusionGrid.of(3, 248, 100, widest)).as("no room").isEqualTo(ConfusionGrid.of(3, 248, 100, 0));
        assertThat(view.expect(penguins)).isTrue();
        FxExtension.pulse(stage.getScene());
        ConfusionGrid grid = ConfusionGrid.of(3, view.getWidth(), 100, widest);
        for (int k = 0; k < 3; k++) {
            assertThat(heading(grid, k)).isNotEqualTo(Palette.of(Theme.LIGHT).classColor(k));
        }
    }

    /// What is in the middle above a column.
    private Color heading(ConfusionGrid grid, int column) {
        int line = (int) (grid.top() - ConfusionGrid.GAP - ConfusionGrid.LINE / 2);
        return view.snapshot(null, null).getPixelReader()
                .getColor((int) (grid.x(column) + grid.cellWidth() / 2), line);
    }

    @Test
    void samplesWithoutAnAnswerAreToldOfUntilTheClassesChange() throws Exception {
        panel.show(new Confusion(new int[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, 2));
        assertThat(words()).startsWith("2 samples get no answer");
        expect(PointSet.MOONS);
        assertThat(words()).startsWith("Rows are the true class");
    }

    @Test
    void withoutATestPartThereIsNoConfusion() throws Exception {
        panel.expect(Datasets.load(new Data(new Source.Points(PointSet.BLOBS, 60, 0.1), 1, 0, Scaling.NONE),
                List.of("x1", "x2"), Path.of("")));
        FxExtension.pulse(stage.getScene());
        assertThat(panel.showsOutcome()).isFalse();
    }

    private String words() {
        return view.lookupAll(".label").stream().filter(n -> "confusion.text".equals(n.getId())).map(n -> ((Label) n).getText())
                .findFirst().orElseThrow();
    }

    /// How many pixels in the middle of a cell are much darker than its corner.
    private int ink(ConfusionGrid grid, int row, int column) {
        PixelReader pixels = view.snapshot(null, null).getPixelReader();
        double ground = at(pixels, grid, row, column).getBrightness();
        int count = 0;
        for (int y = (int) grid.y(row) + 8; y < grid.y(row) + grid.cellHeight() - 8; y++) {
            for (int x = (int) grid.x(column) + 8; x < grid.x(column) + grid.cellWidth() - 8; x++) {
                count += pixels.getColor(x, y).getBrightness() < ground - 0.3 ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void otherClassesForgetWhatWasCounted() throws Exception {
        panel.show(new Confusion(new int[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, 0));
        expect(PointSet.MOONS);
        assertThat(view.sentence(0, 0)).isEmpty();
        panel.show(new Confusion(new int[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, 0));
        assertThat(view.sentence(0, 0)).as("of the former classes").isEmpty();
    }

    @Test
    void twoToEightClassesFitTheirWidth() {
        for (int classes = 2; classes <= 8; classes++) {
            for (double width : new double[] {248, 336, 472, 900}) {
                for (double widest : new double[] {0, 60, 400}) {
                    ConfusionGrid grid = ConfusionGrid.of(classes, width, 100, widest);
                    assertThat(grid.x(classes - 1) + grid.cellWidth()).isLessThanOrEqualTo(width);
                    assertThat(grid.textX() + grid.textWidth()).isLessThanOrEqualTo(width);
                    assertThat(grid.height()).isGreaterThanOrEqualTo(grid.y(classes - 1) + grid.cellHeight());
                }
            }
        }
        assertThat(view.expect(List.of("only"))).isFalse();
        assertThat(view.expect(IntStream.range(0, 13).mapToObj(Integer::toString).toList())).isFalse();
    }

    /// Near a cell's lower edge, where no number is.
    private static Color at(PixelReader pixels, ConfusionGrid grid, int row, int column) {
        return pixels.getColor((int) (grid.x(column) + grid.cellWidth() / 2), (int) (grid.y(row) + grid.cellHeight() - 4));
    }
}
