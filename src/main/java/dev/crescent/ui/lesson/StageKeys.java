package dev.crescent.ui.lesson;

import dev.crescent.ui.Texts;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The speaker's keys, each with what it does.
final class StageKeys extends VBox {
    private static final String[] ROWS = {"next", "back", "again", "run", "jump", "spotlight", "black", "theme", "keys", "end"};

    StageKeys() {
        super(12);
        getStyleClass().add("stage-keys");
        setId("stage.keyList");
        setMouseTransparent(true);
        Label title = new Label(Texts.get("stage.keysTitle"));
        title.getStyleClass().add("stage-keys-title");
        GridPane grid = new GridPane(24, 8);
        ColumnConstraints right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(right, new ColumnConstraints());
        for (int i = 0; i < ROWS.length; i++) {
            Label keys = new Label(Texts.get("stage.key." + ROWS[i]));
            keys.getStyleClass().add("stage-key");
            grid.addRow(i, keys, new Label(Texts.get("stage.does." + ROWS[i])));
        }
        getChildren().setAll(title, grid);
    }
}
