package dev.crescent.app;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Language;
import dev.crescent.ui.Switch;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.zoom.Zoom;
import dev.crescent.ui.zoom.ZoomedDialog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// What the window remembers of its user's wishes: how it looks, what it speaks, and where it keeps things. What is set shows
/// at once and is kept at once, so there is nothing to confirm.
final class SettingsSheet {
    private static final double WIDTH = 500;
    private static final double CONTROL_WIDTH = 340;
    /// A longer folder's name is seen in its field by scrolling, and in its tooltip.
    private static final double LONGEST_PATH = 420;
    private static final double LEAST_PATH = 160;
    /// What a field has about its text.
    private static final double EDGES = 28;

    private final Appearance appearance;
    private final Preferences preferences;
    private final Runnable keep;
    private final FolderShower showFolder;
    private final Runnable reopen;
    private final GridPane grid = new GridPane(16, 12);
    private int rows;

    /// Shows a folder to the user.
    interface FolderShower {
        /// @throws IOException if the system cannot
        void show(Path folder) throws IOException;
    }

    private SettingsSheet(Appearance appearance, Preferences preferences, Runnable keep, FolderShower showFolder,
            Runnable reopen) {
        this.appearance = appearance;
        this.preferences = preferences;
        this.keep = keep;
        this.showFolder = showFolder;
        this.reopen = reopen;
    }

    /// @param keep writes the preferences
    /// @param reopen opens the owner anew
    static void show(Stage owner, Appearance appearance, Preferences preferences, Runnable keep, UserFolder folder,
            FolderShower showFolder, Runnable reopen) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(Texts.get("settings.title"));
        dialog.getDialogPane().getStyleClass().add("settings-sheet");
        dialog.getDialogPane().getButtonTypes()
                .setAll(new ButtonType(Texts.get("line.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        SettingsSheet sheet = new SettingsSheet(appearance, preferences, keep, showFolder, () -> {
            dialog.close();
            reopen.run();
        });
        sheet.fill(folder);
        dialog.getDialogPane().setContent(sheet.grid);
        ZoomedDialog.dress(dialog);
        dialog.show();
    }

    private void fill(UserFolder folder) {
        grid.setPadding(new Insets(16, 16, 0, 16));
        grid.setMinWidth(WIDTH);
        row("settings.theme", choice(asks("settings.light", "settings.dark"), at(appearance.darkChoice()), chosen -> {
            if (chosen == 0) {
                appearance.followSystemTheme();
            } else {
                appearance.setDark(chosen == 2);
            }
        }));
        Switch contrast = new Switch();
        contrast.setSelected(appearance.isHighContrast());
        contrast.selectedProperty().subscribe((was, is) -> appearance.setHighContrast(is));
        row("settings.contrast", contrast);
        List<String> sizes = Zoom.STEPS.stream().map(step -> Texts.get("settings.percent", step)).toList();
        row("settings.size", choice(sizes, nearest(appearance.fontScale()), chosen -> appearance.setFontScale(Zoom.STEPS.get(chosen))));
        row("settings.motion", choice(asks("settings.moving", "settings.still"), at(appearance.motionChoice()), chosen -> {
            if (chosen == 0) {
                appearance.followSystemMotion();
            } else {
                appearance.setMotionReduced(chosen == 2);
            }
        }));
        addLanguages();
        addFolder(folder);
    }

    /// The system's, and two others.
    private static List<String> asks(String no, String yes) {
        return List.of(Texts.get("language.system"), Texts.get(no), Texts.get(yes));
    }

    private static int at(@Nullable Boolean chosen) {
        return chosen == null ? 0 : chosen ? 2 : 1;
    }

    private static int nearest(int percent) {
        int best = 0;
        for (int i = 1; i < Zoom.STEPS.size(); i++) {
            best = Math.abs(Zoom.STEPS.get(i) - percent) < Math.abs(Zoom.STEPS.get(best) - percent) ? i : best;
        }
        return best;
    }

    private void addLanguages() {
        List<String> names = new ArrayList<>(List.of(Texts.get("language.system")));
        Texts.languages().forEach(language -> names.add(language.ownName()));
        int now = 1 + Texts.languages().stream().map(Language::id).toList().indexOf(preferences.language());
        Label when = new Label(Texts.get("language.restart"));
        when.getStyleClass().add("muted");
        Button reopening = new Button(Texts.get("language.now"));
        reopening.setId("settings.reopen");
        Hint.give(reopening, Texts.get("language.nowHint"));
        reopening.setOnAction(e -> reopen.run());
        HBox later = new HBox(8, when, reopening);
        later.setAlignment(Pos.CENTER_LEFT);
        later.setId("settings.restart");
        if (preferences.language().isEmpty() || Texts.language().id().equals(preferences.language())) {
            hide(later);
        }
        row("language", choice(names, now, chosen -> {
            preferences.setLanguage(chosen == 0 ? null : Texts.languages().get(chosen - 1));
            keep.run();
            reveal(later);
        }));
        grid.add(later, 1, rows++);
    }

    /// Where the log is that a user can send, and what is kept.
    private void addFolder(UserFolder folder) {
        TextField path = new TextField(folder.path().toString());
        path.setEditable(false);
        path.setId("settings.folder");
        path.setAccessibleText(Texts.get("settings.folder.name"));
        path.setTooltip(new Tooltip(path.getText()));
        path.setPrefWidth(Math.clamp(TextFit.width(path.getText(), Fonts.sans(13)) + EDGES, LEAST_PATH, LONGEST_PATH));
        HBox.setHgrow(path, Priority.ALWAYS);
        Button copy = new Button(Texts.get("settings.copy"));
        copy.setId("settings.copyFolder");
        copy.setOnAction(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(path.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Label problem = new Label(Texts.get("settings.notShown"));
        problem.getStyleClass().add("muted");
        problem.setId("settings.notShown");
        problem.setWrapText(true);
        problem.setMaxWidth(CONTROL_WIDTH);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        hide(problem);
        Button show = new Button(Texts.get("settings.show"));
        show.setId("settings.showFolder");
        show.setOnAction(e -> {
            try {
                showFolder.show(folder.path());
            } catch (IOException failure) {
                Logs.warning("The system shows no folders", failure);
                reveal(problem);
            }
        });
        row("settings.folder", new HBox(8, path, copy, show));
        grid.add(problem, 1, rows++);
    }

    private static void hide(Node remark) {
        remark.setVisible(false);
        remark.setManaged(false);
    }

    /// Shows a remark, for which the sheet becomes higher.
    private static void reveal(Node remark) {
        if (!remark.isManaged()) {
            remark.setVisible(true);
            remark.setManaged(true);
            remark.getScene().getWindow().sizeToScene();
        }
    }

    private void row(String key, Node control) {
        Label name = new Label(Texts.get(key + ".name"));
        Tooltip hint = new Tooltip(Texts.get(key + ".hint"));
        name.setTooltip(hint);
        if (control instanceof Control own) {
            own.setTooltip(hint);
            own.setId(key);
            own.setAccessibleText(name.getText());
            name.setLabelFor(own);
        }
        grid.addRow(rows++, name, control);
    }

    private static ComboBox<String> choice(List<String> names, int now, Consumer<Integer> chosen) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(names);
        box.getSelectionModel().select(now);
        box.setPrefWidth(220);
        box.getSelectionModel().selectedIndexProperty().subscribe((was, is) -> {
            if (!Objects.equals(was, is) && is.intValue() >= 0) {
                chosen.accept(is.intValue());
            }
        });
        return box;
    }
}
