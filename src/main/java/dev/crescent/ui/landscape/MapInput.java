package dev.crescent.ui.landscape;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Mouse and keys over a landscape seen from above: hovering and the arrow keys point at a place, a click and Enter
/// pick it.
final class MapInput {
    private static final double STEP = 0.01;
    private static final double STEP_FAST = 0.05;

    private final MapView view;

    MapInput(MapView view, Node picture) {
        this.view = view;
        picture.setCursor(Cursor.CROSSHAIR);
        picture.addEventHandler(MouseEvent.MOUSE_MOVED, e -> view.hover(e.getX(), e.getY()));
        picture.addEventHandler(MouseEvent.MOUSE_EXITED, e -> view.endHover());
        picture.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> {
            view.requestFocus();
            e.consume();
        });
        picture.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void release(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress()) {
            view.click(e.getX(), e.getY());
        }
        e.consume();
    }

    private void key(KeyEvent e) {
        double step = e.isShiftDown() ? STEP_FAST : STEP;
        boolean used = true;
        switch (e.getCode()) {
            case LEFT, KP_LEFT -> view.moveProbe(-step, 0);
            case RIGHT, KP_RIGHT -> view.moveProbe(step, 0);
            case UP, KP_UP -> view.moveProbe(0, -step);
            case DOWN, KP_DOWN -> view.moveProbe(0, step);
            case ENTER, SPACE -> view.pickProbe();
            case ESCAPE -> used = view.dropProbe();
            default -> used = false;
        }
        if (used) {
            e.consume();
        }
    }
}
