package dev.crescent.app;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The digit room: pad, prediction and training side by side, below them what goes on inside the network, and at the bottom
/// the bar to teach it.
final class DigitsLayout extends Pane {
    /// The design's window without its rail and bars.
    private static final double WIDTH = 1224;
    private static final double HEIGHT = 704;
    /// With less room it is scrolled: then the matrix's names, the mistakes and the squares would be cut.
    private static final double LEAST_WIDTH = 1104;
    private static final double LEAST_HEIGHT = 564;
    private static final double PAD = 320;
    private static final double LEAST_PAD = 312;
    private static final double TRAINING = 400;
    private static final double LEAST_TRAINING = 320;
    private static final double INSIDE = 180;
    private static final double LEAST_INSIDE = 132;
    private static final double TEACH = 56;
    /// Of each further pixel of width or height, what goes to a part.
    private static final double PAD_SHARE = 0.24;
    private static final double TRAINING_SHARE = 0.32;
    private static final double INSIDE_SHARE = 0.3;

    private final Region pad;
    private final Region prediction;
    private final Region training;
    private final Region inside;
    private final Region teach;

    DigitsLayout(Region pad, Region prediction, Region training, Region inside, Region teach) {
        this.pad = pad;
        this.prediction = prediction;
        this.training = training;
        this.inside = inside;
        this.teach = teach;
        pad.getStyleClass().addAll("panel", "panel-edge-right");
        prediction.getStyleClass().add("panel");
        training.getStyleClass().addAll("panel", "panel-edge-left");
        inside.getStyleClass().addAll("panel", "panel-edge-top");
        teach.getStyleClass().add("panel-edge-top");
        // The order is that of the Tab key.
        getChildren().setAll(pad, prediction, training, inside, teach);
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH;
    }

    @Override
    protected double computeMinHeight(double width) {
        return LEAST_HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double more = width - WIDTH;
        double left = Math.max(LEAST_PAD, PAD + PAD_SHARE * more);
        double right = Math.max(LEAST_TRAINING, TRAINING + TRAINING_SHARE * more);
        double strip = Math.max(LEAST_INSIDE, INSIDE + INSIDE_SHARE * (height - HEIGHT));
        double top = Math.max(0, height - TEACH - strip);
        pad.resizeRelocate(0, 0, left, top);
        prediction.resizeRelocate(left, 0, Math.max(0, width - left - right), top);
        training.resizeRelocate(width - right, 0, right, top);
        inside.resizeRelocate(0, top, width, strip);
        teach.resizeRelocate(0, height - TEACH, width, TEACH);
    }
}
