package dev.crescent.app;

import dev.crescent.ui.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line that says what went wrong, or why training stopped, with what can be done about it. Takes no room while it has
/// nothing to say.
final class Banner extends HBox {
    private final FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
    private final Label sentence = new Label();
    private final HBox actions = new HBox(8);

    Banner() {
        getStyleClass().add("danger-line");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.setMinWidth(Region.USE_PREF_SIZE);
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("icon-button", "small-control");
        close.setAccessibleText(Texts.get("line.close"));
        close.setTooltip(new Tooltip(Texts.get("line.close")));
        close.setOnAction(e -> hide());
        getChildren().setAll(icon, sentence, actions, close);
        setMaxWidth(Region.USE_PREF_SIZE);
        hide();
    }

    /// Something that can be done about it.
    record Action(String name, Runnable action) {}

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
    }

    void hide() {
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
