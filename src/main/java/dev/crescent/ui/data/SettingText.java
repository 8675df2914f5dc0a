package dev.crescent.ui.data;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What stands on the button of a setting: its name, which is never cut, and its value.
final class SettingText extends HBox {
    SettingText(String name, Label value) {
        Label title = new Label(name);
        title.getStyleClass().add("setting-name");
        title.setMinWidth(Region.USE_PREF_SIZE);
        value.getStyleClass().add("setting-value");
        getStyleClass().add("setting-row");
        getChildren().setAll(title, value);
    }
}
