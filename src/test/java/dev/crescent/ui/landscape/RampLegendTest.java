package dev.crescent.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class RampLegendTest {
    private static List<String> seen(double width) {
        RampLegend legend = new RampLegend();
        legend.show(new LossScale(true, 0.0012, 5.5, false));
        HBox.setHgrow(legend, Priority.ALWAYS);
        Stage stage = FxEvents.stage(new HBox(legend), width, 40);
        FxExtension.pulse(stage.getScene());
        List<Node> parts = legend.getChildren().stream().filter(part -> part.isManaged() && part.isVisible()).toList();
        for (Node part : parts) {
            assertThat(part.getBoundsInParent().getMinX()).as("%s", part).isGreaterThanOrEqualTo(0);
            assertThat(part.getBoundsInParent().getMaxX()).as("%s", part).isLessThanOrEqualTo(width);
        }
        List<String> words = parts.stream().filter(Label.class::isInstance).map(part -> ((Label) part).getText()).toList();
        stage.hide();
        return words;
    }

    @Test
    void theWordsGoFirstAndNoNumberIsEverCut() {
        assertThat(seen(400)).hasSize(4);
        assertThat(seen(112)).hasSize(2);
        assertThat(seen(40)).isEmpty();
    }
}
