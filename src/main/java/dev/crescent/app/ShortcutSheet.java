package dev.crescent.app;

import dev.crescent.ui.Texts;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// All keys on one sheet.
final class ShortcutSheet {
    private ShortcutSheet() {}

    static void show(Stage owner) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(Texts.get("keys.title"));
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.getDialogPane().setContent(sheet());
        dialog.show();
    }

    private static GridPane sheet() {
        GridPane grid = new GridPane(24, 6);
        grid.setPadding(new Insets(16));
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        keys.setHalignment(HPos.RIGHT);
        ColumnConstraints meaning = new ColumnConstraints();
        ColumnConstraints wide = new ColumnConstraints();
        wide.setMinWidth(200);
        meaning.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().setAll(keys, wide, keys, meaning);
        String[] entries = Texts.get("keys.all").split("\\|", -1);
        int half = Math.ceilDiv(entries.length, 2);
        for (int i = 0; i < entries.length; i++) {
            String[] parts = entries[i].split("=", 2);
            grid.add(keys(parts[0]), i < half ? 0 : 2, i % half);
            Label meant = new Label(parts.length > 1 ? parts[1] : "");
            meant.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(meant, i < half ? 1 : 3, i % half);
        }
        return grid;
    }

    private static Node keys(String text) {
        HBox box = new HBox(4);
        box.setMaxWidth(Region.USE_PREF_SIZE);
        for (String key : text.strip().split("\\+", -1)) {
            Label label = new Label(key.strip());
            label.getStyleClass().add("key");
            label.setMinWidth(Region.USE_PREF_SIZE);
            box.getChildren().add(label);
        }
        return box;
    }
}
