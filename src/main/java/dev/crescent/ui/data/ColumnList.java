package dev.crescent.ui.data;

import dev.crescent.data.Dataset;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.WholeText;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The columns of data that do not lie in the plane, in place of features.
final class ColumnList extends VBox {
    private static final int MOST = 24;

    private final Label count = new Label();
    private final FlowPane names = new FlowPane(6, 6);
    private final Label empty = new Label(Texts.get("columns.loading"));
    private List<String> shown = List.of();

    ColumnList() {
        getStyleClass().add("data-section");
        Label title = new Label(Texts.get("columns.title"));
        title.getStyleClass().add("group-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        count.getStyleClass().add("group-title");
        HBox header = new HBox(title, count);
        header.getStyleClass().add("group-header");
        names.setId("columns.names");
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        getChildren().setAll(header, names, empty);
    }

    void show(@Nullable Dataset dataset) {
        List<String> columns = dataset == null ? List.of() : dataset.inputNames();
        empty.setVisible(dataset == null);
        empty.setManaged(dataset == null);
        count.setText(dataset == null ? "" : Numbers.fixed(columns.size(), 0));
        if (columns.equals(shown)) {
            return;
        }
        shown = columns;
        names.getChildren().setAll(columns.stream().limit(MOST).map(ColumnList::pill).toList());
        if (columns.size() > MOST) {
            Label more = new Label(Texts.get("columns.more", Numbers.fixed(columns.size() - MOST, 0)));
            more.getStyleClass().add("caption");
            names.getChildren().add(more);
        }
    }

    private static Label pill(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("pill");
        label.setMaxWidth(200);
        WholeText.whenCut(label);
        return label;
    }
}
