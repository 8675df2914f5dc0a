package dev.crescent.ui.bars;

import dev.crescent.ui.Hint;
import dev.crescent.ui.MenuKeys;
import dev.crescent.ui.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;

/// The document's name; its menu makes, opens and saves documents.
final class FileMenu extends MenuButton {
    private final Menu recentMenu = new Menu(Texts.get("file.recent"));
    private final Menu exampleMenu = new Menu(Texts.get("file.examples"));
    private final Menu saveMenu = new Menu(Texts.get("file.savePicture"));
    private final Menu copyMenu = new Menu(Texts.get("file.copyPicture"));
    private TopBar.Listener listener = new TopBar.Listener() {};

    FileMenu() {
        getStyleClass().add("file-menu");
        Hint.give(this, Texts.get("file.hint"));
        setMnemonicParsing(false);
        setMaxWidth(240);
        // The title, not the button around it, stands in line with the panels' texts.
        HBox.setMargin(this, new Insets(0, 0, 0, -8));
        getItems().setAll(
                item("file.new", "Shortcut+N", () -> listener.newPressed()),
                item("file.open", "Shortcut+O", () -> listener.openPressed()),
                recentMenu, exampleMenu, new SeparatorMenuItem(),
                item("file.save", "Shortcut+S", () -> listener.savePressed()),
                item("file.saveAs", "Shortcut+Shift+S", () -> listener.saveAsPressed()),
                new SeparatorMenuItem(), item("file.export", "Shortcut+E", () -> listener.exportPressed()),
                item("file.saveCurves", () -> listener.curvesSaved()),
                saveMenu, copyMenu,
                new SeparatorMenuItem(),
                item("file.pasteLink", () -> listener.linkPasted()),
                item("file.copyLink", () -> listener.linkCopied()),
                new SeparatorMenuItem(), item("file.present", "F5", () -> listener.tourPresented()),
                item("file.presentThis", "Shift+F5", () -> listener.benchPresented()));
        saveMenu.setId("file.savePicture");
        copyMenu.setId("file.copyPicture");
        setOnShowing(e -> offerPictures(listener.picturesOffered()));
    }

    /// Of what there are pictures changes with what is on the bench.
    private void offerPictures(List<List<String>> groups) {
        saveMenu.getItems().setAll(pictures(groups, number -> listener.pictureSaved(number)));
        copyMenu.getItems().setAll(pictures(groups, number -> listener.pictureCopied(number)));
        saveMenu.setDisable(groups.isEmpty());
        copyMenu.setDisable(groups.isEmpty());
    }

    private static List<MenuItem> pictures(List<List<String>> groups, IntConsumer chosen) {
        List<MenuItem> items = new ArrayList<>();
        int count = 0;
        for (List<String> names : groups) {
            if (count > 0) {
                items.add(new SeparatorMenuItem());
            }
            for (String name : names) {
                int number = count++;
                MenuItem item = plain(name);
                item.setOnAction(e -> chosen.accept(number));
                items.add(item);
            }
        }
        return items;
    }

    void setListener(TopBar.Listener next) {
        listener = next;
    }

    void setTitle(String title) {
        setText(title);
        setAccessibleText(title);
    }

    void show(List<Path> recent, List<TopBar.Example> examples) {
        recentMenu.getItems().setAll(recent.stream().map(path -> {
            MenuItem item = plain(path.getFileName() + " \u2014 " + path.getParent());
            item.setOnAction(e -> listener.recentChosen(path));
            return item;
        }).toList());
        recentMenu.setDisable(recent.isEmpty());
        exampleMenu.getItems().setAll(examples.stream().map(example -> {
            MenuItem item = plain(example.title());
            item.setOnAction(e -> listener.exampleChosen(example.name()));
            return item;
        }).toList());
    }

    private static MenuItem item(String key, String keys, Runnable action) {
        MenuItem item = item(key, action);
        item.setAccelerator(MenuKeys.of(keys));
        return item;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = plain(Texts.get(key));
        item.setId(key);
        item.setOnAction(e -> action.run());
        return item;
    }

    private static MenuItem plain(String text) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        return item;
    }
}
