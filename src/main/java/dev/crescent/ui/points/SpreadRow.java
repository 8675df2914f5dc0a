package dev.crescent.ui.points;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/// A few things side by side from edge to edge, and in more rows where they have too little room.
final class SpreadRow extends FlowPane {
    private static final double LEAST_GAP = 16;

    SpreadRow(Node... nodes) {
        super(LEAST_GAP, 8, nodes);
        setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void setWidth(double value) {
        super.setWidth(value);
        spread();
    }

    @Override
    protected void layoutChildren() {
        spread();
        super.layoutChildren();
    }

    /// By the least gap, which is what more rows have: the one there is now belongs to the width before.
    @Override
    protected double computePrefHeight(double width) {
        if (width < 0) {
            return super.computePrefHeight(width);
        }
        double height = 0;
        double row = 0;
        double right = 0; // where the last one in the row ends
        for (Node node : getManagedChildren()) {
            double wide = snapSizeX(node.prefWidth(-1));
            if (right > 0 && right + LEAST_GAP + wide > width) {
                height += row + getVgap();
                row = 0;
                right = 0;
            }
            right += (right > 0 ? LEAST_GAP : 0) + wide;
            row = Math.max(row, snapSizeY(node.prefHeight(-1)));
        }
        return height + row;
    }

    private void spread() {
        double needed = getManagedChildren().stream().mapToDouble(node -> snapSizeX(node.prefWidth(-1))).sum();
        double gap = Math.floor((getWidth() - needed) / Math.max(1, getManagedChildren().size() - 1));
        setHgap(Math.max(LEAST_GAP, gap));
    }
}
