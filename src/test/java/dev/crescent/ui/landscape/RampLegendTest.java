package dev.crescent.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
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

    private static List<String> seenBelow(String title, double width) {
        RampLegend legend = new RampLegend();
        legend.show(new LossScale(true, 0.0012, 5.5, false));
        LegendHeader header = new LegendHeader(title, legend);
        Stage stage = FxEvents.stage(new VBox(header), width, 100);
        FxExtension.pulse(stage.getScene());
        Label name = (Label) header.lookup(".panel-title");
        assertThat(name.isTextTruncated()).isFalse();
        List<String> words = legend.getChildren().stream().filter(part -> part.isManaged() && part.isVisible()).map(part -> {
            Bounds at = part.localToScene(part.getLayoutBounds());
            assertThat(at.getMinX()).as("%s", part).isGreaterThanOrEqualTo(0);
            assertThat(at.getMaxX()).as("%s", part).isLessThanOrEqualTo(width);
            assertThat(at.getMaxY()).as("%s", part).isLessThanOrEqualTo(header.getHeight());
            boolean beside = at.getMinX() > name.getBoundsInParent().getMaxX();
            assertThat(beside || at.getMinY() > name.getBoundsInParent().getMaxY()).as("clear of the title").isTrue();
            return part;
        }).filter(Label.class::isInstance).map(part -> ((Label) part).getText()).toList();
        stage.hide();
        return words;
    }

    @Test
    void whereItHasNoRoomBesideTheTitleItStandsBelow() {
        assertThat(seenBelow("The same plane in 3-D", 500)).hasSize(4);
        assertThat(seenBelow("The same plane in 3-D", 253)).hasSize(4);
        assertThat(seenBelow("The same plane in 3-D", 310)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(seenBelow("The same plane in 3-D", 160)).hasSizeGreaterThanOrEqualTo(2);
    }
}
