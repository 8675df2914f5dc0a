package dev.crescent.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class CaptionLineTest {
    private static boolean isHintSeen(CaptionLine line, double width) {
        Stage stage = FxEvents.stage(line, width, 40);
        FxExtension.pulse(stage.getScene());
        boolean seen = line.lookupAll(".label").stream().anyMatch(node -> ((Label) node).getText().equals("drag to turn") && node.isVisible());
        for (Node part : line.lookupAll(".value")) {
            assertThat(((Label) part).getWidth()).as("the number").isGreaterThanOrEqualTo(((Label) part).prefWidth(-1));
        }
        stage.hide();
        return seen;
    }

    private static CaptionLine line() {
        CaptionLine line = new CaptionLine();
        line.show("The plane holds ", "99.0 %", " of the path’s variance.");
        line.showHint("drag to turn");
        return line;
    }

    @Test
    void theHintIsThereOnlyWhereTheSentenceIsWhole() {
        assertThat(isHintSeen(line(), 600)).isTrue();
        assertThat(isHintSeen(line(), 280)).isFalse();
    }
}
