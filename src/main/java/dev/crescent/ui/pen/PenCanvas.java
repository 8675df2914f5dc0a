package dev.crescent.ui.pen;

import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;

/// A canvas that is painted with a pen, and in a scene that is drawn for a file remembers how.
public final class PenCanvas extends Canvas implements Drawn {
    private final CanvasPen pen = new CanvasPen(getGraphicsContext2D());
    private @Nullable Sketch sketch;

    public PenCanvas() {
        this(0, 0);
    }

    public PenCanvas(double width, double height) {
        super(width, height);
    }

    /// Paints here, with the state that the last painting left.
    public Pen pen() {
        if (!FileScenes.isDrawnForFile(getScene())) {
            sketch = null;
            return pen;
        }
        Sketch kept = sketch;
        if (kept == null) {
            kept = new Sketch(pen, this::getWidth, this::getHeight);
            sketch = kept;
        }
        return kept;
    }

    @Override
    public void draw(Pen onto) {
        if (sketch != null) {
            sketch.replay(onto);
        }
    }
}
