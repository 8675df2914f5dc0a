package dev.crescent.ui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Chips in three equal columns, row by row; one with a long formula takes two columns or three.
final class ChipGrid extends Pane {
    private static final int COLUMNS = 3;
    private static final double GAP = 6;
    private static final double ROW = 32;

    private record Cell(Node node, int row, int column, int span) {}

    void setChips(List<? extends Node> chips) {
        getChildren().setAll(chips);
    }

    private double column(double width) {
        return (width - (COLUMNS - 1) * GAP) / COLUMNS;
    }

    private List<Cell> cells(double width) {
        List<Cell> cells = new ArrayList<>();
        int row = 0;
        int column = 0;
        for (Node node : getChildren()) {
            int span = node instanceof FeatureChip chip ? chip.span(column(width), GAP, COLUMNS) : 1;
            if (column + span > COLUMNS) {
                row++;
                column = 0;
            }
            cells.add(new Cell(node, row, column, span));
            column += span;
        }
        return cells;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 224;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Cell> cells = cells(width < 0 ? computePrefWidth(-1) : width);
        return cells.isEmpty() ? 0 : (cells.getLast().row + 1) * (ROW + GAP) - GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double column = column(getWidth());
        for (Cell cell : cells(getWidth())) {
            double left = Math.round(cell.column * (column + GAP));
            double right = Math.round((cell.column + cell.span) * (column + GAP) - GAP);
            cell.node.resizeRelocate(left, cell.row * (ROW + GAP), right - left, ROW);
        }
    }
}
