package dev.crescent.ui;

import dev.crescent.ui.zoom.Zoom;
import java.util.function.Supplier;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// A pane of fixed size that paints its canvases at most once a frame, however often it is asked to.
///
/// Painting happens in this pane's layout pass. The pane is unmanaged, and so the root of its own layout: repainting
/// never lays out anything around it, and snapshots without a window are painted too.
public final class PaintPane extends Pane {
    private final Runnable paint;
    private @Nullable Supplier<String> says;

    /// @param paint paints everything that changed, placing children itself
    public PaintPane(Runnable paint, Node... children) {
        super(children);
        this.paint = paint;
        setManaged(false);
        Zoom.whenDensityChanges(this, this::repaint);
    }

    /// What a screen reader says of it, asked for when it is to be said: pictures change faster than anyone listens.
    public void setSays(Supplier<String> sentence) {
        says = sentence;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && says != null ? says.get()
                : super.queryAccessibleAttribute(attribute, parameters);
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
