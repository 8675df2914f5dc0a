package dev.crescent.app;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line that says what went wrong, or why training stopped, with what can be done about it. Takes no room while it has
/// nothing to say.
final class Banner extends HBox {
    /// What a sentence of two or three lines takes, with what stands about it.
    private static final double LEAST = 420;

    private final FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
    private final Label sentence = new Label();
    private final HBox actions = new HBox(8);
    private final BorderPane words = new BorderPane(sentence);
    private final PauseTransition reading = new PauseTransition();

    Banner() {
        reading.setOnFinished(e -> hide());
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> reading.pause());
        setOnMouseExited(e -> goOnReading());
        getStyleClass().add("danger-line");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.setMinWidth(Region.USE_PREF_SIZE);
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("icon-button", "small-control");
        close.setAccessibleText(Texts.get("line.close"));
        Hint.give(close, Texts.get("line.closeHint"));
        close.setOnAction(e -> hide());
        getChildren().setAll(icon, words, close);
        fit(Double.MAX_VALUE);
        hide();
    }

    /// Until it goes away by itself; the clock of tests.
    Animation reading() {
        return reading;
    }

    /// Something that can be done about it.
    record Action(String name, Runnable action) {}

    /// How long it takes to notice a sentence and read it, slowly.
    static Duration time(String sentence) {
        return Duration.seconds(6).add(Duration.millis(60).multiply(sentence.length()));
    }

    /// What only happened goes away when it was read; it stays while the pointer is over it.
    ///
    /// @param wrong whether something went wrong, and not only happened
    void show(boolean wrong, String text, List<Action> offers) {
        getStyleClass().remove("info");
        if (!wrong) {
            getStyleClass().add("info");
        }
        icon.setIconCode(wrong ? Feather.ALERT_TRIANGLE : Feather.INFO);
        sentence.setText(text);
        actions.getChildren().setAll(offers.stream().map(this::button).toList());
        setVisible(true);
        setManaged(true);
        reading.stop();
        if (!wrong && offers.isEmpty()) {
            reading.setDuration(time(text));
            reading.playFromStart();
        }
    }

    /// Puts what can be done below the sentence where there would be too little room beside it.
    void fit(double room) {
        boolean below = actions.prefWidth(-1) + LEAST > room;
        if (actions.getParent() == null || below != (words.getBottom() == actions)) {
            words.setRight(below ? null : actions);
            words.setBottom(below ? actions : null);
            BorderPane.setMargin(actions, below ? new Insets(4, 0, 4, 0) : new Insets(0, 0, 0, 8));
        }
    }

    boolean says(String text) {
        return sentence.getText().equals(text);
    }

    /// Whether what it says went wrong, and not only happened.
    boolean isWrong() {
        return !getStyleClass().contains("info");
    }

    private void goOnReading() {
        if (reading.getStatus() == Animation.Status.PAUSED) {
            reading.play();
        }
    }

    void hide() {
        reading.stop();
        setVisible(false);
        setManaged(false);
    }

    private Node button(Action offer) {
        Button button = new Button(offer.name());
        button.getStyleClass().add("small-control");
        button.setOnAction(e -> {
            hide();
            offer.action().run();
        });
        return button;
    }
}
