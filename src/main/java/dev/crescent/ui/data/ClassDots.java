package dev.crescent.ui.data;

import dev.crescent.experiment.PaintedPoint;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The classes to paint with as dots of their colors, 2 to 8, and a dot that adds one.
final class ClassDots extends FlowPane {
    private static final int FEWEST = 2;
    private static final double RADIUS = 11;

    private final IntConsumer listener;
    private final Button plus = new Button("", new FontIcon(Feather.PLUS));
    private final List<ToggleButton> dots = new ArrayList<>();
    private Palette palette = Palette.of(Theme.LIGHT);
    /// Classes that were added here and may have no points yet.
    private int added = FEWEST;
    private int used = FEWEST;
    private int selected;

    ClassDots(IntConsumer listener) {
        super(5, 4);
        this.listener = listener;
        setAlignment(Pos.CENTER_LEFT);
        setPrefWrapLength(136);
        plus.setId("paint.plus");
        plus.getStyleClass().addAll("icon-button", "class-plus");
        plus.setAccessibleText(Texts.get("paint.plus"));
        plus.setTooltip(new Tooltip(Texts.get("paint.plus")));
        plus.setOnAction(e -> add());
        rebuild();
    }

    /// @param classes as many as the data have
    void showUsed(int classes) {
        used = Math.clamp(classes, FEWEST, PaintedPoint.MAX_CLASSES);
        rebuild();
    }

    void select(int label) {
        selected = label;
        for (int k = 0; k < dots.size(); k++) {
            dots.get(k).setSelected(k == label);
        }
    }

    void setPalette(Palette colors) {
        palette = colors;
        dots.clear();
        rebuild();
    }

    private void add() {
        added = Math.max(added, used) + 1;
        rebuild();
        listener.accept(added - 1);
    }

    private void rebuild() {
        int count = Math.max(Math.max(added, used), selected + 1);
        if (count == dots.size()) {
            return;
        }
        dots.clear();
        for (int k = 0; k < count; k++) {
            dots.add(dot(k));
        }
        getChildren().setAll(dots);
        if (count < PaintedPoint.MAX_CLASSES) {
            getChildren().add(plus);
        }
    }

    private ToggleButton dot(int label) {
        Circle circle = new Circle(RADIUS, palette.classColor(label));
        // These two colors of the light theme are too pale for plain white.
        if (palette.theme() == Theme.LIGHT && (label == 2 || label == 5)) {
            circle.setStroke(palette.fgMuted());
            circle.setRadius(RADIUS - 0.5);
        }
        ToggleButton dot = new ToggleButton("", circle);
        dot.setId("class-" + label);
        dot.getStyleClass().setAll("class-dot");
        dot.setAccessibleText(Texts.get("class.name", Integer.toString(label)));
        dot.setTooltip(new Tooltip(Texts.get("paint.class", Integer.toString(label))));
        dot.setSelected(label == selected);
        dot.setOnAction(e -> {
            dot.setSelected(true);
            listener.accept(label);
        });
        return dot;
    }
}
