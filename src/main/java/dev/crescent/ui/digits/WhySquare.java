package dev.crescent.ui.digits;

import dev.crescent.ui.Texts;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// One explanation: its picture, dimmed while a new one takes long, and a line of words in its middle.
final class WhySquare extends StackPane {
    static final double DIMMED = 0.45;
    /// What is computed faster than this is never seen to be computed.
    private static final Duration PATIENCE = Duration.millis(250);

    private final PixelFrame picture = new PixelFrame(145, 8, false);
    private final Label words = new Label();
    private final PauseTransition wait = new PauseTransition(PATIENCE);

    WhySquare(String accessible) {
        picture.getStyleClass().add("large");
        picture.setAccessibleText(accessible);
        words.getStyleClass().add("why-words");
        words.setWrapText(true);
        words.setMouseTransparent(true);
        words.setVisible(false);
        wait.setOnFinished(e -> dim());
        getChildren().setAll(picture, words);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setSide(145);
    }

    void setSide(double side) {
        picture.setSide(side);
        setPrefSize(side, side);
        words.setMaxWidth(side - 8);
    }

    PixelFrame picture() {
        return picture;
    }

    /// The old picture stays, and pales if the new one takes long.
    void computing() {
        if (wait.getStatus() != Animation.Status.RUNNING && !isDimmed()) {
            wait.playFromStart();
        }
    }

    boolean isDimmed() {
        return picture.getOpacity() < 1;
    }

    boolean isWaiting() {
        return wait.getStatus() == Animation.Status.RUNNING;
    }

    /// As if the new picture had taken long.
    void dim() {
        wait.stop();
        picture.setOpacity(DIMMED);
        if (picture.isEmpty()) {
            say(Texts.get("digits.computing"));
        }
    }

    /// A new picture was painted.
    void arrived() {
        wait.stop();
        picture.setOpacity(1);
        words.setVisible(false);
    }

    void say(String text) {
        words.setText(text);
        StackPane.setAlignment(words, picture.isEmpty() ? Pos.CENTER : Pos.BOTTOM_CENTER);
        words.setVisible(!text.isEmpty());
    }

    void clear() {
        arrived();
        picture.clear();
    }
}
