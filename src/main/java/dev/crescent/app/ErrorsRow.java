package dev.crescent.app;

import dev.crescent.ui.digits.ConfusionMap;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The confusion of the test part, and beside it the images behind it, which get the room that the matrix leaves.
final class ErrorsRow extends Pane {
    private static final double GAP = 24;
    private static final double LEAST_GAP = 16;

    private final ConfusionMap confusion;
    private final Region mistakes;

    ErrorsRow(ConfusionMap confusion, Region mistakes) {
        this.confusion = confusion;
        this.mistakes = mistakes;
        getChildren().setAll(confusion, mistakes);
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        double height = getHeight() - top - snappedBottomInset();
        double matrix = Math.min(confusion.widthOf(height), width - mistakes.prefWidth(-1) - LEAST_GAP);
        double gap = matrix + GAP + mistakes.prefWidth(-1) <= width ? GAP : LEAST_GAP;
        confusion.resizeRelocate(left, top, matrix, height);
        mistakes.resizeRelocate(left + matrix + gap, top, Math.max(0, width - matrix - gap), height);
    }
}
