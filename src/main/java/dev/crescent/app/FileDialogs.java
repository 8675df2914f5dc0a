package dev.crescent.app;

import dev.crescent.ui.Texts;
import dev.crescent.ui.picture.PictureChoices;
import dev.crescent.ui.picture.PictureWish;
import dev.crescent.ui.zoom.ZoomedDialog;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;

/// The questions about files that wait for the user's answer: the system's own dialogs, and one of ours.
class FileDialogs {
    private final Stage stage;
    private final Preferences preferences;

    /// @param preferences know the folder where files were last
    FileDialogs(Stage stage, Preferences preferences) {
        this.stage = stage;
        this.preferences = preferences;
    }

    /// What is to become of changes that no file has.
    enum Lost { SAVE, DISCARD }

    /// An existing file.
    ///
    /// @param title of the dialog, a key of the texts
    /// @param kinds to choose from, the first one at first
    Optional<Path> toOpen(String title, List<FileChooser.ExtensionFilter> kinds) {
        FileChooser chooser = chooser(title, kinds);
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
    }

    /// An existing folder.
    ///
    /// @param title of the dialog, a key of the texts
    Optional<Path> toChoose(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.get(title));
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    /// A file to write, perhaps one that is there.
    Optional<Path> toSave(String title, FileChooser.ExtensionFilter kind, String name) {
        FileChooser chooser = chooser(title, List.of(kind));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }

    /// A file to write, and the kind of file that was chosen.
    record Target(Path file, FileChooser.ExtensionFilter kind) {}

    /// Likewise, of one of these kinds, the first one at first.
    Optional<Target> toSave(String title, List<FileChooser.ExtensionFilter> kinds, String name) {
        FileChooser chooser = chooser(title, kinds);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(file -> new Target(file.toPath(),
                Optional.ofNullable(chooser.getSelectedExtensionFilter()).orElse(kinds.getFirst())));
    }

    /// A file to write with an extension, which it gets if it has none.
    ///
    /// @param write gets the file, if there is none of its name or it may be replaced
    void toWrite(String title, FileChooser.ExtensionFilter kind, String extension, String name, Consumer<Path> write) {
        toWrite(title, kind, List.of(extension), name, write);
    }

    /// Likewise, with one of some extensions, the first one if it has none of them.
    void toWrite(String title, FileChooser.ExtensionFilter kind, List<String> extensions, String name,
            Consumer<Path> write) {
        toSave(title, kind, name).ifPresent(chosen -> {
            boolean complete = extensions.stream().anyMatch(chosen.toString().toLowerCase(Locale.ROOT)::endsWith);
            Path file = complete ? chosen : chosen.resolveSibling(chosen.getFileName() + extensions.getFirst());
            unlessInTheWay(chosen, file, () -> write.accept(file));
        });
    }

    /// The system has asked whether to replace the file that was chosen, and no other.
    ///
    /// @param file what the chosen one became
    void unlessInTheWay(Path chosen, Path file, Runnable write) {
        if (file.equals(chosen) || !Files.exists(file)) {
            write.run();
        } else {
            askToReplace(file, write);
        }
    }

    /// Asks whether changes are to be saved; the answer is not called if the user would rather stay.
    void askAboutChanges(String document, Consumer<Lost> answer) {
        ButtonType save = new ButtonType(Texts.get("window.save"), ButtonBar.ButtonData.YES);
        ButtonType discard = new ButtonType(Texts.get("window.discard"), ButtonBar.ButtonData.NO);
        Alert alert = question(Texts.get("window.lost", document), Texts.get("window.lostHint"), save, discard);
        alert.resultProperty().subscribe(choice -> {
            if (choice == discard) {
                answer.accept(Lost.DISCARD);
            } else if (choice == save) {
                answer.accept(Lost.SAVE);
            }
        });
        alert.show();
    }

    /// Asks whether a file that is there may be replaced; the action is not run if not.
    void askToReplace(Path file, Runnable action) {
        ButtonType replace = new ButtonType(Texts.get("window.replace"), ButtonBar.ButtonData.YES);
        Alert alert = question(Texts.get("window.exists", file), Texts.get("window.existsHint"), replace);
        alert.resultProperty().subscribe(choice -> {
            if (choice == replace) {
                action.run();
            }
        });
        alert.show();
    }

    /// Asks whether a file that was changed by others since may be replaced; neither action is run if the user would rather stay.
    void askAboutOthersChanges(Path file, Runnable replace, Runnable saveElsewhere) {
        ButtonType elsewhere = new ButtonType(Texts.get("window.elsewhere"), ButtonBar.ButtonData.YES);
        ButtonType over = new ButtonType(Texts.get("window.replace"), ButtonBar.ButtonData.NO);
        Alert alert = question(Texts.get("window.changed", file), Texts.get("window.changedHint"), elsewhere, over);
        alert.resultProperty().subscribe(choice -> {
            if (choice == over) {
                replace.run();
            } else if (choice == elsewhere) {
                saveElsewhere.run();
            }
        });
        alert.show();
    }

    /// Asks what a picture is to be; the answer is not called if the user would rather have none.
    ///
    /// @param of what it is of
    /// @param before what was wanted last
    void askAboutPicture(String of, PictureWish before, Consumer<PictureWish> answer) {
        PictureChoices choices = new PictureChoices(before);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(stage);
        dialog.setTitle("Crescent");
        dialog.setHeaderText(of);
        DialogPane pane = dialog.getDialogPane();
        pane.setGraphic(null);
        pane.setContent(choices);
        ButtonType save = new ButtonType(Texts.get("picture.save"), ButtonBar.ButtonData.OK_DONE);
        pane.getButtonTypes().setAll(save, new ButtonType(Texts.get("window.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE));
        pane.lookupButton(save).disableProperty().bind(choices.possible().not());
        ZoomedDialog.dress(dialog);
        dialog.resultProperty().subscribe(choice -> {
            if (choice == save) {
                answer.accept(choices.wish());
            }
        });
        dialog.show();
    }

    /// A question that can always be left with Cancel.
    private Alert question(String header, String hint, ButtonType... answers) {
        ButtonType cancel = new ButtonType(Texts.get("window.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, hint, answers);
        alert.getButtonTypes().add(cancel);
        alert.initOwner(stage);
        alert.setGraphic(null);
        alert.setTitle("Crescent");
        alert.setHeaderText(header);
        ZoomedDialog.dress(alert);
        return alert;
    }

    private FileChooser chooser(String title, List<FileChooser.ExtensionFilter> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.get(title));
        chooser.getExtensionFilters().setAll(kinds);
        List<Path> recent = preferences.recent();
        if (!recent.isEmpty() && recent.getFirst().getParent() != null) {
            File folder = recent.getFirst().getParent().toFile();
            if (folder.isDirectory()) {
                chooser.setInitialDirectory(folder);
            }
        }
        return chooser;
    }
}
