package dev.crescent.ui.start;

import dev.crescent.ui.Texts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The files of late, or a line that says there are none.
final class RecentList extends VBox {
    private final Consumer<Path> open;
    private final Consumer<Path> remove;
    private final Map<Path, RecentRow> rows = new HashMap<>();
    private List<RecentFile> shown = List.of();

    RecentList(Consumer<Path> open, Consumer<Path> remove) {
        this.open = open;
        this.remove = remove;
        setFiles(List.of());
    }

    /// Shows other files. Those of which the same is known as before keep their pictures.
    void show(List<RecentFile> files) {
        if (!files.equals(shown)) {
            setFiles(files);
        }
    }

    private void setFiles(List<RecentFile> files) {
        Map<RecentFile, RecentRow> before = new HashMap<>();
        shown.forEach(file -> before.put(file, Objects.requireNonNull(rows.get(file.path()))));
        shown = List.copyOf(files);
        rows.clear();
        getChildren().clear();
        getStyleClass().remove("recent-list");
        if (files.isEmpty()) {
            Label none = new Label(Texts.get("start.noRecent"));
            none.setId("start.noRecent");
            none.getStyleClass().add("muted");
            getChildren().setAll(none);
            return;
        }
        getStyleClass().add("recent-list");
        for (int i = 0; i < files.size(); i++) {
            RecentFile file = files.get(i);
            RecentRow row = before.remove(file);
            if (row == null) {
                row = new RecentRow(file, () -> open.accept(file.path()), () -> remove.accept(file.path()));
            }
            row.setNumber(i);
            if (i > 0) {
                Region line = new Region();
                line.getStyleClass().add("group-line");
                getChildren().add(line);
            }
            getChildren().add(row);
            rows.put(file.path(), row);
        }
    }

    /// Shows the picture of a file, if it is in the list.
    void showPicture(Path file, int[] argb, int width, int height) {
        RecentRow row = rows.get(file);
        if (row != null) {
            row.picture().show(argb, width, height);
        }
    }
}
