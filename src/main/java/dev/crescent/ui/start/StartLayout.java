package dev.crescent.ui.start;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The start screen's parts: a heading over all, below it what to begin with, and at the right the pad and the files. What
/// is left over in a wide window goes to the cards.
final class StartLayout extends Pane {
    private static final double EDGE = 40;
    private static final double TOP = 28;
    private static final double BOTTOM = 24;
    private static final double BELOW_HEADING = 20;
    private static final double GAP = 32;
    /// The right column in a window of 1280 pixels, and how much of a wider one goes to it.
    private static final double RIGHT = 336;
    private static final double GROWTH = 0.1;
    private static final double USUAL = 1224;
    /// A wider window gets margins instead.
    private static final double WIDEST = 2000;

    private final Region heading;
    private final Region left;
    private final Region right;

    StartLayout(Region heading, Region left, Region right) {
        this.heading = heading;
        this.left = left;
        this.right = right;
        getChildren().setAll(heading, left, right);
    }

    private static double edge(double width) {
        return Math.max(EDGE, Math.floor((width - WIDEST) / 2));
    }

    private static double rightWidth(double width) {
        return Math.floor(RIGHT + GROWTH * Math.max(0, Math.min(width, WIDEST) - USUAL));
    }

    private static double leftWidth(double width) {
        return Math.max(0, width - 2 * edge(width) - GAP - rightWidth(width));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double below = Math.max(left.prefHeight(leftWidth(width)), right.prefHeight(rightWidth(width)));
        return TOP + heading.prefHeight(-1) + BELOW_HEADING + below + BOTTOM;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double edge = edge(width);
        double height = heading.prefHeight(-1);
        double top = TOP + height + BELOW_HEADING;
        heading.resizeRelocate(edge, TOP, width - 2 * edge, height);
        left.resizeRelocate(edge, top, leftWidth(width), left.prefHeight(leftWidth(width)));
        right.resizeRelocate(width - edge - rightWidth(width), top, rightWidth(width), right.prefHeight(rightWidth(width)));
    }
}
