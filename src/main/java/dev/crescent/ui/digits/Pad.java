package dev.crescent.ui.digits;

import dev.crescent.data.digits.Drawing;
import dev.crescent.data.digits.PadStroke;
import dev.crescent.data.digits.Preparation;
import dev.crescent.data.digits.Preparer;
import dev.crescent.ui.PaintPane;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.zoom.Zoom;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A square of paper with a drawing on it.
final class Pad extends Region {
    /// How large it is where nobody gives it more room.
    static final double SIDE = 288;
    private static final double BORDER = 1;
    /// Inside the border.
    private static final double CORNER = 7;
    private static final double SMALLEST = 96;
    private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");

    private final PadImage image = new PadImage(CORNER);
    private final PadMarks marks = new PadMarks();
    private final PadTip tip = new PadTip();
    private final Label hint = new Label(Texts.get("pad.empty"));
    private final Rectangle clip = new Rectangle();
    private final PaintPane pane = new PaintPane(this::paint, marks.cross(), image, marks, hint, tip);
    private final Preparer preparer = new Preparer();
    private double tipRadius;
    private Drawing drawing = Drawing.EMPTY;
    private Preparation preparation = preparer.prepare(drawing);
    private Drawing prepared = drawing;

    Pad() {
        setId("pad");
        getStyleClass().add("pad");
        setFocusTraversable(true);
        setCursor(Cursor.CROSSHAIR);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.get("pad.accessible"));
        setAccessibleHelp(Texts.get("pad.keys"));
        hint.getStyleClass().add("pad-hint");
        hint.setManaged(false);
        hint.setMouseTransparent(true);
        pane.setMouseTransparent(true);
        pane.setClip(clip);
        getChildren().setAll(pane);
    }

    PadTip tip() {
        return tip;
    }

    void setPalette(Palette palette) {
        image.setPalette(palette);
        pane.repaint();
    }

    /// Hides what says how the drawing is made ready.
    void hideMarks() {
        marks.setVisible(false);
    }

    void show(Drawing next) {
        drawing = next;
        pane.repaint();
    }

    /// How what is shown is made ready to be read.
    Preparation preparation() {
        if (prepared != drawing) {
            preparation = preparer.prepare(drawing);
            prepared = drawing;
        }
        return preparation;
    }

    void showDropTarget(boolean on) {
        pseudoClassStateChanged(DROP_TARGET, on);
    }

    /// Sets what the tool in the hand leaves.
    ///
    /// @param radius in pads
    void setTip(PadStroke.Tool tool, double radius) {
        tipRadius = radius;
        tip.setInk(tool == PadStroke.Tool.PEN);
        tip.setRadius(radius * paper());
    }

    /// Shows for a moment how wide the tool is.
    void showTip() {
        tip.change(BORDER + paper() / 2);
    }

    /// In pads, from the left or from the top.
    double toPads(double coordinate) {
        return (coordinate - BORDER) / paper();
    }

    boolean isInside(double x, double y) {
        return x >= 0 && y >= 0 && x < getWidth() && y < getHeight();
    }

    /// How long and wide the paper is within its border.
    private double paper() {
        return Math.max(1, Math.min(getWidth(), getHeight()) - 2 * BORDER);
    }

    private void paint() {
        double side = paper();
        image.setX(BORDER);
        image.setY(BORDER);
        image.show(drawing, side, density());
        marks.show(preparation(), BORDER, side);
        tip.setRadius(tipRadius * side);
        hint.setVisible(drawing.isEmpty());
        hint.autosize();
        hint.relocate(Math.round(BORDER + (side - hint.getWidth()) / 2), Math.round(BORDER + (side - hint.getHeight()) / 2));
    }

    /// The screen's pixels for each of the layout's.
    private double density() {
        return Math.max(1, Zoom.density(this));
    }

    @Override
    protected void layoutChildren() {
        pane.resizeRelocate(0, 0, getWidth(), getHeight());
        clip.setX(BORDER);
        clip.setY(BORDER);
        clip.setWidth(paper());
        clip.setHeight(paper());
        pane.repaint();
    }

    @Override
    protected double computePrefWidth(double height) {
        return SIDE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return SIDE;
    }

    @Override
    protected double computeMinWidth(double height) {
        return SMALLEST;
    }

    @Override
    protected double computeMinHeight(double width) {
        return SMALLEST;
    }
}
