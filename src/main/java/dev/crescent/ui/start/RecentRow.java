package dev.crescent.ui.start;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
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
    private final Button whole = new Button();
    private final MenuItem opens = new MenuItem(Texts.get("start.openFile"));
    private final MenuItem removes = new MenuItem(Texts.get("start.removeFile"));
    private final MenuButton menu = new MenuButton();

    /// @param open called when the user wants it
    /// @param remove called when it is to leave the list
    RecentRow(RecentFile file, Runnable open, Runnable remove) {
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
        whole.setGraphic(content);
        whole.getStyleClass().setAll("recent-button");
        whole.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        whole.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        whole.setMinWidth(0);
        Hint.give(whole, Texts.get(file.gone() ? "start.goneHint" : "start.recentHint", file.path()));
        whole.setAccessibleText(file.name() + ", " + when.getText());
        whole.setDisable(file.gone());
        whole.setOnAction(e -> open.run());
        fillMenu(file, open, remove);
        setAlignment(menu, Pos.CENTER_RIGHT);
        getChildren().setAll(whole, menu);
    }

    PicturePane picture() {
        return picture;
    }

    /// Gives its nodes the ids of a place in the list, counted from 0.
    void setNumber(int number) {
        whole.setId("recent." + number);
        menu.setId("recent.menu." + number);
        opens.setId("recent.open." + number);
        removes.setId("recent.remove." + number);
    }

    private void fillMenu(RecentFile file, Runnable open, Runnable remove) {
        opens.setDisable(file.gone());
        opens.setOnAction(e -> open.run());
        removes.setOnAction(e -> remove.run());
        menu.setGraphic(new FontIcon(Feather.MORE_HORIZONTAL));
        menu.getItems().setAll(opens, removes);
        menu.getStyleClass().addAll("icon-button", "recent-menu");
        Hint.give(menu, Texts.get("start.menuHint"));
        menu.setAccessibleText(Texts.get("start.menu", file.name()));
    }
}
