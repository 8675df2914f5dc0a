package dev.crescent.ui.hidden;

import dev.crescent.experiment.Task;
import dev.crescent.ui.HoverCard;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.points.PointsModel;
import javafx.scene.control.Label;

/// The little card beside the mouse: what the sample that is pointed at is.
final class SampleLabel extends HoverCard {
    private final Label title = new Label();
    private final Label detail = new Label();

    SampleLabel() {
        super(2);
        title.getStyleClass().add("value");
        detail.getStyleClass().add("muted");
        getChildren().setAll(title, detail);
    }

    void show(PointsModel points, int sample) {
        title.setText(points.task() == Task.REGRESSION ? Texts.get("hidden.target", Numbers.loss(points.values()[sample]))
                : points.className(points.labels()[sample]));
        detail.setText(Texts.get(sample < points.trainCount() ? "hidden.training" : "hidden.test"));
        setVisible(true);
    }
}
