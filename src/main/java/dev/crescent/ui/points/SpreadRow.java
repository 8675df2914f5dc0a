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

    private void spread() {
        double needed = getManagedChildren().stream().mapToDouble(node -> snapSizeX(node.prefWidth(-1))).sum();
        double gap = Math.floor((getWidth() - needed) / Math.max(1, getManagedChildren().size() - 1));
        setHgap(Math.max(LEAST_GAP, gap));
    }
}
