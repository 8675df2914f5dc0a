package dev.crescent.ui.data;

import dev.crescent.experiment.PaintedPoint;
import dev.crescent.ui.ClassDot;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The classes to paint with as dots of their colors, 2 to 8, and a dot that adds one; in rows of five.
final class ClassDots extends Pane {
    private static final int FEWEST = 2;
    private static final int NONE = -1;
    private static final double RADIUS = 11;
    private static final double SIDE = 28;
    private static final double GAP = 2;
    /// The least distance of two dots' middles, where the panel is narrow.
    private static final double NARROWEST = 25;
    private static final int COLUMNS = 5;

    private final IntConsumer listener;
    private final Button plus = new Button("", new FontIcon(Feather.PLUS));
    private final List<ToggleButton> dots = new ArrayList<>();
    private Palette palette = Palette.of(Theme.LIGHT);
    /// The class that was added last, which has no points yet; it stays until another one is chosen or the data change.
    private int added = NONE;
    private int used = FEWEST;
    private int selected;

    ClassDots(IntConsumer listener) {
        this.listener = listener;
        plus.setId("paint.plus");
        plus.getStyleClass().addAll("icon-button", "class-plus");
        plus.setAccessibleText(Texts.get("paint.plus"));
        Hint.give(plus, Texts.get("paint.plus"));
        plus.setOnAction(e -> add());
        rebuild();
    }

    /// @param classes as many as the data have
    /// @param changed whether the data have changed, so that a class that was only added goes
    /// @return the class to go on painting with: the chosen one, or the last one left
    int showUsed(int classes, boolean changed) {
        used = Math.clamp(classes, FEWEST, PaintedPoint.MAX_CLASSES);
        added = changed ? NONE : added;
        selected = Math.min(selected, count() - 1);
        rebuild();
        return selected;
    }

    void select(int label) {
        selected = label;
        added = label < used ? NONE : label;
        rebuild();
        for (int k = 0; k < dots.size(); k++) {
            dots.get(k).setSelected(k == label);
        }
    }

    void setPalette(Palette colors) {
        palette = colors;
        dots.clear();
        rebuild();
    }

    private int count() {
        return Math.max(used, added + 1);
    }

    private void add() {
        added = count();
        rebuild();
        listener.accept(added);
    }

    private void rebuild() {
        int count = count();
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
        ToggleButton dot = new ToggleButton("", new ClassDot(RADIUS, palette, label));
        dot.setId("class-" + label);
        dot.getStyleClass().setAll("class-dot");
        dot.setAccessibleText(Texts.get("class.name", Integer.toString(label)));
        Hint.give(dot, Texts.get("paint.class", Integer.toString(label)));
        dot.setSelected(label == selected);
        dot.setOnAction(e -> {
            dot.setSelected(true);
            listener.accept(label);
        });
        return dot;
    }

    /// The number of rows depends on nothing but the number of dots, so that the room below is known at any width.
    private int rows() {
        return (getChildren().size() + COLUMNS - 1) / COLUMNS;
    }

    @Override
    protected double computePrefWidth(double height) {
        return COLUMNS * (SIDE + GAP) - GAP;
    }

    @Override
    protected double computeMinWidth(double height) {
        return (COLUMNS - 1) * NARROWEST + SIDE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return rows() * (SIDE + GAP) - GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double pitch = Math.clamp((getWidth() - SIDE) / (COLUMNS - 1), NARROWEST, SIDE + GAP);
        for (int i = 0; i < getChildren().size(); i++) {
            Node child = getChildren().get(i);
            child.autosize();
            double inset = (SIDE - child.getLayoutBounds().getWidth()) / 2;
            int column = i % COLUMNS;
            int row = i / COLUMNS;
            child.relocate(column * pitch + inset, row * (SIDE + GAP) + inset);
        }
    }
}
