package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class WindowPlaceTest {
    private final Preferences preferences = new Preferences(Path.of("unused"));

    private Stage recalled() {
        Stage stage = new Stage();
        WindowPlace.recall(stage, preferences);
        return stage;
    }

    @Test
    void atTheFirstStartTheWindowHasTheDesignsSizeAndItsTitleBarIsOnTheScreen() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Stage stage = recalled();
        assertThat(stage.getWidth()).isEqualTo(1280);
        assertThat(stage.getHeight()).isEqualTo(800);
        assertThat(stage.getX()).isEqualTo(Math.max(screen.getMinX(), (screen.getWidth() - 1280) / 2));
        assertThat(stage.getY()).isEqualTo(Math.max(screen.getMinY(), (screen.getHeight() - 800) / 2));
    }

    /// It would be cut off there, in full screen too.
    @Test
    void onASmallScreenTheWindowIsNoLargerThanThat() {
        String fit = System.clearProperty("crescent.window.fit");
        try {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            assertThat(screen.getWidth()).as("the headless screen").isLessThan(WindowPlace.LEAST_WIDTH);
            preferences.setNumber("height", 5000);
            Stage stage = recalled();
            assertThat(stage.getMinWidth()).isEqualTo(screen.getWidth());
            assertThat(stage.getMinHeight()).isEqualTo(WindowPlace.LEAST_HEIGHT);
            assertThat(stage.getWidth()).isEqualTo(screen.getWidth());
            assertThat(stage.getHeight()).isEqualTo(screen.getHeight());
        } finally {
            if (fit != null) {
                System.setProperty("crescent.window.fit", fit);
            }
        }
    }

    @Test
    void aPlaceOnTheScreenIsKeptAndOneBesideItIsNot() {
        preferences.setNumber("height", 700);
        preferences.setNumber("y", 150);
        assertThat(recalled().getY()).isEqualTo(150);
        for (double gone : new double[] {-9000, 9000}) {
            preferences.setNumber("y", gone);
            preferences.setNumber("x", gone);
            Stage stage = recalled();
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            assertThat(stage.getY()).isBetween(screen.getMinY(), screen.getMaxY() - 700);
            assertThat(stage.getX()).isBetween(screen.getMinX(), screen.getMaxX() - 1);
        }
    }

    @Test
    void aMaximizedWindowKeepsTheSizeItGoesBackTo() {
        Stage stage = recalled();
        WindowPlace.remember(stage, preferences);
        stage.setMaximized(true);
        stage.setWidth(1900);
        WindowPlace.remember(stage, preferences);
        assertThat(preferences.number("width", 0, 0, 9999)).isEqualTo(1280);
        assertThat(recalled().isMaximized()).isTrue();
    }

    /// As window managers do that do not know their frame yet.
    @Test
    void aTitleBarThatWasPutAboveTheScreenComesBack() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Stage stage = recalled();
        stage.show();
        try {
            stage.setY(screen.getMinY() - 20);
            WindowPlace.recall(stage, preferences);
            assertThat(stage.getY()).isEqualTo((screen.getHeight() - 800) / 2);
            preferences.setNumber("height", screen.getHeight());
            WindowPlace.recall(stage, preferences);
            assertThat(stage.getY()).isEqualTo(screen.getMinY());
            stage.setY(screen.getMinY() - 20);
            WindowPlace.recall(stage, preferences);
            assertThat(stage.getY()).as("not in the very corner, where it would slip again").isEqualTo(screen.getMinY() + 1);
            assertThat(stage.getHeight()).isEqualTo(screen.getHeight());
        } finally {
            stage.hide();
        }
    }
}
