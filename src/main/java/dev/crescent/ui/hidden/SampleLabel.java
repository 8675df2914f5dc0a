package dev.crescent.ui.hidden;

import dev.crescent.experiment.Task;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.points.PointsModel;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The little card beside the mouse: what the sample that is pointed at is.
final class SampleLabel extends VBox {
    private static final double GAP = 14;
    private static final double EDGE = 4;

    private final Label title = new Label();
    private final Label detail = new Label();

    SampleLabel() {
        super(2);
        getStyleClass().add("tooltip-label");
        title.getStyleClass().add("value");
        detail.getStyleClass().add("muted");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        getChildren().setAll(title, detail);
    }

    void show(PointsModel points, int sample) {
        title.setText(points.task() == Task.REGRESSION ? Texts.get("hidden.target", Numbers.loss(points.values()[sample]))
                : Texts.get("hidden.class", points.className(points.labels()[sample])));
        detail.setText(Texts.get(sample < points.trainCount() ? "hidden.training" : "hidden.test"));
        setVisible(true);
    }

    /// Lies to the lower right of the point, or on another side where there is no room.
    void place(double x, double y, double width, double height) {
        applyCss();
        autosize();
        layout();
        double left = x + GAP + getWidth() <= width ? x + GAP : x - GAP - getWidth();
        double top = y + GAP + getHeight() <= height ? y + GAP : y - GAP - getHeight();
        relocate(Math.clamp(left, EDGE, Math.max(EDGE, width - getWidth() - EDGE)),
                Math.clamp(top, EDGE, Math.max(EDGE, height - getHeight() - EDGE)));
    }
}
