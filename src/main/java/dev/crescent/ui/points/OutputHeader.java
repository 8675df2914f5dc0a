package dev.crescent.ui.points;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Segments;
import dev.crescent.ui.Texts;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The output panel's title row: which of its two pictures is shown, what it is of, and for the hidden space a button that
/// gives it more room.
final class OutputHeader extends HBox {
    private final ToggleButton output = segment("output.mode.output", "hidden.switchOutput");
    private final ToggleButton space = segment("output.mode.hidden", "hidden.switchSpace");
    private final BooleanProperty hidden = new SimpleBooleanProperty(this, "hidden", false);
    private final Segments modes = new Segments(List.of(output, space), number -> hidden.set(number == 1));
    private final Label subject = new Label();
    private final Region between = new Region();
    private final Button expand = new Button("", new FontIcon(Feather.MAXIMIZE_2));
    private final BooleanProperty expanded = new SimpleBooleanProperty(this, "expanded", false);

    OutputHeader() {
        getStyleClass().add("panel-header");
        subject.getStyleClass().add("muted");
        subject.setMinWidth(0);
        HBox.setHgrow(between, Priority.ALWAYS);
        expand.setId("output.expand");
        expand.getStyleClass().addAll("icon-button", "small-control");
        expand.setOnAction(e -> expanded.set(!expanded.get()));
        getChildren().setAll(modes, subject, between, expand);
        hidden.subscribe(this::refresh);
        expanded.subscribe(this::refresh);
        refresh();
    }

    private static ToggleButton segment(String id, String key) {
        ToggleButton button = new ToggleButton(Texts.get(key));
        button.setId(id);
        button.getStyleClass().add("small-control");
        Hint.give(button, Texts.get(key + "Hint"));
        return button;
    }

    private void refresh() {
        if (!hidden.get()) {
            expanded.set(false);
        }
        modes.choose(hidden.get() ? 1 : 0);
        subject.setVisible(!hidden.get());
        subject.setManaged(!hidden.get());
        expand.setVisible(hidden.get());
        expand.setManaged(hidden.get());
        between.setManaged(hidden.get()); // its gap is room for the subject
        ((FontIcon) expand.getGraphic()).setIconCode(expanded.get() ? Feather.MINIMIZE_2 : Feather.MAXIMIZE_2);
        String key = expanded.get() ? "hidden.shrink" : "hidden.expand";
        expand.setAccessibleText(Texts.get(key));
        Hint.give(expand, Texts.get(key + "Hint"));
    }

    /// Called when the hidden space was chosen with the mouse, which has left the keyboard here.
    void setOnSpaceClicked(Runnable clicked) {
        space.setOnMouseClicked(e -> clicked.run());
    }

    void setSubject(String text) {
        subject.setText(text);
    }

    /// Whether the hidden space is shown.
    BooleanProperty hiddenProperty() {
        return hidden;
    }

    /// Whether the panel is to have the network's room, too.
    BooleanProperty expandedProperty() {
        return expanded;
    }
}
