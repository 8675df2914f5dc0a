package dev.crescent.ui.hidden;

import dev.crescent.ui.PictureInput;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// Mouse and keys over a hidden space: pointing at a sample reads it, a click pins its place; in 3-D a drag turns the space
/// and scrolling zooms. Left and right go from layer to layer, with Shift they turn.
final class SpaceInput extends PictureInput {
    /// Radians for each pixel of a drag, to the side and up or down.
    static final double TURN = 0.009;
    static final double TILT = 0.006;

    private static final double ZOOM_STEP = 1.15;
    /// As many pixels as an arrow key stands for.
    private static final double KEY = 12;

    private final HiddenView view;
    private final SpacePicture picture;

    SpaceInput(HiddenView view, SpacePicture picture) {
        super(picture);
        this.view = view;
        this.picture = picture;
        picture.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
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
        picture.requestFocus();
    }

    @Override
    protected void dragged(double dx, double dy) {
        picture.setCursor(view.isDeep() ? Cursor.CLOSED_HAND : Cursor.DEFAULT);
        view.turn(TURN * dx, TILT * dy);
    }

    @Override
    protected void released() {
        picture.setCursor(view.isDeep() ? Cursor.OPEN_HAND : Cursor.DEFAULT);
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
        if (view.isDeep()) {
            view.zoom(Math.pow(ZOOM_STEP, notches));
        }
        return view.isDeep();
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
