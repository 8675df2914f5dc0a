package dev.crescent.ui.digits;

import dev.crescent.data.digits.PadStroke.Tool;
import dev.crescent.ui.Hint;
import dev.crescent.ui.LineIcon;
import dev.crescent.ui.Texts;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The row over the pad: its title and what one draws with.
final class PadTools extends HBox {
    private final ToggleButton pen;
    private final ToggleButton eraser;
    private final Button undo;
    private final Button clear;

    /// @param choose is told which tool the user takes
    PadTools(Consumer<Tool> choose, Runnable undoLast, Runnable openImage, Runnable clearAll) {
        getStyleClass().add("panel-header");
        Label title = new Label(Texts.get("pad.title"));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        pen = tool("pad.pen", new FontIcon(Feather.EDIT_2), Tool.PEN, choose);
        eraser = tool("pad.eraser", LineIcon.eraser(), Tool.ERASER, choose);
        HBox segments = new HBox(pen, eraser);
        segments.getStyleClass().add("segmented");
        segments.setMaxHeight(USE_PREF_SIZE);
        undo = icon("pad.undo", Feather.CORNER_UP_LEFT, undoLast);
        Button image = icon("pad.image", Feather.IMAGE, openImage);
        clear = icon("pad.clear", Feather.TRASH_2, clearAll);
        // The icon, not the button around it, ends where everything else ends.
        HBox.setMargin(clear, new Insets(0, -6, 0, 0));
        getChildren().setAll(title, segments, undo, image, clear);
        show(Tool.PEN);
        show(false, false);
    }

    private static ToggleButton tool(String id, Node icon, Tool tool, Consumer<Tool> choose) {
        ToggleButton button = new ToggleButton("", icon);
        button.setId(id.replace('.', '-'));
        button.getStyleClass().addAll("small-control", "pad-tool");
        button.setAccessibleText(Texts.get(id));
        Hint.give(button, Texts.get(id + ".hint"));
        button.setOnAction(e -> choose.accept(tool));
        return button;
    }

    private static Button icon(String id, Feather icon, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id.replace('.', '-'));
        button.getStyleClass().addAll("icon-button", "small-control");
        button.setAccessibleText(Texts.get(id));
        Hint.give(button, Texts.get(id + ".hint"));
        button.setOnAction(e -> action.run());
        return button;
    }

    /// Shows which tool is in the hand.
    void show(Tool tool) {
        pen.setSelected(tool == Tool.PEN);
        eraser.setSelected(tool == Tool.ERASER);
    }

    /// Shows what can be done.
    void show(boolean canUndo, boolean canClear) {
        undo.setDisable(!canUndo);
        clear.setDisable(!canClear);
    }
}
