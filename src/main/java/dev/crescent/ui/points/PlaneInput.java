package dev.crescent.ui.points;

import dev.crescent.ui.PictureInput;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Mouse and keys over the picture: hover probes, a click pins, a drag pans or paints, scrolling zooms about the mouse,
/// a double click shows all.
final class PlaneInput extends PictureInput {
    private static final double ZOOM_STEP = 1.25;

    private final OutputView view;
    private boolean painting;

    PlaneInput(OutputView view, Node picture) {
        super(picture);
        this.view = view;
        picture.setCursor(Cursor.CROSSHAIR);
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
        painting = view.isPaintMode() && e.getButton() != MouseButton.MIDDLE;
        if (painting) {
            view.paintAt(e.getX(), e.getY(), e.isSecondaryButtonDown(), false);
        }
    }

    @Override
    protected void drag(MouseEvent e) {
        if (painting) {
            view.hover(e.getX(), e.getY());
            view.paintAt(e.getX(), e.getY(), e.isSecondaryButtonDown(), true);
            e.consume();
        } else {
            super.drag(e);
        }
    }

    @Override
    protected void release(MouseEvent e) {
        if (painting) {
            e.consume();
        } else {
            super.release(e);
        }
    }

    @Override
    protected void dragged(double dx, double dy) {
        view.pan(dx, dy);
    }

    @Override
    protected void clicked(double x, double y) {
        view.click(x, y);
    }

    @Override
    protected void doubleClicked() {
        view.doubleClick();
    }

    @Override
    protected boolean scrolled(double notches, double x, double y) {
        view.zoomAbout(Math.pow(ZOOM_STEP, -notches), x, y);
        return true;
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
            case DELETE, BACK_SPACE -> used = view.eraseAtProbe();
            case ESCAPE -> used = view.unpin();
            default -> used = false;
        }
        if (used) {
            e.consume();
        }
    }
}
