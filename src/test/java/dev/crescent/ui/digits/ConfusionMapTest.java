package dev.crescent.ui.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.insight.Confusion;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class ConfusionMapTest {
    private static final List<String> NAMES = List.of("0", "1", "2");
    private static final Confusion COUNTS = new Confusion(new int[][] {{8, 2, 0}, {0, 9, 1}, {0, 0, 7}}, 0);
    /// With room for it, a cell is 36 wide, after the axis's 16 and the names' 20, and 2 apart.
    private static final double[] MIDDLE = {54, 92, 130};

    private final Palette palette = Palette.of(Theme.LIGHT);
    private final List<String> heard = new ArrayList<>();
    private ConfusionMap view;
    private Node matrix;
    private Stage stage;

    @BeforeEach
    void open() {
        view = new ConfusionMap();
        view.setListener((label, prediction) -> heard.add(label + " as " + prediction));
        view.show(NAMES, COUNTS);
        stage = FxEvents.stage(view, 300, 240);
        matrix = view.lookup(".focusable");
    }

    @AfterEach
    void close() {
        stage.hide();
    }

    private String sentence() {
        return view.lookupAll(".label").stream().filter(node -> "digits.confusion.sentence".equals(node.getId()))
                .map(node -> ((Label) node).getText()).findFirst().orElseThrow();
    }

    private int color(Shot shot, int row, int column) {
        Bounds at = matrix.localToScene(matrix.getLayoutBounds());
        return shot.at(at.getMinX() + MIDDLE[column] - 12, at.getMinY() + MIDDLE[row] - 12);
    }

    /// Of so many wrong answers, where no cell has more than six.
    private int orange(int count) {
        return palette.weightArgb(-(0.06 + 0.79 * Math.pow(count / 6.0, 0.7)));
    }

    @Test
    void rightAnswersAreBlueByRecallAndWrongOnesOrangeByNumber() {
        Shot shot = Shot.of(stage);
        assertThat(color(shot, 2, 2)).isEqualTo(palette.weightArgb(0.65));
        assertThat(color(shot, 0, 0)).isEqualTo(palette.weightArgb(0.15 + 0.5 * 0.8));
        assertThat(color(shot, 0, 1)).isEqualTo(orange(2));
        assertThat(color(shot, 1, 2)).isEqualTo(orange(1));
        assertThat(color(shot, 2, 0)).isEqualTo(color(shot, 1, 0)).isNotEqualTo(color(shot, 0, 1));
        view.show(NAMES, null);
        assertThat(color(Shot.of(stage), 0, 1)).as("nothing is known").isEqualTo(color(shot, 2, 0));
    }

    @Test
    void theNumberStandsInACellWithRoomForIt() {
        assertThat(numbered(0, 1)).isTrue();
        assertThat(numbered(2, 0)).as("nothing was counted there").isFalse();
        stage.setHeight(100);
        assertThat(numbered(0, 1)).as("a small cell").isFalse();
    }

    /// Whether a cell is of more than one color.
    private boolean numbered(int row, int column) {
        Shot shot = Shot.of(stage);
        Bounds at = matrix.localToScene(matrix.getLayoutBounds());
        double pitch = (view.widthOf(view.getHeight()) - 34) / 3;
        double x = at.getMinX() + 36 + pitch * column;
        double y = at.getMinY() + 36 + pitch * row;
        int fill = shot.at(x + 4, y + 4);
        double inner = pitch - 2 - 8;
        return shot.count(fill, x + 4, y + 4, x + 4 + inner, y + 4 + inner) < Math.floor(inner) * Math.floor(inner);
    }

    @Test
    void longNamesStandBesideTheirRowsAndUprightAboveTheirColumns() {
        double shortNames = view.widthOf(200);
        view.show(List.of("Trouser", "Ankle boot", "Pullover"), COUNTS);
        assertThat(view.widthOf(200)).isGreaterThan(shortNames);
        FxEvents.move(matrix, 68 + 36 + 10, 68 + 10);
        assertThat(sentence()).isEqualTo("Trouser read as Ankle boot: 2 of 10");
        assertThat(Shot.of(stage).count(Palette.argb(palette.fgMuted()), 16, 24 + 68, 66, 240)).isPositive();
    }

    @Test
    void bothAxesSayWhatTheyAre() {
        int text = Palette.argb(palette.fgMuted());
        Bounds at = matrix.localToScene(matrix.getLayoutBounds());
        double left = at.getMinX();
        double top = at.getMinY();
        Shot shot = Shot.of(stage);
        assertThat(shot.count(text, left + 36, top, left + 150, top + 16)).as("above the columns").isPositive();
        assertThat(shot.count(text, left, top + 36, left + 16, top + 150)).as("before the rows").isPositive();
        assertThat(shot.count(text, left, top, left + 36, top + 16)).as("in the corner").isZero();
    }

    @Test
    void namesOfRowsNeverRunTogether() {
        List<String> digits = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        view.show(digits, null);
        for (double height : new double[] {300, 240, 180, 150}) {
            stage.setHeight(height);
            Shot shot = Shot.of(stage);
            double length = view.widthOf(view.getHeight()) - 36;
            double pitch = (length + 2) / 10;
            Bounds at = matrix.localToScene(matrix.getLayoutBounds());
            int lines = 0;
            boolean before = false;
            for (double y = at.getMinY() + 36; y < at.getMinY() + 36 + length; y++) {
                boolean inked = shot.count(Palette.argb(palette.bg()), at.getMinX() + 18, y, at.getMinX() + 34, y + 1) < 16;
                lines += inked && !before ? 1 : 0;
                before = inked;
            }
            assertThat(lines).as("rows %s apart", pitch).isEqualTo(pitch >= 12 ? 10 : 5);
        }
    }

    @Test
    void aCellSaysItsNumberAndIsChosenByAClick() {
        FxEvents.move(matrix, MIDDLE[1], MIDDLE[0]);
        assertThat(sentence()).isEqualTo("0 read as 1: 2 of 10");
        FxEvents.exit(matrix);
        assertThat(sentence()).as("how many are right").isEqualTo("88.9\u00a0% of 27");
        FxEvents.click(matrix, MIDDLE[2], MIDDLE[1]);
        FxEvents.exit(matrix);
        assertThat(heard).containsExactly("1 as 2");
        assertThat(sentence()).as("the chosen cell's").isEqualTo("1 read as 2: 1 of 10");
        assertThat(matrix.getAccessibleText()).isEqualTo("Confusion. 1 read as 2: 1 of 10");
        FxEvents.click(matrix, 250, MIDDLE[1]);
        FxEvents.drag(matrix, MouseButton.SECONDARY, MIDDLE[0], MIDDLE[0], MIDDLE[0], MIDDLE[0]);
        assertThat(heard).as("no cell, or no choice").hasSize(1);
        view.select(-1, -1);
        FxEvents.exit(matrix);
        assertThat(sentence()).isEqualTo("88.9\u00a0% of 27");
    }

    @Test
    void arrowsGoFromCellToCellAndStopAtTheEdges() {
        FxEvents.press(matrix, KeyCode.DOWN);
        FxEvents.press(matrix, KeyCode.RIGHT);
        FxEvents.press(matrix, KeyCode.UP);
        FxEvents.press(matrix, KeyCode.DOWN);
        FxEvents.press(matrix, KeyCode.DOWN);
        FxEvents.press(matrix, KeyCode.DOWN);
        assertThat(heard).containsExactly("0 as 0", "0 as 1", "0 as 1", "1 as 1", "2 as 1", "2 as 1");
        assertThat(sentence()).isEqualTo("2 read as 1: 0 of 7");
    }

    @Test
    void otherClassesHaveNoChosenCellAndNothingCountedCannotBeChosen() {
        FxEvents.click(matrix, MIDDLE[0], MIDDLE[0]);
        FxEvents.exit(matrix);
        view.show(List.of("cat", "dog"), null);
        assertThat(sentence()).isEmpty();
        FxEvents.click(matrix, MIDDLE[1], MIDDLE[0]);
        assertThat(heard).containsExactly("0 as 0");
        view.show(List.of("cat", "dog"), COUNTS);
        FxEvents.move(matrix, MIDDLE[1], MIDDLE[0]);
        assertThat(sentence()).as("counts of other classes").isEmpty();
    }
}
