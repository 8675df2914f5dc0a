package dev.crescent.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.time.Duration;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class SurfaceViewTest {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 300;

    private SurfaceView view;
    private Stage stage;
    private Node picture;

    @BeforeEach
    void show() {
        view = new SurfaceView();
        stage = FxEvents.stage(view, WIDTH, HEIGHT);
        picture = view.lookup(".surface-picture");
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    private void showTwo() {
        view.show(Shapes.landscape((x, y) -> 1 + x + y, Shapes.track("A", 3, 0.2, 0.2, 0.3, 0.3),
                Shapes.track("M", 1, 0.2, 0.2, 0.7, 0.7)));
        FxExtension.pulse(stage.getScene());
    }

    private PixelReader shot() {
        FxExtension.pulse(stage.getScene());
        return stage.getScene().snapshot(null).getPixelReader();
    }

    private int count(Color color) {
        PixelReader pixels = shot();
        int argb = Palette.argb(color);
        int count = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            count += pixels.getArgb(i % WIDTH, i / WIDTH) == argb ? 1 : 0;
        }
        return count;
    }

    /// The middle of a ball on the picture.
    private Point2D ball(int track) {
        Landscape landscape = Shapes.landscape((p, q) -> 1 + p + q);
        Relief relief = Relief.of(landscape.surface(), landscape.scale());
        Projection projection = new Projection();
        projection.set(view.cameraProperty().get(), WIDTH, HEIGHT);
        double at = track == 0 ? 0.3 : 0.7;
        double depth = projection.depth(at - 0.5, relief.at(at, at) * Projection.HEIGHT, at - 0.5);
        return new Point2D(projection.pixelX(at - 0.5, at - 0.5, depth),
                projection.pixelY(at - 0.5, relief.at(at, at) * Projection.HEIGHT, at - 0.5, depth) - 3);
    }

    private String words() {
        return view.lookupAll(".tooltip-label .label").stream().filter(node -> node.getParent().isVisible())
                .map(node -> ((Label) node).getText()).collect(Collectors.joining("|"));
    }

    @Test
    void withoutALandscapeItSaysHowToGetOne() {
        Label empty = (Label) view.lookup(".muted");
        assertThat(empty.isVisible()).isTrue();
        assertThat(empty.getText()).startsWith("Train a few steps");
        assertThat(empty.getBoundsInParent().getCenterX()).isCloseTo(WIDTH / 2.0, within(1.0));
        showTwo();
        assertThat(empty.isVisible()).isFalse();
        view.clear();
        assertThat(empty.isVisible()).isTrue();
        assertThat(shot().getColor(WIDTH / 2, HEIGHT * 2 / 3)).isEqualTo(Color.WHITE);
    }

    @Test
    void aDragTurnsIt() {
        showTwo();
        Camera before = view.cameraProperty().get();
        PixelReader pixels = shot();
        Color there = pixels.getColor(60, 170);
        FxEvents.drag(picture, MouseButton.PRIMARY, 100, 100, 160, 80);
        Camera after = view.cameraProperty().get();
        assertThat(after.yaw()).isGreaterThan(before.yaw() + 0.2);
        assertThat(after.pitch()).isLessThan(before.pitch() - 0.05);
        assertThat(after.zoom()).isEqualTo(before.zoom());
        assertThat(shot().getColor(60, 170)).isNotEqualTo(there);
    }

    @Test
    void theFrontFollowsTheMouse() {
        view.show(Shapes.landscape((x, y) -> 1));
        view.cameraProperty().set(new Camera(0, 0.6, 1));
        Projection projection = new Projection();
        projection.set(view.cameraProperty().get(), WIDTH, HEIGHT);
        double before = projection.pixelX(0, -0.5, projection.depth(0, 0, -0.5));
        FxEvents.drag(picture, MouseButton.PRIMARY, 100, 100, 150, 100);
        projection.set(view.cameraProperty().get(), WIDTH, HEIGHT);
        assertThat(projection.pixelX(0, -0.5, projection.depth(0, 0, -0.5)) - before).isBetween(20.0, 80.0);
    }

    @Test
    void scrollingZooms() {
        showTwo();
        FxEvents.scroll(picture, 100, 100, 40);
        assertThat(view.cameraProperty().get().zoom()).isCloseTo(1.15, within(1e-9));
        FxEvents.scroll(picture, 100, 100, -40);
        assertThat(view.cameraProperty().get().zoom()).isCloseTo(1, within(1e-9));
    }

    /// A ditch behind a wall.
    private static double ditch(double x, double y) {
        return y < 0.14 ? 0.7 : y < 0.3 ? 0.01 : 0.5 + 0.2 * x;
    }

    @Test
    void whatHidesTheDeepestGroundTurnsTheLandscapeUnlessTheUserHas() {
        Landscape open = Shapes.landscape((x, y) -> 1 + x + y);
        Landscape hidden = Shapes.landscape(SurfaceViewTest::ditch);
        view.show(open);
        Camera first = view.cameraProperty().get();
        Camera wanted = Vantage.of(Relief.of(hidden.surface(), hidden.scale()));
        assertThat(wanted).isNotEqualTo(first);
        view.show(hidden);
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!view.cameraProperty().get().equals(wanted) && System.nanoTime() < end) {
            FxExtension.pulse(stage.getScene());
        }
        assertThat(view.cameraProperty().get()).isEqualTo(wanted);

        view.showAll();
        view.cameraProperty().set(first.turned(0.01, 0)); // as a drag does
        Camera own = view.cameraProperty().get();
        view.show(open);
        view.show(hidden);
        FxExtension.pulse(stage.getScene());
        assertThat(view.cameraProperty().get()).isEqualTo(own);
    }

    @Test
    void aDoubleClickAndHomeShowAll() {
        showTwo();
        Camera home = view.cameraProperty().get();
        FxEvents.drag(picture, MouseButton.PRIMARY, 100, 100, 160, 80);
        FxEvents.doubleClick(picture, 20, 20);
        assertThat(view.cameraProperty().get()).isEqualTo(home);
        FxEvents.scroll(picture, 100, 100, 80);
        FxEvents.press(view, KeyCode.HOME);
        assertThat(view.cameraProperty().get()).isEqualTo(home);
    }

    @Test
    void keysTurnAndZoom() {
        showTwo();
        Camera before = view.cameraProperty().get();
        FxEvents.press(view, KeyCode.RIGHT);
        assertThat(view.cameraProperty().get().yaw()).isGreaterThan(before.yaw());
        FxEvents.press(view, KeyCode.LEFT);
        FxEvents.press(view, KeyCode.DOWN);
        assertThat(view.cameraProperty().get().yaw()).isCloseTo(before.yaw(), within(1e-9));
        assertThat(view.cameraProperty().get().pitch()).isGreaterThan(before.pitch());
        FxEvents.press(view, KeyCode.PLUS);
        assertThat(view.cameraProperty().get().zoom()).isGreaterThan(1);
        FxEvents.press(view, KeyCode.MINUS);
        assertThat(view.cameraProperty().get().zoom()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aClickOnABallSelectsItsTrackAndAnotherLetsGo() {
        showTwo();
        Point2D second = ball(1);
        FxEvents.click(picture, second.getX(), second.getY());
        assertThat(view.selectedProperty().get()).isEqualTo(1);
        FxEvents.click(picture, second.getX(), second.getY());
        assertThat(view.selectedProperty().get()).isEqualTo(-1);
        FxEvents.click(picture, 5, 5);
        assertThat(view.selectedProperty().get()).isEqualTo(-1);
    }

    @Test
    void hoveringNamesABall() {
        showTwo();
        FxEvents.move(picture, ball(0).getX(), ball(0).getY());
        assertThat(words()).isEqualTo("Track A|loss 2.0000, drawn 1.6000");
        FxEvents.move(picture, 5, 5);
        assertThat(words()).isEmpty();
        FxEvents.move(picture, ball(1).getX(), ball(1).getY());
        FxEvents.exit(picture);
        assertThat(words()).isEmpty();
    }

    @Test
    void ballsHaveTheirColorsAndLetters() {
        showTwo();
        assertThat(count(Color.WHITE)).isGreaterThan(100);
        PixelReader pixels = shot();
        Point2D middle = ball(1);
        boolean pink = false;
        boolean ink = false;
        for (int dy = -8; dy <= 8; dy++) {
            for (int dx = -8; dx <= 8; dx++) {
                Color color = pixels.getColor((int) middle.getX() + dx, (int) middle.getY() + dy);
                pink |= color.getRed() > 0.8 && color.getGreen() < 0.6 && color.getBlue() > 0.5;
                ink |= color.getBrightness() < 0.25;
            }
        }
        assertThat(pink).isTrue();
        assertThat(ink).isTrue();
    }

    @Test
    void theThemeReachesTheWalls() {
        view.show(Shapes.landscape((x, y) -> 1));
        Projection projection = new Projection();
        projection.set(view.cameraProperty().get(), WIDTH, HEIGHT);
        double depth = projection.depth(0, Projection.FLOOR / 2, -0.5);
        int x = (int) projection.pixelX(0, -0.5, depth);
        int y = (int) projection.pixelY(0, Projection.FLOOR / 2, -0.5, depth);
        int light = shot().getArgb(x, y);
        view.setTheme(Palette.of(Theme.DARK));
        int dark = shot().getArgb(x, y);
        assertThat(light & 0xff).isGreaterThan(0x80);
        assertThat(dark & 0xff).isLessThan(0x50);
    }

    @Test
    void itFillsAnySize() {
        showTwo();
        stage.setWidth(stage.getWidth() + 200);
        stage.setHeight(stage.getHeight() + 150);
        FxExtension.pulse(stage.getScene());
        FxExtension.pulse(stage.getScene());
        ImageView image = (ImageView) ((Pane) picture).getChildren().getFirst();
        assertThat(image.getFitWidth()).isEqualTo(WIDTH + 200);
        assertThat(image.getFitHeight()).isEqualTo(HEIGHT + 150);
        assertThat(image.getViewport().getWidth()).isEqualTo(WIDTH + 200);
    }

    @Test
    void aKeyboardUserSeesTheFocus() {
        showTwo();
        Color before = shot().getColor(1, HEIGHT / 2);
        view.pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), true);
        assertThat(shot().getColor(1, HEIGHT / 2)).isEqualTo(Palette.of(Theme.LIGHT).accent()).isNotEqualTo(before);
        assertThat(view.isFocusTraversable()).isTrue();
        assertThat(view.getAccessibleText()).contains("Arrow keys");
    }
}
