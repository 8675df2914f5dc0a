package dev.crescent.ui;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// A column with something at its end that is shown only where it fits below the rest without scrolling.
///
/// Made to be the content of a scroll pane that fits it to its width and height. Only its own height decides, and the
/// last part never changes that, so nothing can flicker. A last part whose minimal height is set gets as little as that
/// before it goes, and else as much as it prefers.
public final class SpareRoom extends Region {
    private final Region always;
    private Region extra;
    private final double gap;
    private final ReadOnlyBooleanWrapper extraShown = new ReadOnlyBooleanWrapper(this, "extraShown", false);
    private double least;
    private boolean wanted = true;

    /// @param extra what is shown if there is room; asked for its height while it is not visible, when it may have no
    /// styles
    /// @param gap pixels between the two
    public SpareRoom(Region always, Region extra, double gap) {
        this.always = always;
        this.extra = extra;
        this.gap = gap;
        setExtra(extra);
    }

    /// Puts another part at the end, under the same conditions.
    public void setExtra(Region part) {
        extra = part;
        part.setManaged(false);
        part.setVisible(false);
        getChildren().setAll(always, part);
    }

    /// Below this height there is never room.
    public void setLeastHeight(double pixels) {
        least = pixels;
        requestLayout();
    }

    /// Whether the last part has anything to show.
    public void setWanted(boolean now) {
        wanted = now;
        requestLayout();
    }

    /// Whether the last part is shown.
    public ReadOnlyBooleanProperty extraShownProperty() {
        return extraShown.getReadOnlyProperty();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets around = getInsets();
        double inner = (width < 0 ? getWidth() : width) - around.getLeft() - around.getRight();
        return around.getTop() + snapSizeY(always.prefHeight(inner)) + around.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Insets around = getInsets();
        double width = Math.max(0, getWidth() - around.getLeft() - around.getRight());
        double height = snapSizeY(always.prefHeight(width));
        always.resizeRelocate(around.getLeft(), around.getTop(), width, height);
        double below = around.getTop() + height + gap;
        double spare = getHeight() - below - around.getBottom();
        double preferred = wanted ? snapSizeY(extra.prefHeight(width)) : 0;
        double needed = extra.getMinHeight() >= 0 ? Math.min(extra.getMinHeight(), preferred) : preferred;
        boolean room = wanted && getHeight() >= least && needed <= spare;
        extra.setVisible(room);
        if (room) {
            extra.resizeRelocate(around.getLeft(), below, width, Math.min(preferred, spare));
        }
        extraShown.set(room);
    }
}
