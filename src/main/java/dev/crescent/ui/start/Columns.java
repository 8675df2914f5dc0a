package dev.crescent.ui.start;

import java.util.List;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleUnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Nodes of one size in columns of one width.
final class Columns extends Pane {
    private final double gap;
    private final DoubleToIntFunction columns;
    private final DoubleUnaryOperator height;

    /// @param columns how many there are, by the width of all
    /// @param height of a node, by its width
    Columns(double gap, DoubleToIntFunction columns, DoubleUnaryOperator height) {
        this.gap = gap;
        this.columns = columns;
        this.height = height;
    }

    void show(List<? extends Node> nodes) {
        getChildren().setAll(nodes);
    }

    private double width(double whole) {
        int across = columns.applyAsInt(whole);
        return Math.floor((whole - (across - 1) * gap) / across);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double whole) {
        int rows = Math.ceilDiv(getChildren().size(), columns.applyAsInt(whole));
        return rows == 0 ? 0 : rows * height.applyAsDouble(width(whole)) + (rows - 1) * gap;
    }

    @Override
    protected double computeMinHeight(double whole) {
        return computePrefHeight(whole);
    }

    @Override
    protected void layoutChildren() {
        int across = columns.applyAsInt(getWidth());
        double width = width(getWidth());
        double each = height.applyAsDouble(width);
        for (int i = 0; i < getChildren().size(); i++) {
            getChildren().get(i).resizeRelocate(i % across * (width + gap), i / across * (each + gap), width, each);
        }
    }
}
