package dev.crescent.app;

import dev.crescent.ui.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The rail at the left edge: Crescent's mark, the rooms, and which panels are shown.
final class Rail extends VBox {
    Rail(PanelLayout panels) {
        getStyleClass().add("rail");
        Region mark = new Region();
        mark.getStyleClass().add("rail-mark");
        VBox.setMargin(mark, new Insets(10, 0, 18, 0));
        ToggleButton playground = new ToggleButton(Texts.get("window.playground"), new FontIcon(Feather.SHARE_2));
        playground.setSelected(true);
        playground.setOnAction(e -> playground.setSelected(true));
        playground.setTooltip(new Tooltip(Texts.get("window.playground")));
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().setAll(mark, playground, space,
                fold("window.data", Feather.DATABASE, panels.dataShownProperty()),
                fold("window.curves", Feather.ACTIVITY, panels.curvesShownProperty()),
                fold("window.output", Feather.IMAGE, panels.outputShownProperty()));
    }

    /// Names below the icons, for which a wide window has room.
    void setNamed(boolean named) {
        if (named != getStyleClass().contains("named")) {
            if (named) {
                getStyleClass().add("named");
            } else {
                getStyleClass().remove("named");
            }
        }
    }

    private static ToggleButton fold(String key, Feather icon, BooleanProperty shown) {
        ToggleButton button = new ToggleButton(Texts.get(key), new FontIcon(icon));
        button.getStyleClass().add("fold-button");
        button.selectedProperty().bindBidirectional(shown);
        button.setTooltip(new Tooltip(Texts.get(key + "Hint")));
        return button;
    }
}
