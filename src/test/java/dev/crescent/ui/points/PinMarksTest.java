package dev.crescent.ui.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.insight.Region;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import javafx.scene.Node;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The pin, the ring of the keyboard's probe and the brush, as they are seen on an empty picture.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class PinMarksTest {
    private static final int SIDE = 200;

    private OutputView view;
    private Node picture;
    private Stage stage;

    @BeforeEach
    void show() {
        view = new OutputView();
        view.setHome(new Region(-1, 1, -1, 1));
        view.showZoom(false);
        stage = FxEvents.stage(view, SIDE, SIDE + 24);
        picture = view.lookup(".output-picture");
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    @Test
    void aPinIsARingWithDashedLinesToBothAxes() {
        view.showPin(0.4, 0.2);
        assertThat(inked(148, 80)).as("ring, right of (140, 80)").isTrue();
        assertThat(inked(140, 72)).as("ring, above").isTrue();
        assertThat(inked(140, 80)).as("dot").isTrue();
        assertThat(row(80, 40, 128)).as("dashes to the left").isBetween(35, 75);
        assertThat(row(80, 152, 196)).as("to the right").isZero();
        assertThat(column(140, 92, 192)).as("dashes down").isBetween(40, 85);
        assertThat(column(140, 8, 68)).as("above").isZero();
    }

    @Test
    void aPinOutOfSightIsNotDrawnUntilItComesBack() {
        view.showPin(0.4, 0.2);
        for (Region elsewhere : new Region[] {new Region(-1, 1, -2, 0), new Region(-2, 0, -1, 1)}) {
            view.setHome(elsewhere);
            assertThat(inkedAnywhere()).as("no lines either").isFalse();
        }
        view.setHome(new Region(-1, 1, -1, 1));
        assertThat(inked(148, 80)).isTrue();
        view.clearPin();
        assertThat(inkedAnywhere()).isFalse();
    }

    @Test
    void theBrushIsACircleOfItsRadiusAndTakesTheProbesPlace() {
        view.setPaintMode(true);
        view.setBrushRadius(24);
        FxEvents.press(view, KeyCode.RIGHT);
        assertThat(inked(107, 100)).as("ring of the keys, about (102, 100)").isTrue();
        FxEvents.move(picture, 120, 100);
        assertThat(inked(144, 100)).isTrue();
        assertThat(inked(120, 76)).isTrue();
        assertThat(inked(107, 100)).as("ring of the keys").isFalse();
        FxEvents.exit(picture);
        assertThat(inkedAnywhere()).isFalse();
    }

    @Test
    void theColorsAreThoseOfTheTheme() {
        view.setTheme(Palette.of(Theme.DARK));
        view.showPin(0.4, 0.2);
        pulse();
        assertThat(pixels().getColor(140, 80).getBrightness()).isGreaterThan(0.8);
    }

    private boolean inked(int x, int y) {
        pulse();
        return dark(pixels(), x, y);
    }

    private boolean inkedAnywhere() {
        pulse();
        PixelReader pixels = pixels();
        for (int y = 10; y < SIDE - 10; y++) {
            // The numbers of the vertical axis are at the left edge.
            for (int x = 40; x < SIDE - 10; x++) {
                if (dark(pixels, x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int row(int y, int from, int to) {
        pulse();
        PixelReader pixels = pixels();
        int count = 0;
        for (int x = from; x < to; x++) {
            count += dark(pixels, x, y) ? 1 : 0;
        }
        return count;
    }

    private int column(int x, int from, int to) {
        pulse();
        PixelReader pixels = pixels();
        int count = 0;
        for (int y = from; y < to; y++) {
            count += dark(pixels, x, y) ? 1 : 0;
        }
        return count;
    }

    private PixelReader pixels() {
        return view.snapshot(null, null).getPixelReader();
    }

    private static boolean dark(PixelReader pixels, int x, int y) {
        Color color = pixels.getColor(x, y);
        return color.getBrightness() < 0.6;
    }

    private void pulse() {
        FxExtension.pulse(stage.getScene());
    }
}
