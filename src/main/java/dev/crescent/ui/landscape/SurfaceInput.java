package dev.crescent.ui.landscape;

import dev.crescent.ui.PictureInput;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// Mouse and keys over a landscape in 3-D: a drag turns it, scrolling zooms, a click selects a ball, a double click
/// shows all.
final class SurfaceInput extends PictureInput {
    /// Radians for each pixel of a drag, to the side and up or down.
    static final double TURN = 0.009;
    static final double TILT = 0.006;

    private static final double ZOOM_STEP = 1.15;
    /// As many pixels as an arrow key stands for.
    private static final double KEY = 8;
    private static final double KEY_FAST = 32;

    private final SurfaceView view;
    private final Node picture;

    SurfaceInput(SurfaceView view, Node picture) {
        super(picture);
        this.view = view;
        this.picture = picture;
        picture.setCursor(Cursor.OPEN_HAND);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    @Override
    protected void pointed(double x, double y) {
        view.hover(x, y);
    }

    @Override
    protected void left() {
        view.endHover();
    }

    @Override
    protected void pressed(MouseEvent e) {
        view.requestFocus();
    }

    @Override
    protected void dragged(double dx, double dy) {
        picture.setCursor(Cursor.CLOSED_HAND);
        view.turn(dx, dy);
    }

    @Override
    protected void released() {
        picture.setCursor(Cursor.OPEN_HAND);
    }

    @Override
    protected void clicked(double x, double y) {
        view.click(x, y);
    }

    @Override
    protected void doubleClicked() {
        view.showAll();
    }

    @Override
    protected boolean scrolled(double notches, double x, double y) {
        view.zoom(Math.pow(ZOOM_STEP, notches));
        return true;
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
