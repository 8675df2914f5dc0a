package dev.crescent.ui.network;

import dev.crescent.ui.pen.Pen;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/// Paints links and units with a pen, for files: whatever their size, they stay sharp.
///
/// @param scale the pixels of a tile for each of the view's
record PenBrush(Pen pen, double scale) implements Brush {
    @Override
    public void curve(double x0, double y0, double x1, double y1, double strokeWidth, int rgb, double alpha, double dash,
            double gap) {
        stroke(strokeWidth, rgb, alpha);
        pen.setLineCap(StrokeLineCap.BUTT);
        pen.setLineDashes(dash > 0 ? new double[] {dash, gap} : new double[0]);
        double handle = LinkCurve.HANDLE * (x1 - x0);
        pen.strokeCurve(x0, y0, x0 + handle, y0, x1 - handle, y1, x1, y1);
        pen.setLineDashes();
    }

    /// Paints nothing: a file shows no flow.
    @Override
    public void dashes(double x0, double y0, double x1, double y1, double strokeWidth, int rgb, double alpha, double phase) {}

    @Override
    public void disc(double centerX, double centerY, double radius, int rgb, double alpha) {
        pen.setFill(color(rgb, alpha));
        pen.fillOval(centerX - radius, centerY - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void ring(double centerX, double centerY, double radius, double lineWidth, int rgb, double alpha) {
        stroke(lineWidth, rgb, alpha);
        pen.strokeOval(centerX - radius, centerY - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void box(Box box, double radius, int rgb, double alpha) {
        pen.setFill(color(rgb, alpha));
        pen.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc(box, radius), arc(box, radius));
    }

    @Override
    public void frame(Box box, double radius, double lineWidth, int rgb, double alpha) {
        stroke(lineWidth, rgb, alpha);
        double arc = Math.max(0, arc(box, radius) - lineWidth);
        pen.strokeRoundRect(box.x() + lineWidth / 2, box.y() + lineWidth / 2, box.width() - lineWidth,
                box.height() - lineWidth, arc, arc);
    }

    private static double arc(Box box, double radius) {
        return Math.min(2 * radius, Math.min(box.width(), box.height()));
    }

    @Override
    public void tile(double atX, double atY, int[] tile, int tileWidth, int tileHeight) {
        WritableImage image = new WritableImage(tileWidth, tileHeight);
        image.getPixelWriter().setPixels(0, 0, tileWidth, tileHeight, PixelFormat.getIntArgbPreInstance(), tile, 0, tileWidth);
        pen.drawImage(image, atX, atY, tileWidth / scale, tileHeight / scale);
    }

    private void stroke(double width, int rgb, double alpha) {
        pen.setStroke(color(rgb, alpha));
        pen.setLineWidth(width);
    }

    private static Color color(int rgb, double alpha) {
        return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, Math.clamp(alpha, 0, 1));
    }
}
