package dev.crescent.ui.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.zoom.ZoomPane;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FxExtension.class)
class PixelsViewTest {
    private static final int SIDE = 28;

    /// The stage is enlarged, so that pixels of its layout begin within pixels of the screen.
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.25, 1.5})
    void noPaperShinesThroughWhereInkMeetsInk(double zoom) {
        PixelsView view = new PixelsView(0.5, 1, 1);
        ZoomPane root = new ZoomPane(view);
        Stage stage = FxEvents.stage(root, 594, 600);
        root.zoomProperty().set(zoom);
        float[] ink = new float[SIDE * SIDE];
        Arrays.fill(ink, 1);
        view.show(ink, SIDE, SIDE);
        FxExtension.pulse(stage.getScene());
        WritableImage seen = root.snapshot(null, null);
        Set<Integer> red = new TreeSet<>();
        for (int at = 60; at < 540; at++) {
            red.add(seen.getPixelReader().getArgb(at, 300) >> 16 & 255);
            red.add(seen.getPixelReader().getArgb(297, at) >> 16 & 255);
        }
        stage.hide();
        assertThat(Collections.max(red) - Collections.min(red)).as("but for rounding").isLessThanOrEqualTo(2);
    }

    @Test
    void showsNothingBeforeThereIsAnImage() {
        PixelsView view = new PixelsView(0.5, 1, 1);
        assertThat(view.isShowing()).isFalse();
        view.show(new float[SIDE * SIDE], SIDE, SIDE);
        assertThat(view.isShowing()).isTrue();
    }
}
