package dev.crescent.ui.picture;

import dev.crescent.ui.pen.CanvasPen;
import dev.crescent.ui.pen.Sketch;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;

/// A picture of any size as pixels, some rows at a time, each part drawn on a canvas that every graphics card has room for.
/// Belongs to the JavaFX thread.
///
/// @param scale how many pixels there are for each that the sketch is drawn in
record Tiles(Sketch sketch, PictureForm form, double scale, Color background) {
    /// At most so many rows at a time.
    static final int ROWS = 1024;
    private static final int COLUMNS = 2048;

    /// @return ARGB, not premultiplied, row-major, of [#ROWS] rows or of what is left
    int[] draw(int firstRow) {
        int rows = Math.min(ROWS, form.height() - firstRow);
        int[] pixels = new int[rows * form.width()];
        for (int x = 0; x < form.width(); x += COLUMNS) {
            int columns = Math.min(COLUMNS, form.width() - x);
            Canvas canvas = new Canvas(columns, rows);
            CanvasPen pen = new CanvasPen(canvas.getGraphicsContext2D());
            pen.transform(scale, 0, 0, scale, -x, -firstRow);
            sketch.replay(pen);
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setFill(form.transparent() ? Color.TRANSPARENT : background);
            canvas.snapshot(parameters, null).getPixelReader().getPixels(0, 0, columns, rows,
                    PixelFormat.getIntArgbInstance(), pixels, x, form.width());
        }
        return pixels;
    }
}
