package dev.crescent.ui;

import dev.crescent.ui.theme.Theme;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

/// Events as a user's hands would cause them, sent straight to a node, in the node's own coordinates.
public final class FxEvents {
    private FxEvents() {}

    /// A window of the given content size that shows a view in the light theme; hide it at the end of the test.
    public static Stage stage(Parent root, double width, double height) {
        Stage stage = new Stage();
        stage.setScene(new Scene(root, width, height));
        Theme.LIGHT.apply(stage.getScene());
        stage.show();
        FxExtension.pulse(stage.getScene());
        return stage;
    }

    public static void move(Node node, double x, double y) {
        mouse(node, MouseEvent.MOUSE_MOVED, MouseButton.NONE, x, y, 0);
    }

    public static void exit(Node node) {
        mouse(node, MouseEvent.MOUSE_EXITED, MouseButton.NONE, -1, -1, 0);
    }

    public static void click(Node node, double x, double y) {
        click(node, x, y, 1);
    }

    public static void doubleClick(Node node, double x, double y) {
        click(node, x, y, 1);
        click(node, x, y, 2);
    }

    /// Presses at one place, drags to another in two moves, and releases there.
    public static void drag(Node node, MouseButton button, double x1, double y1, double x2, double y2) {
        mouse(node, MouseEvent.MOUSE_PRESSED, button, x1, y1, 1);
        mouse(node, MouseEvent.MOUSE_DRAGGED, button, (x1 + x2) / 2, (y1 + y2) / 2, 1);
        mouse(node, MouseEvent.MOUSE_DRAGGED, button, x2, y2, 1);
        mouse(node, MouseEvent.MOUSE_RELEASED, button, x2, y2, 1);
    }

    /// Turns the wheel; 40 is one notch away from the user.
    public static void scroll(Node node, double x, double y, double delta) {
        Point2D at = node.localToScene(x, y);
        Event.fireEvent(node, new ScrollEvent(ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(),
                false, false, false, false, false, false, 0, delta, 0, delta,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }

    public static void press(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static void click(Node node, double x, double y, int count) {
        mouse(node, MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, x, y, count);
        mouse(node, MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, x, y, count);
    }

    /// Something that the mouse does at a place of a node.
    public static void mouse(Node node, EventType<MouseEvent> type, MouseButton button, double x, double y, int count) {
        Point2D at = node.localToScene(x, y);
        Event.fireEvent(node, new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), button, count,
                false, false, false, false, button == MouseButton.PRIMARY, false, button == MouseButton.SECONDARY,
                false, false, true, null));
    }
}
