package dev.crescent.ui.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import dev.crescent.ui.zoom.SharpCanvas;
import java.util.Arrays;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class PolylineTest {
    @Test
    void longRunsAreThinnedToThePixelsButKeepTheirPeaks() {
        int count = 100_000;
        double[] epochs = new double[count];
        double[] values = new double[count];
        Arrays.setAll(epochs, i -> i);
        values[54_321] = 1;
        Series series = new Series("test", epochs, values, count, Color.BLACK, "");
        SharpCanvas canvas = new SharpCanvas(200, 100);
        int points = new Polyline(canvas.pen())
                .stroke(series, new Scale(0, count, false, 0, 200), new Scale(0, 1, false, 100, 0));
        assertThat(points).isBetween(200, 4 * 201);
        WritableImage image = canvas.snapshot(null, null);
        boolean peak = false;
        for (int y = 2; y < 40; y++) {
            peak |= image.getPixelReader().getColor(108, y).getBrightness() < 0.9;
        }
        assertThat(peak).isTrue();
    }

    @Test
    void aGapInTheDataIsAGapInTheLine() {
        double[] values = {0.5, 0.5, Double.NaN, 0.5, 0.5};
        SharpCanvas canvas = new SharpCanvas(100, 20);
        canvas.pen().setLineWidth(4);
        new Polyline(canvas.pen()).stroke(
                new Series("test", new double[] {0, 1, 2, 3, 4}, values, 5, Color.BLACK, ""),
                new Scale(0, 4, false, 0, 100), new Scale(0, 1, false, 20, 0));
        WritableImage image = canvas.snapshot(null, null);
        assertThat(image.getPixelReader().getColor(15, 10).getBrightness()).isLessThan(0.5);
        assertThat(image.getPixelReader().getColor(50, 10).getBrightness()).isGreaterThan(0.9);
        assertThat(image.getPixelReader().getColor(85, 10).getBrightness()).isLessThan(0.5);
    }
}
