package dev.crescent.ui.zoom;

import dev.crescent.ui.pen.FileScenes;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// How much larger than designed things are shown: 1 as designed, 2 twice as large.
public final class Zoom {
    /// The smallest size, in percent.
    public static final int LEAST = 80;
    /// The size that everything is designed at, in percent.
    public static final int USUAL = 100;
    /// The largest size, in percent.
    public static final int MOST = 200;
    /// The sizes that the keys step through, in percent.
    public static final List<Integer> STEPS = List.of(LEAST, 90, USUAL, 110, 125, 150, 175, MOST);

    private Zoom() {}

    /// The next larger step, in percent; the largest stays.
    public static int larger(int percent) {
        return STEPS.stream().filter(step -> step > percent).findFirst().orElse(MOST);
    }

    /// The next smaller step, in percent; the smallest stays.
    public static int smaller(int percent) {
        return STEPS.reversed().stream().filter(step -> step < percent).findFirst().orElse(LEAST);
    }

    /// The zoom of the window that a node is in, and for a popup that of the window it belongs to; 1 outside of any.
    public static double of(Node node) {
        Scene scene = node.getScene();
        return scene == null ? 1 : of(scene);
    }

    /// The zoom of a window; for a popup that of the window it belongs to.
    public static double of(@Nullable Window window) {
        return window == null || window.getScene() == null ? 1 : of(window.getScene());
    }

    private static double of(Scene scene) {
        if (scene.getRoot() instanceof ZoomPane pane) {
            return pane.zoomProperty().get();
        }
        return scene.getWindow() instanceof PopupWindow popup ? of(popup.getOwnerWindow()) : 1;
    }

    /// The screen's pixels for each of the layout's, where a node is shown.
    public static double density(Node node) {
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? FileScenes.density(scene) : Math.max(window.getOutputScaleX(), window.getRenderScaleX()) * of(node);
    }

    /// Calls `changed` whenever a node's pixels become more or fewer: its window is zoomed, or gets to another screen.
    public static void whenDensityChanges(Node node, Runnable changed) {
        ObservableValue<Scene> scene = node.sceneProperty();
        // Change listeners: who is only told that a value is not valid any more is told so once.
        scene.flatMap(Scene::windowProperty).flatMap(Window::renderScaleXProperty)
                .addListener((p, was, is) -> changed.run());
        scene.flatMap(Scene::rootProperty).flatMap(root -> root instanceof ZoomPane pane ? pane.zoomProperty() : null)
                .addListener((p, was, is) -> changed.run());
    }
}
