package dev.crescent.ui.points;

import dev.crescent.ui.HoverCard;
import dev.crescent.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// The little card beside the mouse: the true and the predicted value of the sample that it points at.
final class PredictionReadout extends HoverCard {
    private static final double NAME = 220;

    private final Label target = new Label();
    private final GridPane rows = new GridPane(8, 2);
    private final Label truth = value();
    private final Label predicted = value();

    PredictionReadout() {
        super(4);
        setId("predictions.readout");
        target.setMaxWidth(NAME);
        rows.addRow(0, name("predictions.true"), truth);
        rows.addRow(1, name("predictions.predicted"), predicted);
        Label part = name("predictions.sample");
        getChildren().setAll(target, rows, part);
    }

    private static Label name(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label value() {
        Label label = new Label();
        label.getStyleClass().add("value");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    /// @param name what is predicted, in its unit; empty where it has no name
    void show(PredictionPlot plot, String name, double trueValue, double predictedValue) {
        target.setText(name);
        target.setVisible(!name.isEmpty());
        target.setManaged(!name.isEmpty());
        truth.setText(plot.exactly(trueValue));
        predicted.setText(plot.exactly(predictedValue));
        setVisible(true);
    }
}
