package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
class RailTest {
    @Test
    void inAWideWindowItHasNamesAndNoFrameIsWithoutStyle(@TempDir Path home) {
        try (WindowBench app = new WindowBench(home)) {
            ToggleButton room = (ToggleButton) app.find("rail.playground");
            Rail rail = (Rail) room.getParent();
            double narrow = rail.getWidth();
            List<Boolean> plain = new ArrayList<>();
            Runnable look = () -> plain.add(rail.getBackground() == null || room.getTextFill().equals(Color.BLACK));
            app.scene().addPostLayoutPulseListener(look);
            app.stage.setWidth(1700);
            app.await("names", () -> rail.getStyleClass().contains("named") && rail.getWidth() > narrow);
            app.scene().removePostLayoutPulseListener(look);
            assertThat(plain).isNotEmpty().doesNotContain(true);
        }
    }
}
