package dev.crescent.ui.start;

import dev.crescent.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A file of late: a small picture, its name, when it was written, and a menu.
final class RecentRow extends StackPane {
    static final double PICTURE = 38;
    private static final double CORNER = 6;

    private final PicturePane picture = new PicturePane(CORNER, false);

    /// @param number for the ids of its nodes
    /// @param open called when the user wants it
    /// @param remove called when it is to leave the list
    RecentRow(RecentFile file, int number, Runnable open, Runnable remove) {
        getStyleClass().add("recent-row");
        picture.setMinSize(PICTURE, PICTURE);
        picture.setMaxSize(PICTURE, PICTURE);
        StackPane frame = new StackPane(new FontIcon(file.gone() ? Feather.SLASH : Feather.FILE), picture);
        frame.getStyleClass().add("recent-picture");
        Label name = new Label(file.name());
        Label when = new Label(file.gone() ? Texts.get("start.gone") : file.when());
        when.getStyleClass().add("caption");
        VBox words = new VBox(name, when);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox content = new HBox(12, frame, words);
        content.setMouseTransparent(true);
        content.setAlignment(Pos.CENTER_LEFT);
        Button whole = new Button("", content);
        whole.setId("recent." + number);
        whole.getStyleClass().setAll("recent-button");
        whole.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        whole.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        whole.setMinWidth(0);
        whole.setTooltip(new Tooltip(Texts.get(file.gone() ? "start.goneHint" : "start.recentHint", file.path())));
        whole.setAccessibleText(file.name() + ", " + when.getText());
        whole.setDisable(file.gone());
        whole.setOnAction(e -> open.run());
        MenuButton menu = menu(file, number, open, remove);
        setAlignment(menu, Pos.CENTER_RIGHT);
        getChildren().setAll(whole, menu);
    }

    PicturePane picture() {
        return picture;
    }

    private static MenuButton menu(RecentFile file, int number, Runnable open, Runnable remove) {
        MenuItem opens = new MenuItem(Texts.get("start.openFile"));
        opens.setId("recent.open." + number);
        opens.setDisable(file.gone());
        opens.setOnAction(e -> open.run());
        MenuItem removes = new MenuItem(Texts.get("start.removeFile"));
        removes.setId("recent.remove." + number);
        removes.setOnAction(e -> remove.run());
        MenuButton menu = new MenuButton("", new FontIcon(Feather.MORE_HORIZONTAL), opens, removes);
        menu.setId("recent.menu." + number);
        menu.getStyleClass().addAll("icon-button", "recent-menu");
        menu.setTooltip(new Tooltip(Texts.get("start.menuHint")));
        menu.setAccessibleText(Texts.get("start.menu", file.name()));
        return menu;
    }
}
