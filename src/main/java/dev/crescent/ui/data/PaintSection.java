package dev.crescent.ui.data;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.Source;
import dev.crescent.ui.Hint;
import dev.crescent.ui.LineIcon;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The tools that points are painted with on the output picture.
final class PaintSection extends VBox {
    private static final NumberRange RADIUS = new NumberRange(2, 200, 4, 80, false, 0, "px");
    private static final NumberRange AMOUNT = new NumberRange(1, Brush.MAX_AMOUNT, 1, 30, false, 0, "");

    private final Consumer<Brush> listener;
    private final ToggleButton paint = tool("paint.brush", new FontIcon(Feather.EDIT_2), Brush.Tool.PAINT);
    private final ToggleButton erase = tool("paint.eraser", LineIcon.eraser(), Brush.Tool.ERASE);
    private final ClassDots dots = new ClassDots(this::setLabel);
    private final LiveSlider radius = new LiveSlider("paint.radius", RADIUS, this::setRadius);
    private final LiveSlider amount = new LiveSlider("paint.amount", AMOUNT, this::setAmount);
    private final Button undo;
    private final Button clear;
    private final Label refusal = new Label();
    private final VBox tools;
    private @Nullable Data shown;
    private Brush brush = new Brush(Brush.Tool.NONE, 0, 24, 6);

    PaintSection(Consumer<Brush> listener, Runnable undo, Runnable clearAll) {
        this.listener = listener;
        getStyleClass().add("data-section");
        Label title = new Label(Texts.get("paint.title"));
        title.getStyleClass().add("group-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        clear = icon("paint.clear", Feather.TRASH_2, clearAll);
        this.undo = icon("paint.undo", Feather.CORNER_UP_LEFT, undo);
        showUndo(false);
        HBox header = new HBox(title, this.undo, clear);
        header.getStyleClass().add("group-header");
        // The icon, not the button around it, ends where everything else ends.
        HBox.setMargin(clear, new Insets(0, -6, 0, 0));
        HBox segments = new HBox(paint, erase);
        segments.getStyleClass().add("segmented");
        segments.setMaxHeight(USE_PREF_SIZE);
        HBox.setHgrow(dots, Priority.ALWAYS);
        HBox row = new HBox(10, segments, dots);
        row.getStyleClass().add("paint-row");
        VBox sliders = new VBox(radius, amount);
        tools = new VBox(8, row, sliders);
        refusal.getStyleClass().add("muted");
        refusal.setId("paint.refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(header, tools, refusal);
        refresh();
    }

    private ToggleButton tool(String id, Node icon, Brush.Tool tool) {
        ToggleButton button = new ToggleButton("", icon);
        button.setId(id);
        button.getStyleClass().addAll("small-control", "paint-tool");
        button.setAccessibleText(Texts.get(id));
        Hint.give(button, Texts.get(id + ".hint"));
        button.setOnAction(e -> become(brush.withTool(brush.tool() == tool ? Brush.Tool.NONE : tool)));
        return button;
    }

    private static Button icon(String id, Feather icon, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("icon-button", "small-control");
        button.setAccessibleText(Texts.get(id));
        Hint.give(button, Texts.get(id));
        button.setOnAction(e -> action.run());
        return button;
    }

    void show(Data data, @Nullable Dataset dataset) {
        String why = PaintStroke.refusal(data, dataset);
        boolean waiting = why != null && dataset == null && data.source() instanceof Source.Csv;
        tools.setVisible(why == null);
        tools.setManaged(why == null);
        refusal.setText(why == null ? "" : why);
        refusal.setVisible(why != null && !waiting);
        refusal.setManaged(why != null && !waiting);
        clear.setDisable(why != null || data.source() instanceof Source.Painted now && now.points().isEmpty());
        if (why != null && !waiting && brush.tool() != Brush.Tool.NONE) {
            become(brush.withTool(Brush.Tool.NONE));
        }
        int label = dots.showUsed(classes(data, dataset), !data.equals(shown));
        shown = data;
        if (label != brush.label()) {
            become(brush.withLabel(label));
        }
    }

    private static int classes(Data data, @Nullable Dataset dataset) {
        if (data.source() instanceof Source.Painted painted) {
            return painted.points().stream().mapToInt(PaintedPoint::label).max().orElse(1) + 1;
        }
        return dataset == null ? 2 : dataset.classNames().size();
    }

    /// @param possible whether the last thing that was done is a stroke
    void showUndo(boolean possible) {
        undo.setDisable(!possible);
    }

    void setPalette(Palette palette) {
        dots.setPalette(palette);
    }

    Brush brush() {
        return brush;
    }

    /// A class is chosen to paint with it.
    private void setLabel(int label) {
        become(brush.withLabel(label).withTool(Brush.Tool.PAINT));
    }

    private void setRadius(double pixels, boolean finished) {
        become(brush.withRadius(pixels));
    }

    private void setAmount(double points, boolean finished) {
        become(brush.withAmount((int) points));
    }

    private void become(Brush next) {
        boolean changed = !next.equals(brush);
        brush = next;
        refresh();
        if (changed) {
            listener.accept(next);
        }
    }

    private void refresh() {
        paint.setSelected(brush.tool() == Brush.Tool.PAINT);
        erase.setSelected(brush.tool() == Brush.Tool.ERASE);
        dots.select(brush.label());
        radius.show(brush.radius(), RADIUS);
        amount.show(brush.amount(), AMOUNT);
        amount.setDisable(brush.tool() == Brush.Tool.ERASE);
    }
}
