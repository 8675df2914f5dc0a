package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.digits.PadView;
import dev.crescent.ui.digits.PredictionView;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A pad on stage, alone and beside other views.
@ExtendWith(FxExtension.class)
class PadShotTest {
    private record Parts(Region pad, Region reading) {}

    private static Parts at(double width, double height) {
        try (PadShot shot = new PadShot(new Failures())) {
            Stage stage = FxEvents.stage(shot.content(), width, height);
            List<Node> parts = shot.content().getChildrenUnmodifiable();
            stage.hide();
            assertThat(parts.getFirst()).isInstanceOf(PadView.class);
            assertThat(parts.getLast()).isInstanceOf(PredictionView.class);
            return new Parts((Region) parts.getFirst(), (Region) parts.getLast());
        }
    }

    @Test
    void aloneTheReadingStandsBesideThePad() {
        Parts parts = at(820, 400);
        assertThat(parts.reading().getLayoutX()).isGreaterThan(parts.pad().getLayoutX() + parts.pad().getWidth());
        assertThat(parts.pad().getHeight()).isEqualTo(400);
        assertThat(parts.reading().getWidth()).isGreaterThanOrEqualTo(parts.pad().getWidth());
    }

    @Test
    void besideAnotherViewItStandsBelowWithBarsThatHaveALength() {
        Parts parts = at(395, 400);
        assertThat(parts.reading().getLayoutY()).isGreaterThan(parts.pad().getLayoutY() + parts.pad().getHeight());
        assertThat(parts.reading().getLayoutY() + parts.reading().getHeight()).isLessThanOrEqualTo(400);
        assertThat(parts.reading().getWidth()).isBetween(300.0, 395.0);
        assertThat(parts.pad().getWidth()).isGreaterThan(150);
        assertThat(parts.reading().getHeight()).isGreaterThan(150);
    }
}
