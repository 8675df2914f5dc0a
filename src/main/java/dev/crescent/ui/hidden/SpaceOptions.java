package dev.crescent.ui.hidden;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Segments;
import dev.crescent.ui.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// On how many axes layers of more than two units are drawn, and in 3-D whether the space turns by itself.
final class SpaceOptions extends HBox {
    private final ToggleButton flat = segment("hidden.flat");
    private final ToggleButton deep = segment("hidden.deep");
    private final ToggleButton turning = new ToggleButton("", new FontIcon(Feather.ROTATE_CW));

    /// @param changed called when the user has chosen
    SpaceOptions(Runnable changed) {
        super(4);
        setAlignment(Pos.CENTER_RIGHT);
        getStyleClass().add("hidden-options");
        setPickOnBounds(false);
        turning.setId("hidden.turn");
        turning.getStyleClass().addAll("framed", "small-control");
        Hint.give(turning, Texts.get("hidden.turnHint"));
        turning.setAccessibleText(Texts.get("hidden.turn"));
        turning.setOnAction(e -> changed.run());
        getChildren().setAll(turning, new Segments(List.of(flat, deep), number -> {
            appear();
            changed.run();
        }));
        appear();
    }

    private static ToggleButton segment(String key) {
        ToggleButton button = new ToggleButton(Texts.get(key));
        button.setId(key);
        button.getStyleClass().add("small-control");
        Hint.give(button, Texts.get(key + "Hint"));
        return button;
    }

    private void appear() {
        turning.setVisible(deep.isSelected());
        turning.setManaged(deep.isSelected());
    }

    boolean isDeep() {
        return isVisible() && deep.isSelected();
    }

    boolean isTurning() {
        return isDeep() && turning.isSelected();
    }

    /// @param allowed whether there is motion at all
    void allowMotion(boolean allowed) {
        turning.setDisable(!allowed);
    }
}
