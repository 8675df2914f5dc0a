package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Motion;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.ZoomPane;
import java.nio.file.Path;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
class AppearanceTest {
    @TempDir
    private Path folder = Path.of("");
    private final ObjectProperty<ColorScheme> scheme = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private final ObjectProperty<Boolean> stillness = new SimpleObjectProperty<>(false);

    @AfterEach
    void moveAgain() {
        Motion.setReduced(false);
    }

    private Appearance read() {
        Preferences preferences = Preferences.read(folder.resolve("preferences.properties"));
        return new Appearance(preferences, preferences::write, scheme, stillness);
    }

    @Test
    void itFollowsTheSystemUntilTheUserChooses() {
        scheme.set(ColorScheme.DARK);
        Appearance appearance = read();
        assertThat(appearance.theme()).isEqualTo(Theme.DARK);
        scheme.set(ColorScheme.LIGHT);
        assertThat(appearance.theme()).isEqualTo(Theme.LIGHT);

        appearance.setDark(true);
        scheme.set(ColorScheme.DARK);
        scheme.set(ColorScheme.LIGHT);
        assertThat(appearance.theme()).isEqualTo(Theme.DARK);
        assertThat(read().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void stillnessFollowsTheSystemUntilTheUserChooses() {
        stillness.set(true);
        Appearance appearance = read();
        assertThat(appearance.isMotionReduced()).isTrue();
        assertThat(Motion.isReduced()).isTrue();
        stillness.set(false);
        assertThat(Motion.isReduced()).isFalse();

        appearance.setMotionReduced(true);
        stillness.set(true);
        stillness.set(false);
        assertThat(Motion.isReduced()).isTrue();
        assertThat(read().isMotionReduced()).isTrue();
    }

    @Test
    void contrastIsKeptAndLightAndDarkAreSwitchedWithinIt() {
        Appearance appearance = read();
        appearance.setHighContrast(true);
        assertThat(appearance.theme()).isEqualTo(Theme.HIGH_CONTRAST_LIGHT);
        appearance.setDark(true);
        assertThat(appearance.theme()).isEqualTo(Theme.HIGH_CONTRAST_DARK);
        assertThat(read().theme()).isEqualTo(Theme.HIGH_CONTRAST_DARK);
    }

    @Test
    void sizesStayWithinTheirLimits() {
        Appearance appearance = read();
        appearance.setFontScale(500);
        assertThat(appearance.fontScale()).isEqualTo(200);
        assertThat(read().fontScale()).isEqualTo(200);
        appearance.setFontScale(1);
        assertThat(appearance.fontScale()).isEqualTo(80);
    }

    /// Whichever of both has its turn first within a frame.
    @Test
    void aTooltipThatIsShownTakesTheColorsOfTheOtherThemeAtOnce() {
        Appearance appearance = read();
        ZoomPane root = new ZoomPane(new StackPane());
        Stage stage = FxEvents.stage(root, 300, 200);
        appearance.dress(stage.getScene(), root);
        FxExtension.pulse(stage.getScene());
        Tooltip tip = new Tooltip("Saves it");
        tip.show(stage, stage.getX() + 10, stage.getY() + 10);
        Parent shown = tip.getScene().getRoot();
        FxExtension.pulse(tip.getScene());
        for (boolean dark : List.of(true, false)) {
            appearance.setDark(dark);
            shown.applyCss();
            assertThat(((Labeled) tip.getSkin().getNode()).getTextFill())
                    .isEqualTo(Palette.of(appearance.theme()).color("tooltip-fg"));
        }
        tip.hide();
        stage.hide();
    }
}
