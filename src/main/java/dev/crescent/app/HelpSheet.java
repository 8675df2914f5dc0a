package dev.crescent.app;

import dev.crescent.ui.Segments;
import dev.crescent.ui.Texts;
import dev.crescent.ui.zoom.Zoom;
import dev.crescent.ui.zoom.ZoomedDialog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Help: what is in each room, and all keys.
final class HelpSheet {
    private static final double WIDTH = 760;
    private static final double SCROLL_BAR = 20;
    private static final double LOWEST = 300;
    private static final double HIGHEST = 760;
    private static final double AROUND = 180; // the sheet's own frame, its pages' names and its button

    private HelpSheet() {}

    /// Opens it at the room that the user is in.
    static void show(Stage owner, Rooms.Room room) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(Texts.get("help.title"));
        dialog.getDialogPane().getStyleClass().add("help");
        dialog.getDialogPane().getButtonTypes()
                .setAll(new ButtonType(Texts.get("line.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane().setContent(pages(switch (room) {
            case PLAYGROUND -> 0;
            case DIGITS -> 1;
            case DESCENT -> 2;
        }, owner.getHeight() / Zoom.of(owner)));
        ZoomedDialog.dress(dialog);
        dialog.show();
    }

    /// The pages over each other, and above them what is to be seen.
    ///
    /// @param height of a page in pixels; what is longer can be scrolled
    private static VBox pages(int first, double height) {
        List<GridPane> pages = List.of(explained("help.playground"), explained("help.digits"), explained("help.descent"), keys());
        List<ToggleButton> buttons = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            ToggleButton name = new ToggleButton(Texts.get("help.page." + i));
            name.setId("help-" + i);
            pages.get(i).visibleProperty().bind(name.selectedProperty());
            buttons.add(name);
        }
        Segments names = new Segments(buttons, number -> { });
        names.setMaxWidth(Region.USE_PREF_SIZE);
        names.choose(first);
        StackPane shown = new StackPane();
        shown.getChildren().setAll(pages);
        shown.setAlignment(Pos.TOP_LEFT);
        ScrollPane scroll = new ScrollPane(shown);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinSize(WIDTH + SCROLL_BAR, height); // a dialog takes no more than it must
        VBox box = new VBox(8, names, scroll);
        box.setPadding(new Insets(16, 16, 0, 16));
        return box;
    }

    /// Parts of a room, each with what it is.
    private static GridPane explained(String key) {
        GridPane grid = grid();
        ColumnConstraints names = column();
        ColumnConstraints meanings = new ColumnConstraints();
        grid.getColumnConstraints().setAll(names, meanings);
        grid.setPrefWidth(WIDTH);
        List<String[]> entries = entries(key);
        for (int i = 0; i < entries.size(); i++) {
            Label name = new Label(entries.get(i)[0]);
            name.getStyleClass().add("value");
            Label meaning = new Label(entries.get(i)[1]);
            meaning.setWrapText(true);
            meaning.setMinHeight(Region.USE_PREF_SIZE);
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(i, name, meaning);
        }
        return grid;
    }

    private static GridPane keys() {
        GridPane grid = grid();
        ColumnConstraints keys = column();
        keys.setHalignment(HPos.RIGHT);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setMinWidth(200);
        grid.getColumnConstraints().setAll(keys, wide, keys, column());
        List<String[]> entries = entries("keys.all");
        int half = Math.ceilDiv(entries.size(), 2);
        for (int i = 0; i < entries.size(); i++) {
            grid.add(keys(entries.get(i)[0]), i < half ? 0 : 2, i % half);
            Label meaning = new Label(entries.get(i)[1]);
            meaning.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(meaning, i < half ? 1 : 3, i % half);
        }
        return grid;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane(24, 6);
        grid.setPadding(new Insets(8, 16, 8, 0));
        return grid;
    }

    private static ColumnConstraints column() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(Region.USE_PREF_SIZE);
        return column;
    }

    /// Of a text `name=meaning|name=meaning`.
    private static List<String[]> entries(String key) {
        return Arrays.stream(Texts.get(key).split("\\|", -1)).map(entry -> entry.split("=", 2)).toList();
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
