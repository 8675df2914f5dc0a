package dev.crescent.ui;

import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.zoom.SharpCanvas;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;

/// A view that paints itself on one canvas as large as it is, at most once a frame, and is a picture to screen readers.
public abstract class PaintedView extends Pane {
    private static final double MIN_WIDTH = 160;
    private static final double MIN_HEIGHT = 120;

    private final double wantedWidth;
    private final double wantedHeight;
    private final SharpCanvas canvas = new SharpCanvas();
    private final PaintPane pane;

    /// @param says what the picture shows, one sentence for screen readers
    @SuppressWarnings("this-escape") // nothing is painted before the first layout pass
    protected PaintedView(double wantedWidth, double wantedHeight, String says) {
        this.wantedWidth = wantedWidth;
        this.wantedHeight = wantedHeight;
        pane = new PaintPane(this::paintAll, canvas);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(says);
        getChildren().setAll(pane);
    }

    /// Paints all of it on an empty canvas of at least one pixel.
    protected abstract void paint(Pen g, double width, double height);

    /// Asks for painting before the next frame.
    protected final void repaint() {
        pane.repaint();
    }

    private void paintAll() {
        Pen g = canvas.clearedPen();
        if (canvas.getWidth() >= 1 && canvas.getHeight() >= 1) {
            paint(g, canvas.getWidth(), canvas.getHeight());
        }
    }

    /// Room at the bottom that the canvas leaves to other children.
    protected double below() {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = Math.max(0, getHeight() - below());
        pane.resizeRelocate(0, 0, width, height);
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setSize(width, height);
            repaint();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return wantedWidth;
    }

    @Override
    protected double computePrefHeight(double width) {
        return wantedHeight;
    }

    @Override
    protected double computeMinWidth(double height) {
        return MIN_WIDTH;
    }

    @Override
    protected double computeMinHeight(double width) {
        return MIN_HEIGHT;
    }
}
