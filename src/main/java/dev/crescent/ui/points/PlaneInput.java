package dev.crescent.ui.points;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Mouse and keys over the picture: hover probes, a click pins, a drag pans or paints, scrolling zooms about the mouse,
/// a double click shows all.
final class PlaneInput {
    /// A press that moves less than this, in pixels, is a click.
    private static final double SLOP = 4;
    private static final double NOTCH = 40;
    private static final double ZOOM_STEP = 1.25;

    private final OutputView view;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragging;
    private boolean painting;

    PlaneInput(OutputView view, Node picture) {
        this.view = view;
        picture.setCursor(Cursor.CROSSHAIR);
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
        painting = view.isPaintMode() && e.getButton() != MouseButton.MIDDLE;
        if (painting) {
            view.paintAt(e.getX(), e.getY(), e.isSecondaryButtonDown(), false);
        }
        e.consume();
    }

    private void drag(MouseEvent e) {
        dragging |= Math.hypot(e.getX() - pressX, e.getY() - pressY) > SLOP;
        if (painting) {
            view.hover(e.getX(), e.getY());
            view.paintAt(e.getX(), e.getY(), e.isSecondaryButtonDown(), true);
        } else if (dragging) {
            view.pan(e.getX() - lastX, e.getY() - lastY);
            lastX = e.getX();
            lastY = e.getY();
        }
        e.consume();
    }

    private void release(MouseEvent e) {
        e.consume();
        if (painting || dragging || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (e.getClickCount() == 2) {
            view.doubleClick();
        } else {
            view.click(e.getX(), e.getY());
        }
    }

    private void scroll(ScrollEvent e) {
        if (e.getDeltaY() != 0) {
            view.zoomAbout(Math.pow(ZOOM_STEP, -e.getDeltaY() / NOTCH), e.getX(), e.getY());
        }
        e.consume();
    }

    private void key(KeyEvent e) {
        double step = e.isShiftDown() ? 0.05 : 0.01;
        boolean used = true;
        KeyCode code = e.getCode();
        switch (code) {
            case LEFT, KP_LEFT -> view.moveProbe(-step, 0);
            case RIGHT, KP_RIGHT -> view.moveProbe(step, 0);
            case UP, KP_UP -> view.moveProbe(0, -step);
            case DOWN, KP_DOWN -> view.moveProbe(0, step);
            case PLUS, ADD, EQUALS -> view.zoomIn();
            case MINUS, SUBTRACT -> view.zoomOut();
            case DIGIT0, NUMPAD0, HOME -> view.fit();
            case ENTER, SPACE -> view.pinProbe();
            case ESCAPE -> used = view.unpin();
            default -> used = false;
        }
        if (used) {
            e.consume();
        }
    }
}
