package dev.crescent.ui.landscape;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Mouse and keys over a landscape in 3-D: a drag turns it, scrolling zooms, a click selects a ball, a double click
/// shows all.
final class SurfaceInput {
    /// Radians for each pixel of a drag, to the side and up or down.
    static final double TURN = 0.009;
    static final double TILT = 0.006;

    /// A press that moves less than this, in pixels, is a click.
    private static final double SLOP = 4;
    private static final double NOTCH = 40;
    private static final double ZOOM_STEP = 1.15;
    /// As many pixels as an arrow key stands for.
    private static final double KEY = 8;
    private static final double KEY_FAST = 32;

    private final SurfaceView view;
    private final Node picture;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragging;

    SurfaceInput(SurfaceView view, Node picture) {
        this.view = view;
        this.picture = picture;
        picture.setPickOnBounds(true);
        picture.setCursor(Cursor.OPEN_HAND);
        picture.addEventHandler(MouseEvent.MOUSE_MOVED, e -> view.hover(e.getX(), e.getY()));
        picture.addEventHandler(MouseEvent.MOUSE_EXITED, e -> view.endHover());
        picture.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        picture.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        picture.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        picture.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void press(MouseEvent e) {
        view.requestFocus();
        pressX = lastX = e.getX();
        pressY = lastY = e.getY();
        dragging = false;
        e.consume();
    }

    private void drag(MouseEvent e) {
        if (!dragging && Math.hypot(e.getX() - pressX, e.getY() - pressY) > SLOP) {
            dragging = true;
            picture.setCursor(Cursor.CLOSED_HAND);
        }
        if (dragging) {
            view.turn(e.getX() - lastX, e.getY() - lastY);
            lastX = e.getX();
            lastY = e.getY();
        }
        e.consume();
    }

    private void release(MouseEvent e) {
        picture.setCursor(Cursor.OPEN_HAND);
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
        if (e.getDeltaY() != 0) {
            view.zoom(Math.pow(ZOOM_STEP, e.getDeltaY() / NOTCH));
        }
        e.consume();
    }

    private void key(KeyEvent e) {
        double step = e.isShiftDown() ? KEY_FAST : KEY;
        boolean used = true;
        switch (e.getCode()) {
            case LEFT, KP_LEFT -> view.turn(-step, 0);
            case RIGHT, KP_RIGHT -> view.turn(step, 0);
            case UP, KP_UP -> view.turn(0, -step);
            case DOWN, KP_DOWN -> view.turn(0, step);
            case PLUS, ADD, EQUALS -> view.zoom(ZOOM_STEP);
            case MINUS, SUBTRACT -> view.zoom(1 / ZOOM_STEP);
            case DIGIT0, NUMPAD0, HOME -> view.showAll();
            default -> used = false;
        }
        if (used) {
            e.consume();
        }
    }
}
