package dev.crescent.ui.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.insight.ValueRange;
import dev.crescent.ui.ClassDot;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class ScaleLegendTest {
    private static final PointsModel TWO = PointsModel.classes(new float[0], new int[0], 0, List.of("0", "1"));
    private static final PointsModel THREE = PointsModel.classes(new float[0], new int[0], 0, List.of("0", "1", "2"));

    private static final Palette LIGHT = Palette.of(Theme.LIGHT);
    private static final int WIDTH = 336;

    private ScaleLegend legend;
    private Stage stage;

    @BeforeEach
    void show() {
        legend = new ScaleLegend();
        stage = FxEvents.stage(legend, WIDTH, 80);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    @Test
    void twoClassesHaveTheLinesOfAHalfAndOfNineTenths() {
        legend.show(TWO);
        assertThat(words()).contains("0.5", "0.9");
    }

    @Test
    void aUnitHasTheLineOfItsMiddleOnly() {
        legend.show(TWO);
        legend.showUnit(new ValueRange(-1, 1));
        assertThat(words()).contains("0").doesNotContain("0.5", "0.9");
        legend.showUnit(null);
        assertThat(words()).contains("0.5", "0.9");
    }

    @Test
    void aUnitHasNoClassesAndTakesAsMuchRoom() {
        legend.show(THREE);
        double height = legend.prefHeight(336);
        assertThat(words()).contains("Class 2", "9 : 1");
        legend.showUnit(new ValueRange(-4, 4));
        assertThat(words()).doesNotContain("Class 2", "9 : 1", "boundary");
        assertThat(legend.prefHeight(336)).isEqualTo(height);
    }

    @Test
    void theBarOfTwoClassesHasTheirNamesAtItsEnds() {
        legend.show(TWO);
        double[] plain = ends();
        legend.show(PointsModel.classes(new float[0], new int[0], 0, List.of("green", "red")));
        double[] named = ends();
        assertThat(named[0]).as("the bar makes room").isGreaterThan(plain[0] + 10);
        assertThat(named[1]).isLessThan(plain[1] - 10);
        legend.show(PointsModel.classes(new float[0], new int[0], 0, List.of("a very, very long name of a class", "b")));
        assertThat(ends()[0]).as("but not all of it").isLessThan(110);
    }

    /// Where the bar's colors begin and end.
    private double[] ends() {
        PixelReader pixels = pixels();
        Color low = Palette.color(LIGHT.fieldArgb(-1));
        Color high = Palette.color(LIGHT.fieldArgb(1));
        int left = 0;
        while (left < WIDTH - 1 && !near(pixels.getColor(left, 12), low)) {
            left++;
        }
        int right = WIDTH - 1;
        while (right > 0 && !near(pixels.getColor(right, 12), high)) {
            right--;
        }
        return new double[] {left, right};
    }

    @Test
    void manyClassesAreNamedBesideTheirColors() {
        legend.show(THREE);
        assertThat(words()).startsWith("Class 0", "Class 1", "Class 2", "paler = less sure").contains("boundary", "9 : 1");
        assertThat(legend.lookupAll(".caption").stream().limit(3).map(node -> ((ClassDot) ((Label) node).getGraphic()).getFill()))
                .containsExactly(LIGHT.classColor(0), LIGHT.classColor(1), LIGHT.classColor(2));
    }

    @Test
    void valuesHaveTheLinesOfTheMiddleAndOfTheQuarters() {
        legend.show(PointsModel.values(new float[0], new float[0], 0, 0, 8));
        assertThat(words()).contains("4.0", "2.0, 6.0");
    }

    @Test
    void longValuesGoOnInASecondRowBeforeAnyIsCut() {
        legend.show(PointsModel.values(new float[0], new float[0], 0, 0, 8));
        double row = height();
        legend.show(PointsModel.values(new float[0], new float[0], 0, 23_000, 590_200));
        assertThat(height()).isGreaterThan(row + 10);
        assertThat(captions()).allSatisfy(label -> {
            assertThat(label.getWidth()).as(label.getText()).isGreaterThanOrEqualTo(label.prefWidth(-1));
            assertThat(label.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(WIDTH);
        });
        double both = height();
        legend.showUnit(new ValueRange(-1, 1));
        assertThat(height()).as("nothing below moves for a unit").isEqualTo(both);
        legend.showUnit(null);
        legend.show(PointsModel.values(new float[0], new float[0], 0, 0, 8));
        assertThat(height()).isEqualTo(row);
    }

    private double height() {
        FxExtension.pulse(stage.getScene());
        return legend.prefHeight(WIDTH);
    }

    private List<Label> captions() {
        return legend.lookupAll(".caption").stream().map(Label.class::cast).toList();
    }

    @Test
    void theBarGoesFromTheLowColorToTheHighOne() {
        legend.show(TWO);
        PixelReader pixels = pixels();
        assertThat(near(pixels.getColor(40, 12), Palette.color(LIGHT.fieldArgb(-0.95)))).isTrue();
        assertThat(near(pixels.getColor(WIDTH - 40, 12), Palette.color(LIGHT.fieldArgb(0.95)))).isTrue();
        assertThat(pixels.getColor(5, 12)).as("the dot of class 0").isEqualTo(LIGHT.classColor(0));
        assertThat(pixels.getColor(WIDTH - 5, 12)).as("the dot of class 1").isEqualTo(LIGHT.classColor(1));
        legend.show(PointsModel.values(new float[0], new float[0], 0, 0, 8));
        assertThat(near(pixels().getColor(2, 12), Palette.color(LIGHT.fieldArgb(-1)))).as("values use all the width").isTrue();
    }

    @Test
    void roundValuesAreWrittenBelowTheBar() {
        legend.show(PointsModel.values(new float[0], new float[0], 0, -1, 1));
        assertThat(written(WIDTH / 2 - 8, WIDTH / 2 + 8)).as("0 in the middle").isTrue();
        assertThat(written(WIDTH / 4 - 20, WIDTH / 4 + 20)).as("a half at a quarter").isTrue();
        legend.showUnit(new ValueRange(-3.99, 0.01));
        assertThat(written(WIDTH / 2 - 8, WIDTH / 2 + 8)).as("-2 near the middle").isTrue();
    }

    private boolean written(int from, int to) {
        PixelReader pixels = pixels();
        for (int y = 22; y < 34; y++) {
            for (int x = from; x < to; x++) {
                if (pixels.getColor(x, y).getBrightness() < 0.7) {
                    return true;
                }
            }
        }
        return false;
    }

    private PixelReader pixels() {
        FxExtension.pulse(stage.getScene());
        return legend.snapshot(null, null).getPixelReader();
    }

    private static boolean near(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) < 0.04 && Math.abs(a.getGreen() - b.getGreen()) < 0.04
                && Math.abs(a.getBlue() - b.getBlue()) < 0.04;
    }

    private List<String> words() {
        return legend.lookupAll(".caption").stream().map(node -> ((Label) node).getText()).toList();
    }
}
