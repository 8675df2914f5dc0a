package dev.crescent.ui.zoom;

import dev.crescent.ui.pen.CanvasPen;
import dev.crescent.ui.pen.Drawn;
import dev.crescent.ui.pen.FileScenes;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.pen.Sketch;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.jspecify.annotations.Nullable;

/// A canvas that has one pixel for each of the screen's, however its window is zoomed. It is painted on in the layout's
/// pixels.
///
/// A plain canvas has as many pixels as it is designed with, and would be stretched. This one is larger by the zoom, shrunk
/// by its inverse, and moved by less than a pixel onto the screen's. It takes on another zoom when it is painted anew.
///
/// In a scene that is drawn for a file it remembers how it was painted with a pen.
public final class SharpCanvas extends Region implements Drawn {
    private final Canvas canvas = new Canvas();
    private final Scale shrink = new Scale();
    private final Translate ontoPixels = new Translate();
    private final CanvasPen pen = new CanvasPen(canvas.getGraphicsContext2D());
    private @Nullable Sketch sketch;
    private double zoom = 1;

    /// One without size.
    public SharpCanvas() {
        canvas.getTransforms().setAll(ontoPixels, shrink);
        canvas.setManaged(false);
        getChildren().setAll(canvas);
        localToSceneTransformProperty().addListener((p, was, is) -> align());
    }

    public SharpCanvas(double width, double height) {
        this();
        setSize(width, height);
    }

    /// Makes it so large, in the layout's pixels. What was painted is lost if it was not.
    public void setSize(double width, double height) {
        setWidth(width);
        setHeight(height);
        fit();
    }

    /// To paint over what is there.
    public GraphicsContext getGraphicsContext2D() {
        return canvas.getGraphicsContext2D();
    }

    /// To paint anew.
    public GraphicsContext cleared() {
        fit();
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight()); // beyond its edge where it is zoomed
        return g;
    }

    /// To paint over what is there, with the state that the last painting left.
    public Pen pen() {
        if (!FileScenes.isDrawnForFile(getScene())) {
            sketch = null;
            return pen;
        }
        Sketch kept = sketch;
        if (kept == null) {
            kept = new Sketch(pen, canvas::getWidth, canvas::getHeight, () -> FileScenes.density(getScene()));
            sketch = kept;
        }
        return kept;
    }

    /// To paint anew.
    public Pen clearedPen() {
        fit();
        Pen again = pen();
        again.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        return again;
    }

    @Override
    public void draw(Pen onto) {
        if (sketch != null) {
            sketch.replay(onto);
        }
    }

    private void fit() {
        zoom = Zoom.of(this);
        double width = zoom == 1 ? getWidth() : Math.ceil(getWidth() * zoom);
        double height = zoom == 1 ? getHeight() : Math.ceil(getHeight() * zoom);
        if (width == canvas.getWidth() && height == canvas.getHeight() && shrink.getX() == 1 / zoom) {
            return;
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        canvas.getGraphicsContext2D().setTransform(zoom, 0, 0, zoom, 0, 0);
        shrink.setX(1 / zoom);
        shrink.setY(1 / zoom);
        align();
    }

    private void align() {
        Point2D corner = zoom == 1 ? Point2D.ZERO : localToScene(0, 0);
        ontoPixels.setX((Math.rint(corner.getX()) - corner.getX()) / zoom);
        ontoPixels.setY((Math.rint(corner.getY()) - corner.getY()) / zoom);
    }

    /// It is as large as it was made.
    @Override
    public boolean isResizable() {
        return false;
    }

    @Override
    public boolean contains(double localX, double localY) {
        Bounds bounds = getLayoutBounds();
        return bounds.contains(localX, localY);
    }
}
