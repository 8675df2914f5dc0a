package dev.crescent.ui.data;

import dev.crescent.data.Dataset;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// How many columns of a table are learned from, and the way to choose others.
final class ColumnsButton extends Button {
    private final Label count = new Label();

    /// @param wanted called when they are to be chosen
    ColumnsButton(Runnable wanted) {
        setId("data.columns");
        setGraphic(new SettingText(Texts.get("columns.choose"), count));
        getStyleClass().addAll("setting", "tight");
        setMaxWidth(Double.MAX_VALUE);
        Hint.give(this, Texts.get("columns.choose.hint"));
        setOnAction(e -> wanted.run());
    }

    void show(@Nullable Dataset dataset) {
        int columns = dataset == null ? 0 : dataset.plane() == null ? dataset.inputNames().size() : dataset.plane().axes().size();
        count.setText(columns == 0 ? "" : Numbers.fixed(columns, 0));
        setAccessibleText(Texts.get("columns.choose") + " " + count.getText());
    }
}
