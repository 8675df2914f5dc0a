package dev.crescent.app;

import java.util.function.DoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The room's four panels: data left, network in the middle with the curves or the lens below it, output right. Their
/// edges can be dragged, a double click brings the design's size back, and all but the network can be folded away. The
/// output can have the room of the network and the curves, too.
final class PanelLayout extends Pane {
    private static final double GRIP = 7;
    /// The lens needs so much height.
    private static final double LENS = 240;

    private final Region data;
    private final Region network;
    private final Region curves;
    private final Region output;
    private final Region lens;
    private final Region dataGrip;
    private final Region curvesGrip;
    private final Region outputGrip;
    private final BooleanProperty dataShown = new SimpleBooleanProperty(this, "dataShown", true);
    private final BooleanProperty curvesShown = new SimpleBooleanProperty(this, "curvesShown", true);
    private final BooleanProperty outputShown = new SimpleBooleanProperty(this, "outputShown", true);
    private final BooleanProperty expanded = new SimpleBooleanProperty(this, "expanded", false);
    private final BooleanProperty lensShown = new SimpleBooleanProperty(this, "lensShown", false);
    private PanelSizes sizes = PanelSizes.DESIGN;
    private boolean foldedForRoom; // whether that is why the data panel is folded away
    private boolean narrow; // whether there is too little room for all panels

    /// @param lens takes the place of the curves while it is shown
    PanelLayout(Region data, Region network, Region curves, Region output, Region lens) {
        this.data = data;
        this.network = network;
        this.curves = curves;
        this.output = output;
        this.lens = lens;
        lens.getStyleClass().addAll("panel", "panel-edge-top");
        data.getStyleClass().addAll("panel", "panel-edge-right");
        network.getStyleClass().add("panel");
        curves.getStyleClass().addAll("panel", "panel-edge-top");
        output.getStyleClass().addAll("panel", "panel-edge-left");
        dataGrip = grip(Cursor.H_RESIZE, at -> sizes.withData(at), true);
        outputGrip = grip(Cursor.H_RESIZE, at -> sizes.withOutput(getWidth() - at), true);
        curvesGrip = grip(Cursor.V_RESIZE, at -> sizes.withCurves(getHeight() - at), false);
        dataGrip.setOnMouseClicked(e -> restore(e.getClickCount(), sizes.withData(0)));
        outputGrip.setOnMouseClicked(e -> restore(e.getClickCount(), sizes.withOutput(0)));
        curvesGrip.setOnMouseClicked(e -> restore(e.getClickCount(), sizes.withCurves(0)));
        // The order is that of the Tab key.
        getChildren().setAll(data, network, output, curves, lens, dataGrip, curvesGrip, outputGrip);
        dataShown.subscribe(this::requestLayout);
        curvesShown.subscribe(this::requestLayout);
        outputShown.subscribe(this::requestLayout);
        expanded.subscribe(this::requestLayout);
        lensShown.subscribe(this::requestLayout);
    }

    BooleanProperty dataShownProperty() {
        return dataShown;
    }

    BooleanProperty curvesShownProperty() {
        return curvesShown;
    }

    BooleanProperty outputShownProperty() {
        return outputShown;
    }

    /// Whether the output has the room of the network and the curves, while it is shown.
    BooleanProperty expandedProperty() {
        return expanded;
    }

    /// Whether the network is covered by the output.
    boolean isExpanded() {
        return expanded.get() && outputShown.get();
    }

    BooleanProperty lensShownProperty() {
        return lensShown;
    }

    PanelSizes sizes() {
        return sizes;
    }

    void setSizes(PanelSizes next) {
        sizes = next;
        requestLayout();
    }

    private void restore(int clicks, PanelSizes design) {
        if (clicks == 2) {
            setSizes(design);
        }
    }

    private Region grip(Cursor cursor, DoubleFunction<PanelSizes> dragged, boolean horizontal) {
        Region grip = new Region();
        grip.setCursor(cursor);
        grip.setOnMouseDragged(e -> {
            Point2D at = sceneToLocal(e.getSceneX(), e.getSceneY());
            setSizes(dragged.apply(Math.max(1, horizontal ? at.getX() : at.getY())));
        });
        return grip;
    }

    /// Where there is no room for all, as in a window that is zoomed much, the data panel is folded away; it can be opened
    /// beside the network and the output, which then are scrolled. It comes back with the room.
    ///
    /// @param width that is seen at once
    void setRoom(double width) {
        boolean now = width > 0 && width < PanelSizes.LEAST_WIDTH;
        if (now != narrow) {
            narrow = now;
            if (narrow) {
                foldedForRoom = dataShown.get();
                dataShown.set(false);
            } else if (foldedForRoom) {
                dataShown.set(true);
            }
        }
    }

    /// Whether the user wants the data panel where there is room for it.
    boolean isDataWanted() {
        return dataShown.get() || narrow && foldedForRoom;
    }

    @Override
    protected double computeMinWidth(double height) {
        double data = dataShown.get() ? PanelSizes.LEAST_DATA : 0;
        double output = outputShown.get() ? PanelSizes.LEAST_OUTPUT : 0;
        return data + output + PanelSizes.CENTER;
    }

    @Override
    protected double computeMinHeight(double width) {
        return PanelSizes.NETWORK + (lensShown.get() ? LENS : curvesShown.get() ? PanelSizes.LEAST_CURVES : 0);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double left = dataShown.get() ? sizes.dataWidth(width) : 0;
        boolean wide = isExpanded();
        boolean looks = lensShown.get();
        double right = wide ? width - left : outputShown.get() ? sizes.outputWidth(width, left) : 0;
        double bottom = looks ? Math.max(LENS, sizes.curvesHeight(height)) : curvesShown.get() ? sizes.curvesHeight(height) : 0;
        place(data, dataGrip, dataShown.get(), 0, 0, left, height);
        place(output, outputGrip, outputShown.get(), width - right, 0, right, height);
        outputGrip.setVisible(outputShown.get() && !wide);
        network.setVisible(!wide);
        (looks ? curves : lens).setVisible(false);
        place(looks ? lens : curves, curvesGrip, (looks || curvesShown.get()) && !wide, left, height - bottom,
                width - left - right, bottom);
        if (!wide) {
            network.resizeRelocate(left, 0, Math.max(0, width - left - right), Math.max(0, height - bottom));
        }
        dataGrip.resizeRelocate(left - GRIP / 2, 0, GRIP, height);
        outputGrip.resizeRelocate(width - right - GRIP / 2, 0, GRIP, height);
        curvesGrip.resizeRelocate(left, height - bottom - GRIP / 2, width - left - right, GRIP);
    }

    private static void place(Region panel, Region grip, boolean shown, double x, double y, double width, double height) {
        panel.setVisible(shown);
        grip.setVisible(shown);
        if (shown) {
            panel.resizeRelocate(x, y, Math.max(0, width), Math.max(0, height));
        }
    }
}
