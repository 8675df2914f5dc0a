package dev.crescent.ui.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.ui.FxExtension;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class ZoomPaneTest {
    private Pane content;
    private ZoomPane root;
    private Stage stage;

    @AfterEach
    void close() {
        if (stage != null) {
            stage.hide();
        }
    }

    private void show(double width, double height) {
        content = new Pane();
        root = new ZoomPane(content);
        stage = new Stage();
        stage.setScene(new Scene(root, width, height));
        stage.show();
        FxExtension.pulse(stage.getScene());
    }

    @Test
    void contentGetsTheRoomThatTheZoomLeaves() {
        show(600, 400);
        root.zoomProperty().set(1.5);
        FxExtension.pulse(stage.getScene());
        assertThat(content.getWidth()).isEqualTo(400);
        assertThat(content.getHeight()).isCloseTo(400 / 1.5, within(1e-9));
        assertThat(content.localToScene(content.getLayoutBounds()).getWidth()).isEqualTo(600);
        assertThat(Zoom.of(content)).isEqualTo(1.5);
    }

    @Test
    void whatHasNoRoomIsScrolledAndTheKeyboardBringsItIntoSight() {
        show(600, 400);
        content.setMinSize(500, 100);
        Button last = new Button("Last");
        last.relocate(440, 10);
        content.getChildren().setAll(new Button("First"), last);
        root.zoomProperty().set(2);
        FxExtension.pulse(stage.getScene());
        assertThat(root.lookupAll(".scroll-bar").stream().filter(ScrollBar.class::isInstance).filter(bar -> bar.isVisible())).hasSize(1);
        assertThat(last.localToScene(last.getLayoutBounds()).getMinX()).isGreaterThan(600);
        assertThat(Scroller.isInSight(last)).isFalse();

        last.requestFocus();
        FxExtension.pulse(stage.getScene());
        Bounds seen = last.localToScene(last.getLayoutBounds());
        assertThat(seen.getMinX()).isBetween(0.0, 600.0);
        assertThat(seen.getMaxX()).isLessThanOrEqualTo(600);
        assertThat(Scroller.isInSight(last)).isTrue();
    }

    /// As a dialog, which is made as large as its content prefers to be.
    @Test
    void aWindowOfItsPreferredSizeHasNoScrollBars() {
        show(600, 400);
        content.setPrefSize(200, 100);
        content.setMinSize(240, 130);
        root.zoomProperty().set(1.5);
        assertThat(root.prefWidth(-1)).isEqualTo(360);
        assertThat(root.prefHeight(-1)).isEqualTo(195);
        root.resize(root.prefWidth(-1), root.prefHeight(-1));
        root.layout();
        assertThat(root.lookupAll(".scroll-bar")).noneMatch(Node::isVisible);
        content.setPrefSize(300, 150);
        assertThat(root.prefWidth(-1)).isEqualTo(450);
    }

    @Test
    void aCanvasHasAPixelForEachOfTheScreens() {
        show(600, 400);
        SharpCanvas canvas = new SharpCanvas(101, 40);
        canvas.relocate(10.3, 7);
        content.getChildren().setAll(canvas);
        root.zoomProperty().set(1.25);
        FxExtension.pulse(stage.getScene());
        var g = canvas.cleared();
        g.setFill(Color.RED);
        g.fillRect(0, 0, 101, 40);
        FxExtension.pulse(stage.getScene());

        Canvas inside = (Canvas) canvas.getChildrenUnmodifiable().getFirst();
        assertThat(inside.getWidth()).isEqualTo(Math.ceil(101 * 1.25));
        assertThat(inside.getLocalToSceneTransform().getMxx()).isCloseTo(1, within(1e-12));
        assertThat(inside.localToScene(0, 0).getX()).as("on a pixel").isCloseTo(Math.rint(10.3 * 1.25), within(1e-9));
        WritableImage seen = root.snapshot(null, null);
        assertThat(seen.getPixelReader().getColor(13 + 125, 12)).as("to its right edge").isEqualTo(Color.RED);
        assertThat(canvas.getWidth()).as("in the layout's pixels").isEqualTo(101);
    }

    @Test
    void aPopupIsZoomedAsItsWindowIs() {
        show(600, 400);
        Button owner = new Button("Owner");
        content.getChildren().setAll(owner);
        ContextMenu menu = new ContextMenu(new MenuItem("Something to choose"));
        menu.show(owner, 100, 100);
        double before = menu.getWidth();
        menu.hide();
        root.zoomProperty().set(2);
        menu.show(owner, 100, 100);
        assertThat(menu.getWidth()).isCloseTo(2 * before, within(4.0));
        menu.hide();
        root.zoomProperty().set(1);
        menu.show(owner, 100, 100);
        assertThat(menu.getWidth()).isCloseTo(before, within(1.0));
        menu.hide();
    }

    @Test
    void stepsEndAtTheLimits() {
        assertThat(Zoom.larger(100)).isEqualTo(110);
        assertThat(Zoom.larger(117)).isEqualTo(125);
        assertThat(Zoom.larger(200)).isEqualTo(200);
        assertThat(Zoom.smaller(100)).isEqualTo(90);
        assertThat(Zoom.smaller(80)).isEqualTo(80);
    }
}
