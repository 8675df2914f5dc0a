package dev.crescent.ui.zoom;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/// The root of a window that shows its content larger or smaller than designed, text, controls and icons alike.
///
/// The content is laid out in the room there is, divided by the zoom, so that a large zoom leaves it less room rather than
/// pushing it out of the window. Where that room is smaller than the content can be, scroll bars lead to the rest. Text and
/// shapes are drawn at their real size by JavaFX; canvases are kept sharp by [SharpCanvas]. Popups follow the zoom of the
/// window that they belong to.
public final class ZoomPane extends Region {
    private final Region content;
    private final double leastWidth;
    private final double leastHeight;
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);
    private final ScrollBar across = new ScrollBar();
    private final ScrollBar down = new ScrollBar();
    private final Rectangle clip = new Rectangle();

    /// @param leastWidth what the content needs, in its own pixels
    public ZoomPane(Region content, double leastWidth, double leastHeight) {
        this.content = content;
        this.leastWidth = leastWidth;
        this.leastHeight = leastHeight;
        Scale scale = new Scale();
        scale.xProperty().bind(zoom);
        scale.yProperty().bind(zoom);
        content.getTransforms().add(scale);
        content.setManaged(false);
        down.setOrientation(Orientation.VERTICAL);
        setClip(clip);
        getChildren().setAll(content, across, down);
        zoom.subscribe(this::requestLayout);
        across.valueProperty().subscribe(this::requestLayout);
        down.valueProperty().subscribe(this::requestLayout);
        ZoomedPopups.follow();
    }

    /// A root that is as large as its content wants to be.
    public ZoomPane(Region content) {
        this(content, 0, 0);
    }

    /// 1 as designed, 2 twice as large.
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    /// What is shown.
    public Parent content() {
        return content;
    }

    @Override
    protected void layoutChildren() {
        double z = zoom.get();
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        double wide = leastWidth * z;
        double high = leastHeight * z;
        // A bar takes room from the other direction.
        boolean scrollsDown = height + 1 < high;
        double beside = scrollsDown ? down.prefWidth(-1) : 0;
        boolean scrollsAcross = width - beside + 1 < wide;
        double below = scrollsAcross ? across.prefHeight(-1) : 0;
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
            bar.setUnitIncrement(40);
            bar.setBlockIncrement(seen * 0.9);
            bar.setValue(Math.min(bar.getValue(), bar.getMax()));
            bar.resizeRelocate(x, y, width, height);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(content.prefWidth(height < 0 ? -1 : height / zoom.get()) * zoom.get());
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(content.prefHeight(width < 0 ? -1 : width / zoom.get()) * zoom.get());
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
