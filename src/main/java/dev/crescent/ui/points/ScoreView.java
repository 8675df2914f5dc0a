package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How good the network is, in large numbers, where there is no plane to draw a picture of.
final class ScoreView extends HBox {
    private final Label accuracy = new Label();
    private final Label accuracyName = new Label();
    private final VBox accuracyBox;
    private final Label loss = new Label();
    private final Label lossName = new Label();

    ScoreView() {
        super(32);
        setId("output.scores");
        for (Label number : new Label[] {accuracy, loss}) {
            number.getStyleClass().add("score");
        }
        for (Label name : new Label[] {accuracyName, lossName}) {
            name.getStyleClass().add("muted");
            name.setWrapText(true);
        }
        accuracy.setId("output.accuracy");
        loss.setId("output.loss");
        accuracyBox = new VBox(2, accuracy, accuracyName);
        getChildren().setAll(accuracyBox, new VBox(2, loss, lossName));
    }

    void show(Scores scores) {
        boolean classes = scores.task() == Task.CLASSIFICATION;
        accuracyBox.setVisible(classes);
        accuracyBox.setManaged(classes);
        String part = Texts.get(scores.tested() ? "scores.test" : "scores.training");
        accuracy.setText(Numbers.percent(scores.accuracy(), 1));
        accuracyName.setText(of(Texts.get("scores.accuracy", part), scores.counted(), scores.samples()));
        loss.setText(Double.isNaN(scores.loss()) ? "\u2013" : Numbers.loss(scores.loss()));
        lossName.setText(of(Texts.get("scores.loss", part), scores.looked(), scores.samples()));
    }

    /// What a number is, and of how many samples where they are not all.
    private static String of(String what, int counted, int samples) {
        return counted >= samples ? Texts.get("scores.of", what, samples) : Texts.get("scores.some", what, counted, samples);
    }
}
