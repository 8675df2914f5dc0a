package dev.crescent.ui.hidden;

import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Mouse and keys over a hidden space: pointing at a sample reads it, a click pins its place; in 3-D a drag turns the space
/// and scrolling zooms. Left and right go from layer to layer, with Shift they turn.
final class SpaceInput {
    /// Radians for each pixel of a drag, to the side and up or down.
    static final double TURN = 0.009;
    static final double TILT = 0.006;

    private static final double SLOP = 4;
    private static final double NOTCH = 40;
    private static final double ZOOM_STEP = 1.15;
    /// As many pixels as an arrow key stands for.
    private static final double KEY = 12;

    private final HiddenView view;
    private final SpacePicture picture;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragging;

    SpaceInput(HiddenView view, SpacePicture picture) {
        this.view = view;
        this.picture = picture;
        picture.setPickOnBounds(true);
        picture.addEventHandler(MouseEvent.MOUSE_MOVED, e -> view.hover(e.getX(), e.getY()));
        picture.addEventHandler(MouseEvent.MOUSE_EXITED, e -> view.endHover());
        picture.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        picture.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        picture.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        picture.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        picture.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void press(MouseEvent e) {
        picture.requestFocus();
        pressX = lastX = e.getX();
        pressY = lastY = e.getY();
        dragging = false;
        e.consume();
    }

    private void drag(MouseEvent e) {
        if (!dragging && Math.hypot(e.getX() - pressX, e.getY() - pressY) > SLOP) {
            dragging = true;
            picture.setCursor(view.isDeep() ? Cursor.CLOSED_HAND : Cursor.DEFAULT);
        }
        if (dragging) {
            view.turn(TURN * (e.getX() - lastX), TILT * (e.getY() - lastY));
            lastX = e.getX();
            lastY = e.getY();
        }
        e.consume();
    }

    private void release(MouseEvent e) {
        picture.setCursor(view.isDeep() ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        if (!dragging && e.getButton() == MouseButton.PRIMARY) {
            if (e.getClickCount() == 2) {
                view.showAll();
            } else {
                view.click(e.getX(), e.getY());
            }
        }
        e.consume();
    }

    private void scroll(ScrollEvent e) {
        if (e.getDeltaY() != 0 && view.isDeep()) {
            view.zoom(Math.pow(ZOOM_STEP, e.getDeltaY() / NOTCH));
            e.consume();
        }
    }

    private void key(KeyEvent e) {
        boolean used = e.isShiftDown() ? turned(e) : view.stepped(e.getCode());
        if (used) {
            e.consume();
        }
    }

    private boolean turned(KeyEvent e) {
        switch (e.getCode()) {
            case LEFT, KP_LEFT -> view.turn(-TURN * KEY, 0);
            case RIGHT, KP_RIGHT -> view.turn(TURN * KEY, 0);
            case UP, KP_UP -> view.turn(0, -TILT * KEY);
            case DOWN, KP_DOWN -> view.turn(0, TILT * KEY);
            default -> {
                return false;
            }
        }
        return true;
    }
}
