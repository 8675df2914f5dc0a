package dev.crescent.ui;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// The mouse over a picture: pointing, a click, a double click, a drag, scrolling. What these do is the picture's own.
public abstract class PictureInput {
    /// A press that moves less than this, in pixels, is a click.
    private static final double SLOP = 4;
    /// Pixels that one notch of a wheel scrolls.
    private static final double NOTCH = 40;

    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragging;

    /// @param picture where all this happens
    @SuppressWarnings("this-escape") // nothing happens before it is on screen
    protected PictureInput(Node picture) {
        picture.setPickOnBounds(true);
        picture.addEventHandler(MouseEvent.MOUSE_MOVED, e -> pointed(e.getX(), e.getY()));
        picture.addEventHandler(MouseEvent.MOUSE_EXITED, e -> left());
        picture.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        picture.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        picture.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        picture.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    }

    /// Over a place in the picture, in pixels.
    protected abstract void pointed(double x, double y);

    /// Not over the picture any more.
    protected abstract void left();

    /// A press, which may become a click or a drag.
    protected abstract void pressed(MouseEvent e);

    /// On in a drag, by so many pixels.
    protected abstract void dragged(double dx, double dy);

    /// The end of a press, before what it turns out to have been.
    protected void released() {}

    protected abstract void clicked(double x, double y);

    protected abstract void doubleClicked();

    /// @param notches of the wheel, away from the user where positive
    /// @return whether the picture has a use for it
    protected abstract boolean scrolled(double notches, double x, double y);

    private void press(MouseEvent e) {
        pressX = lastX = e.getX();
        pressY = lastY = e.getY();
        dragging = false;
        pressed(e);
        e.consume();
    }

    /// The mouse moves while it is pressed.
    protected void drag(MouseEvent e) {
        dragging |= Math.hypot(e.getX() - pressX, e.getY() - pressY) > SLOP;
        if (dragging) {
            dragged(e.getX() - lastX, e.getY() - lastY);
            lastX = e.getX();
            lastY = e.getY();
        }
        e.consume();
    }

    /// The mouse is not pressed any more.
    protected void release(MouseEvent e) {
        released();
        if (!dragging && e.getButton() == MouseButton.PRIMARY) {
            if (e.getClickCount() == 2) {
                doubleClicked();
            } else {
                clicked(e.getX(), e.getY());
            }
        }
        e.consume();
    }

    private void scroll(ScrollEvent e) {
        if (e.getDeltaY() == 0 || scrolled(e.getDeltaY() / NOTCH, e.getX(), e.getY())) {
            e.consume();
        }
    }
}
