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

/// The line under the bars that says what went wrong, or why training stopped, with what can be done about it.
final class DangerLine extends HBox {
    private final FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
    private final Label sentence = new Label();
    private final HBox actions = new HBox(8);

    DangerLine() {
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
        hide();
    }

    /// Something that can be done about it.
    record Action(String name, Runnable action) {}

    /// Something went wrong.
    void warn(String text, List<Action> offers) {
        getStyleClass().remove("info");
        icon.setIconCode(Feather.ALERT_TRIANGLE);
        show(text, offers);
    }

    /// Something worth knowing happened.
    void tell(String text) {
        if (!getStyleClass().contains("info")) {
            getStyleClass().add("info");
        }
        icon.setIconCode(Feather.INFO);
        show(text, List.of());
    }

    /// What was said is settled: it was read, the user has changed something, or training goes on.
    void hide() {
        setVisible(false);
        setManaged(false);
    }

    private void show(String text, List<Action> offers) {
        sentence.setText(text);
        actions.getChildren().setAll(offers.stream().map(this::button).toList());
        setVisible(true);
        setManaged(true);
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
