package dev.crescent.ui.zoom;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Shows content in all the room there is, and with scroll bars where that is less than the content's least size. Who goes
/// on with the Tab key sees what has the focus.
public class Scroller extends Region {
    private static final double STEP = 40;
    /// Free room about what has the focus, for its ring.
    private static final double AROUND = 12;

    private final Region content;
    private final ScrollBar across = bar(Orientation.HORIZONTAL);
    private final ScrollBar down = bar(Orientation.VERTICAL);
    private final Rectangle clip = new Rectangle();
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1);

    public Scroller(Region content) {
        this.content = content;
        setClip(clip);
        getChildren().setAll(content, across, down);
        across.valueProperty().subscribe(this::requestLayout);
        down.valueProperty().subscribe(this::requestLayout);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::reveal);
    }

    /// Whether any of a node is where it can be seen, within the innermost scroller that it is in; true outside of any.
    public static boolean isInSight(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof Scroller scroller) {
                return scroller.localToScene(scroller.getLayoutBounds()).intersects(node.localToScene(node.getLayoutBounds()));
            }
        }
        return true;
    }

    private static ScrollBar bar(Orientation orientation) {
        ScrollBar bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setVisible(false);
        bar.setManaged(false);
        bar.setUnitIncrement(STEP);
        return bar;
    }

    /// How much larger than laid out the content is drawn, by a transform of its own.
    final DoubleProperty scaleProperty() {
        return scale;
    }

    private void scroll(ScrollEvent e) {
        ScrollBar bar = down.isVisible() && Math.abs(e.getDeltaY()) >= Math.abs(e.getDeltaX()) && !e.isShiftDown() ? down : across;
        double by = bar == across && e.getDeltaX() != 0 ? e.getDeltaX() : e.getDeltaY();
        if (bar.isVisible() && by != 0) {
            bar.setValue(Math.clamp(bar.getValue() - by, 0, bar.getMax()));
            e.consume();
        }
    }

    private void reveal(Node focused) {
        if ((across.isVisible() || down.isVisible()) && focused != null && Nodes.isWithin(focused, content)) {
            Bounds at = sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
            reveal(across, at.getMinX(), at.getMaxX(), getWidth() - (down.isVisible() ? down.getWidth() : 0));
            reveal(down, at.getMinY(), at.getMaxY(), getHeight() - (across.isVisible() ? across.getHeight() : 0));
        }
    }

    private static void reveal(ScrollBar bar, double low, double high, double seen) {
        double hidden = high + AROUND > seen ? Math.min(high + AROUND - seen, low - AROUND) : Math.min(0, low - AROUND);
        if (bar.isVisible()) {
            bar.setValue(Math.clamp(bar.getValue() + hidden, 0, bar.getMax()));
        }
    }

    @Override
    protected void layoutChildren() {
        double z = scale.get();
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        double wide = Math.floor(content.minWidth(-1) * z);
        double high = Math.floor(content.minHeight(-1) * z);
        // A bar takes room from the other direction.
        boolean scrollsDown = height < high;
        double beside = scrollsDown ? down.prefWidth(-1) : 0;
        boolean scrollsAcross = width - beside < wide;
        double below = scrollsAcross ? across.prefHeight(-1) : 0;
        if (!scrollsDown && height - below < high) {
            scrollsDown = true;
            beside = down.prefWidth(-1);
        }
        wide = Math.max(wide, width - beside);
        high = Math.max(high, height - below);
        place(across, scrollsAcross, wide, width - beside, 0, height - below, width - beside, below);
        place(down, scrollsDown, high, height - below, width - beside, 0, beside, height - below);
        content.resizeRelocate(scrollsAcross ? -Math.rint(across.getValue()) : 0, scrollsDown ? -Math.rint(down.getValue()) : 0,
                wide / z, high / z);
    }

    private static void place(ScrollBar bar, boolean shown, double all, double seen, double x, double y, double width,
            double height) {
        bar.setVisible(shown);
        if (shown) {
            bar.setMax(all - seen);
            bar.setVisibleAmount(seen / all * (all - seen));
            bar.setBlockIncrement(seen * 0.9);
            bar.setValue(Math.min(bar.getValue(), bar.getMax()));
            bar.resizeRelocate(x, y, width, height);
        }
    }

    /// No less than what is shown without a scroll bar: content may prefer less than its least size.
    @Override
    protected double computePrefWidth(double height) {
        double high = height < 0 ? -1 : height / scale.get();
        return Math.ceil(Math.max(content.minWidth(high), content.prefWidth(high)) * scale.get());
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? -1 : width / scale.get();
        return Math.ceil(Math.max(content.minHeight(wide), content.prefHeight(wide)) * scale.get());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
