package dev.crescent.ui.bars;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import dev.crescent.ui.zoom.Nodes;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A bar that goes on beyond the window's edge where it has too little room: arrows at its ends, the wheel and the Tab key
/// lead to the rest.
public final class Strip extends Region {
    private static final double ARROW = 28;
    /// Free room about what has the focus, for its ring.
    private static final double AROUND = 8;
    /// Of what is seen, so much goes by at a press.
    private static final double PAGE = 0.6;

    private final Region bar;
    private final Button back = arrow(Feather.CHEVRON_LEFT, "strip.back");
    private final Button on = arrow(Feather.CHEVRON_RIGHT, "strip.on");
    private final Rectangle clip = new Rectangle();
    private final DoubleProperty hidden = new SimpleDoubleProperty(this, "hidden"); // pixels beyond the left end

    /// @param bar whose least width is what it needs; shown as long as it is visible
    public Strip(Region bar) {
        this.bar = bar;
        visibleProperty().bind(bar.visibleProperty());
        managedProperty().bind(bar.visibleProperty());
        back.setOnAction(e -> move(-PAGE * getWidth()));
        on.setOnAction(e -> move(PAGE * getWidth()));
        setClip(clip);
        getChildren().setAll(bar, back, on);
        hidden.subscribe(this::requestLayout);
        addEventHandler(ScrollEvent.SCROLL, e -> {
            double by = e.getDeltaX() != 0 ? e.getDeltaX() : e.getDeltaY();
            if (most() > 0 && by != 0) {
                move(-by);
                e.consume();
            }
        });
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::reveal);
    }

    private static Button arrow(Feather icon, String key) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(key);
        button.getStyleClass().addAll("strip-arrow");
        button.setFocusTraversable(false); // the Tab key gets to what it leads to by itself
        button.setManaged(false);
        button.setAccessibleText(Texts.get(key));
        Hint.give(button, Texts.get(key));
        return button;
    }

    private double most() {
        return Math.max(0, Math.ceil(bar.minWidth(-1) - getWidth()));
    }

    private void move(double by) {
        hidden.set(Math.clamp(hidden.get() + by, 0, most()));
    }

    private void reveal(Node focused) {
        if (focused == null || most() == 0 || !Nodes.isWithin(focused, bar)) {
            return;
        }
        Bounds at = sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        double room = ARROW + AROUND;
        if (at.getMaxX() + room > getWidth()) {
            move(at.getMaxX() + room - getWidth());
        } else if (at.getMinX() - room < 0) {
            move(at.getMinX() - room);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        double most = most();
        double left = Math.min(hidden.get(), most);
        bar.resizeRelocate(-Math.rint(left), 0, width + most, height);
        back.setVisible(left > 0);
        on.setVisible(left < most);
        back.resizeRelocate(0, 0, ARROW, height - 1);
        on.resizeRelocate(width - ARROW, 0, ARROW, height - 1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return bar.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return bar.prefHeight(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return bar.minHeight(-1);
    }
}
