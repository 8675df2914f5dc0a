package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import dev.crescent.ui.picture.PictureWish;
import dev.crescent.ui.theme.Fonts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;

/// The size of everything, by its keys.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowZoomTest {
    @TempDir
    private Path folder = Path.of("");
    private WindowBench app;

    @AfterEach
    void close() {
        app.close();
        Fonts.setLeast(0);
    }

    private void start() {
        app = new WindowBench(folder.resolve("home"), "builtin:moons");
    }

    private double heightOf(String id) {
        FxExtension.pulse(app.scene());
        return app.find(id).localToScene(app.find(id).getLayoutBounds()).getHeight();
    }

    @Test
    void keysMakeAllLargerAndSmallerAndThePreferenceIsKept() {
        start();
        double usual = heightOf("rail.playground");
        app.press("Ctrl+Equals");
        app.press("Ctrl+Equals");
        assertThat(heightOf("rail.playground")).isEqualTo(1.25 * usual);
        assertThat(app.preferences.number("fontScale", 0, 80, 200)).isEqualTo(125);
        app.press("Ctrl+Minus");
        assertThat(heightOf("rail.playground")).isEqualTo(1.1 * usual);
        app.press("Ctrl+0");
        assertThat(heightOf("rail.playground")).isEqualTo(usual);

        app.press("Ctrl+Equals");
        app.close();
        app = new WindowBench(folder.resolve("home"));
        assertThat(app.window.appearance().fontScale()).isEqualTo(110);
    }

    @Test
    void whereThereIsNoRoomForTheDataTheyAreFoldedAwayAndComeBackWithIt() {
        start();
        Node data = app.scene().lookup(".data-panel");
        assertThat(data.isVisible()).isTrue();
        app.window.appearance().setFontScale(200);
        app.await("the data folded", () -> !data.isVisible());
        app.window.appearance().setFontScale(100);
        app.await("the data back", data::isVisible);
    }

    @Test
    void theDigitRoomIsScrolledBeforeAnythingInItIsCut() {
        app = new WindowBench(folder.resolve("home"), "builtin:digits");
        app.window.appearance().setFontScale(150);
        FxExtension.pulse(app.scene());
        Region why = (Region) app.scene().lookup(".why-view");
        assertThat(why.getHeight()).as("squares and what their colors mean").isGreaterThanOrEqualTo(96 + 28 + 22);
        assertThat(why.getBoundsInParent().getMaxY()).isLessThanOrEqualTo(why.getParent().getLayoutBounds().getHeight());
        Region matrix = (Region) app.scene().lookup(".confusion-map");
        assertThat(matrix.getHeight()).as("ten names of rows").isGreaterThanOrEqualTo(24 + 36 + 10 * 13);
        Region mistakes = (Region) app.scene().lookup(".mistakes-view");
        assertThat(mistakes.getHeight()).as("three rows of images with their words").isGreaterThanOrEqualTo(213);
    }

    @Test
    void theSmallestPrintIsAtLeastTenPixels() {
        start();
        app.window.appearance().setFontScale(80);
        FxExtension.pulse(app.scene());
        List<String> small = app.scene().getRoot().lookupAll("*").stream().filter(Text.class::isInstance).map(Text.class::cast)
                .filter(text -> !(text instanceof FontIcon) && !text.getText().isBlank() && text.isVisible())
                .filter(text -> text.getFont().getSize() * text.getLocalToSceneTransform().getMxx() < 9.99)
                .map(text -> String.format(Locale.ROOT, "%s: %.1f", text.getText(), text.getFont().getSize())).distinct().toList();
        assertThat(small).isEmpty();
    }

    @Test
    void whatAPictureIsToBeIsAskedInTheSameSize() {
        start();
        app.window.appearance().setFontScale(150);
        new FileDialogs(app.stage, app.preferences).askAboutPicture("Boundary", PictureWish.USUAL, wish -> { });
        Window dialog = Window.getWindows().getLast();
        assertThat(dialog).isNotSameAs(app.stage);
        Node content = dialog.getScene().lookup(".dialog-pane");
        FxExtension.pulse(dialog.getScene());
        assertThat(content.getLocalToSceneTransform().getMxx()).isEqualTo(1.5);
        dialog.hide();
    }
}
