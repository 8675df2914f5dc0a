package dev.crescent.ui.zoom;

import javafx.beans.property.DoubleProperty;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// The root of a window that shows its content larger or smaller than designed, text, controls and icons alike.
///
/// The content is laid out in the room there is, divided by the zoom, so that a large zoom leaves it less room rather than
/// pushing it out of the window. Text and shapes are drawn at their real size by JavaFX; canvases are kept sharp by
/// [SharpCanvas]. Popups follow the zoom of the window that they belong to.
public final class ZoomPane extends Scroller {
    /// @param content scrolled where there is less room than its least size
    public ZoomPane(Region content) {
        super(content);
        Scale larger = new Scale();
        larger.xProperty().bind(zoomProperty());
        larger.yProperty().bind(zoomProperty());
        content.getTransforms().add(larger);
        zoomProperty().subscribe(this::requestLayout);
        ZoomedPopups.follow();
    }

    /// 1 as designed, 2 twice as large.
    public DoubleProperty zoomProperty() {
        return scaleProperty();
    }
}
