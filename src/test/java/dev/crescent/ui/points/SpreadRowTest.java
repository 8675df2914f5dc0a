package dev.crescent.ui.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class SpreadRowTest {
    private static Region box() {
        Region box = new Region();
        box.setMinSize(80, 20);
        box.setPrefSize(80, 20);
        box.setMaxSize(80, 20);
        return box;
    }

    /// Three boxes with the least gaps need 272 pixels.
    @Test
    void itIsAsHighAsItsRowsHoweverItGetsNarrowerOrWider() {
        SpreadRow row = new SpreadRow(box(), box(), box());
        VBox column = new VBox(row);
        for (int step = -3; step <= 3; step += 6) {
            for (int width = step < 0 ? 402 : 60; width >= 60 && width <= 402; width += step) {
                column.resize(width, 300);
                column.layout();
                double expected = width >= 272 ? 20 : width >= 176 ? 48 : 76;
                assertThat(row.getHeight()).as("at %d pixels", width).isEqualTo(expected);
                assertThat(row.getChildren().getLast().getLayoutY()).as("at %d pixels", width).isEqualTo(expected - 20);
            }
        }
    }
}
