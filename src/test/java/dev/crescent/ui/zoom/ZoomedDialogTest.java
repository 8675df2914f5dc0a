package dev.crescent.ui.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import javafx.scene.control.Alert;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class ZoomedDialogTest {
    /// As GTK tells it now and then of a dialog that it was slow to show.
    @Test
    void aDialogThatIsPutAboveTheScreenComesBack() {
        Stage owner = FxEvents.stage(new Pane(), 600, 400);
        Alert alert = new Alert(Alert.AlertType.INFORMATION, "text");
        alert.initOwner(owner);
        ZoomedDialog.dress(alert);
        alert.show();
        Window window = alert.getDialogPane().getScene().getWindow();
        double x = window.getX();
        double y = window.getY();
        assertThat(y).isNotNegative();
        window.setX(-1);
        window.setY(-20);
        FxExtension.drain();
        assertThat(window.getX()).isEqualTo(x);
        assertThat(window.getY()).isEqualTo(y);
        alert.close();
        owner.hide();
    }
}
