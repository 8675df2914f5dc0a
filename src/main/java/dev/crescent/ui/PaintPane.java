package dev.crescent.ui;

import dev.crescent.ui.zoom.Zoom;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// A pane of fixed size that paints its canvases at most once a frame, however often it is asked to.
///
/// Painting happens in this pane's layout pass. The pane is unmanaged, and so the root of its own layout: repainting
/// never lays out anything around it, and snapshots without a window are painted too.
public final class PaintPane extends Pane {
    private final Runnable paint;

    /// @param paint paints everything that changed, placing children itself
    public PaintPane(Runnable paint, Node... children) {
        super(children);
        this.paint = paint;
        setManaged(false);
        Zoom.whenDensityChanges(this, this::repaint);
    }

    /// Asks for painting before the next frame.
    public void repaint() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        paint.run();
    }
}
