package dev.crescent.ui.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.landscape.TrackColors;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class RaceCurvesTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 200;

    private final Palette palette = Palette.of(Theme.LIGHT);
    private RaceCurves view;
    private Stage stage;

    @BeforeEach
    void show() {
        view = new RaceCurves();
        stage = FxEvents.stage(view, WIDTH, HEIGHT);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    private PixelReader show(RaceCurves.Curve... curves) {
        view.show(List.of(curves), -1, 0);
        FxExtension.pulse(stage.getScene());
        return stage.getScene().snapshot(null).getPixelReader();
    }

    /// The rows in which a column has a curve's color, -1 for none.
    private int row(PixelReader pixels, int column, int color) {
        return IntStream.range(0, HEIGHT - 26).filter(y -> isOf(pixels.getColor(column, y), color)).findFirst().orElse(-1);
    }

    private boolean isOf(Color at, int color) {
        Color wanted = TrackColors.text(palette, color);
        return Math.abs(at.getRed() - wanted.getRed()) + Math.abs(at.getGreen() - wanted.getGreen())
                + Math.abs(at.getBlue() - wanted.getBlue()) < 0.25;
    }

    private static double[] values(int count, IntToDoubleFunction of) {
        return IntStream.range(0, count).mapToDouble(of).toArray();
    }

    @Test
    void anEvenDecayIsAStraightLineOverLogarithms() {
        PixelReader pixels = show(new RaceCurves.Curve("SGD", 0, values(101, i -> Math.pow(10, -i / 25.0)), 101));
        assertThat(view.isLogarithmic()).isTrue();
        int first = row(pixels, 100, 0);
        int middle = row(pixels, 180, 0);
        int last = row(pixels, 260, 0);
        assertThat(first).isPositive().isLessThan(middle);
        assertThat(last - middle).isBetween(middle - first - 2, middle - first + 2);
    }

    @Test
    void aCurveMeasuredNowAndThenEndsWhereItsDotIs() {
        double[] steps = values(11, i -> 10 * i);
        PixelReader pixels = show(new RaceCurves.Curve("SGD", 0, steps, values(11, i -> Math.pow(10, -i / 5.0)), 11));
        // The axis goes from 48 to 76 before the right edge, the line is 2 pixels wide and the dot 5.
        assertThat(thickness(pixels, WIDTH - 76, 0)).isGreaterThan(3);
        assertThat(thickness(pixels, 48 + (WIDTH - 76 - 48) / 10, 0)).as("at the tenth step").isLessThan(5);
    }

    /// In how many rows a column has a curve's color.
    private long thickness(PixelReader pixels, int column, int color) {
        return IntStream.range(0, HEIGHT - 26).filter(y -> isOf(pixels.getColor(column, y), color)).count();
    }

    @Test
    void negativeValuesHaveAnEvenAxis() {
        show(new RaceCurves.Curve("SGD", 0, values(11, i -> 1 - i), 11), new RaceCurves.Curve("Adam", 3, values(11, i -> 1), 11));
        assertThat(view.isLogarithmic()).isFalse();
        RaceCurves.Curve high = new RaceCurves.Curve("Adam", 3, values(11, i -> 1), 11);
        view.show(List.of(high), -1, -5);
        assertThat(view.isLogarithmic()).as("negative ones are to come").isFalse();
    }

    @Test
    void whatDivergesLeavesRoomForTheOthers() {
        PixelReader pixels = show(new RaceCurves.Curve("SGD", 0, values(101, i -> Math.pow(10, i)), 101),
                new RaceCurves.Curve("Adam", 3, values(101, i -> 0.1 + 0.9 / (1 + i)), 101));
        int start = row(pixels, 60, 3);
        int end = row(pixels, 300, 3);
        assertThat(start).isBetween(8, 150);
        assertThat(end - start).isGreaterThan(30);
    }

    @Test
    void theFinishIsInThePictureThoughNobodyIsThereYet() {
        RaceCurves.Curve curve = new RaceCurves.Curve("Adam", 3, values(3, i -> 50 * i), values(3, i -> 1 - 0.1 * i), 3);
        view.showLosses(List.of(curve), -1, Double.NaN);
        FxExtension.pulse(stage.getScene());
        int alone = row(stage.getScene().snapshot(null).getPixelReader(), 300, 3);
        view.showLosses(List.of(curve), -1, 0.001);
        FxExtension.pulse(stage.getScene());
        int withFinish = row(stage.getScene().snapshot(null).getPixelReader(), 300, 3);
        assertThat(withFinish).as("room below for three powers of ten").isPositive().isLessThan(alone - 40);
    }

    @Test
    void accuraciesHaveAnEvenAxisUpToAll() {
        view.showAccuracies(List.of(new RaceCurves.Curve("Adam", 3, values(3, i -> 10 * i), values(3, i -> 0.5 + 0.2 * i), 3)), -1, 0.95);
        assertThat(view.isLogarithmic()).isFalse();
    }

    @Test
    void noGridLineRunsThroughTheFinishsName() {
        RaceCurves.Curve curve = new RaceCurves.Curve("Adam", 3, values(3, i -> 50 * i), values(3, i -> 0.1 + 0.4 * i), 3);
        // Somewhere among these finishes a grid line lies at the height of the name.
        for (double finish = 0.2; finish < 0.5; finish += 0.01) {
            view.showAccuracies(List.of(curve), -1, finish);
            FxExtension.pulse(stage.getScene());
            PixelReader pixels = stage.getScene().snapshot(null).getPixelReader();
            int line = finishRow(pixels);
            for (int y = line - 14; y < line - 3; y++) {
                int row = y;
                long grid = IntStream.range(50, 76).filter(x -> pixels.getArgb(x, row) == Palette.argb(palette.borderMuted()))
                        .count();
                assertThat(grid).as("row %s above a finish of %s", row, finish).isZero();
            }
        }
    }

    /// The row of the finish's dashes.
    private int finishRow(PixelReader pixels) {
        for (int y = HEIGHT - 28; y > 0; y--) {
            if (pixels.getArgb(121, y) == Palette.argb(palette.fgMuted())) {
                return y;
            }
        }
        throw new AssertionError("no finish is seen");
    }
}
