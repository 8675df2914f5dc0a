package dev.crescent.app;

import dev.crescent.ui.Texts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is on the pages of the help.
final class HelpEntries {
    private static final double BETWEEN_HALVES = 32;
    /// Three keys in German.
    private static final double KEYS = 140;
    /// From this width on, keys stand in two columns.
    private static final double TWO_COLUMNS = 620;

    private HelpEntries() {}

    /// A picture, a name and a text for each entry, below each other.
    static Region explained(List<HelpPage.Entry> entries, boolean dark) {
        VBox page = new VBox();
        page.getStyleClass().add("help-page");
        entries.forEach(entry -> page.getChildren().add(explained(entry, dark)));
        return page;
    }

    /// It can have the focus, so that who does not see is read entry after entry.
    private static Node explained(HelpPage.Entry entry, boolean dark) {
        Label name = new Label(entry.name());
        name.getStyleClass().add("help-name");
        Label meaning = new Label(entry.meaning());
        meaning.getStyleClass().add("help-meaning");
        meaning.setWrapText(true);
        meaning.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(name, meaning);
        words.getStyleClass().add("help-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words);
        if (!entry.picture().isEmpty()) {
            row.getChildren().addFirst(new HelpPicture(entry.picture(), dark));
        }
        row.getStyleClass().add("help-entry");
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(Texts.get("help.entry", entry.name(), entry.meaning()));
        return row;
    }

    /// Keys and what they do, in two columns where there is room for them.
    static Region keys(List<HelpPage.Entry> entries) {
        FlowPane page = new FlowPane(BETWEEN_HALVES, 6);
        page.getStyleClass().add("help-keys");
        int half = Math.ceilDiv(entries.size(), 2);
        for (List<HelpPage.Entry> some : List.of(entries.subList(0, half), entries.subList(half, entries.size()))) {
            GridPane grid = grid(some);
            page.widthProperty().subscribe(width -> grid.setPrefWidth(share(page, width.doubleValue())));
            page.getChildren().add(grid);
        }
        return page;
    }

    private static double share(Region page, double width) {
        double room = Math.max(0, width - page.getInsets().getLeft() - page.getInsets().getRight());
        return room < TWO_COLUMNS ? room : Math.floor((room - BETWEEN_HALVES) / 2);
    }

    private static GridPane grid(List<HelpPage.Entry> entries) {
        GridPane grid = new GridPane(16, 6);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(KEYS);
        keys.setPrefWidth(KEYS);
        keys.setHalignment(HPos.RIGHT);
        ColumnConstraints meanings = new ColumnConstraints();
        meanings.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(keys, meanings);
        for (int i = 0; i < entries.size(); i++) {
            Label meaning = new Label(entries.get(i).meaning());
            meaning.setWrapText(true);
            meaning.setMinHeight(Region.USE_PREF_SIZE);
            grid.addRow(i, caps(entries.get(i).name()), meaning);
        }
        return grid;
    }

    /// Keys that are pressed together.
    private static Node caps(String text) {
        HBox box = new HBox(4);
        box.setMaxWidth(Region.USE_PREF_SIZE);
        for (String key : text.split("\\+", -1)) {
            Label label = new Label(key.strip());
            label.getStyleClass().add("key");
            label.setMinWidth(Region.USE_PREF_SIZE);
            box.getChildren().add(label);
        }
        return box;
    }
}
