package dev.crescent.ui.data;

import javafx.geometry.Orientation;
import javafx.scene.control.Control;
import javafx.scene.layout.Pane;

/// A setting, and the seed beside it, or below it where it is too long for that. The seed keeps the keyboard while it is
/// typed.
final class SeedRow extends Pane {
    private static final double GAP = 6;

    private final Control setting;
    private final SeedBox seed;

    SeedRow(Control setting, SeedBox seed) {
        this.setting = setting;
        this.seed = seed;
        getStyleClass().add("data-row");
        getChildren().setAll(setting, seed);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return seed.minWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getInsets().getTop() + snapSizeY(seed.isLong() ? setting.prefHeight(-1) + GAP + seed.prefHeight(-1)
                : Math.max(setting.prefHeight(-1), seed.prefHeight(-1)));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double seedHeight = seed.prefHeight(-1);
        double seedWidth = seed.isLong() ? width : Math.min(width, snapSizeX(seed.prefWidth(-1)));
        double rest = seed.isLong() ? width : Math.max(0, width - GAP - seedWidth);
        setting.resizeRelocate(0, getInsets().getTop(), rest, setting.prefHeight(-1));
        seed.resizeRelocate(width - seedWidth, getHeight() - seedHeight, seedWidth, seedHeight);
    }
}
