package dev.crescent.ui.landscape;

import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The row above a landscape: its title, and at the right end what its colors mean; where that has no room beside the title,
/// it has a row of its own below.
public final class LegendHeader extends Region {
    private static final double ROW = 40;
    private static final double LEGEND_ROW = 24;
    private static final double GAP = 8;
    /// Enough for two numbers of any loss and a short ramp: it is the same whatever they are, so that the landscape below stays
    /// where it is while they change.
    private static final double LEAST_BESIDE = 152;

    private final Label title;
    private final RampLegend legend;

    public LegendHeader(String name, RampLegend legend) {
        this.legend = legend;
        title = new Label(name);
        title.getStyleClass().add("panel-title");
        getChildren().setAll(title, legend);
    }

    private boolean isBeside(double width) {
        return Math.ceil(title.prefWidth(-1)) + GAP + LEAST_BESIDE <= width;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(title.prefWidth(-1)) + GAP + legend.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return width < 0 || isBeside(width) ? ROW : ROW + LEGEND_ROW;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        boolean beside = isBeside(width);
        double named = Math.min(width, Math.ceil(title.prefWidth(-1)));
        layoutInArea(title, 0, 0, named, ROW, 0, HPos.LEFT, VPos.CENTER);
        if (beside) {
            legend.resizeRelocate(named + GAP, 0, width - named - GAP, ROW);
        } else {
            double wide = Math.min(width, legend.prefWidth(-1));
            legend.resizeRelocate(0, ROW - GAP, wide, LEGEND_ROW);
        }
    }
}
