package dev.crescent.ui.pen;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.image.Image;
import javafx.scene.paint.Paint;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// What views paint with: the part of JavaFX's `GraphicsContext` that they need, with the same meanings. Coordinates are in
/// pixels, y downwards. [CanvasPen] paints on a canvas, [Sketch] keeps what is painted, [SvgPen] writes it as SVG.
public interface Pen {
    /// Keeps the state, all but what is painted, until [#restore].
    void save();

    void restore();

    /// Places all that follows: a point (x, y) comes to (mxx x + mxy y + tx, myx x + myy y + ty).
    void transform(double mxx, double myx, double mxy, double myy, double tx, double ty);

    /// Paints only within a rectangle with round corners from now on.
    ///
    /// @param arc the diameter of the corners
    void clip(double x, double y, double width, double height, double arc);

    /// Makes all that follows paler: as SVG taken together, on a canvas each shape by itself.
    ///
    /// @param opacity from 0 to 1
    void fade(double opacity);

    /// The pixels for each unit that is painted in, as far as they are known; else 1.
    default double density() {
        return 1;
    }

    void setGlobalAlpha(double alpha);

    void setFill(Paint paint);

    void setStroke(Paint paint);

    void setLineWidth(double width);

    void setLineCap(StrokeLineCap cap);

    void setLineJoin(StrokeLineJoin join);

    void setLineDashes(double... dashes);

    void setFont(Font font);

    void setTextAlign(TextAlignment align);

    void setTextBaseline(VPos baseline);

    void clearRect(double x, double y, double width, double height);

    void fillRect(double x, double y, double width, double height);

    void strokeRect(double x, double y, double width, double height);

    void fillRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight);

    void strokeRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight);

    void fillOval(double x, double y, double width, double height);

    void strokeOval(double x, double y, double width, double height);

    void strokeLine(double x1, double y1, double x2, double y2);

    void strokePolyline(double[] x, double[] y, int count);

    /// Strokes a cubic Bezier curve.
    void strokeCurve(double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3);

    void fillPolygon(double[] x, double[] y, int count);

    /// Fills what lies within an odd number of outlines.
    ///
    /// @param outlines closed, each with its corners as x and y in turn
    void fillOutlines(List<double[]> outlines);

    void strokeOutlines(List<double[]> outlines);

    /// Fills an outline in the language of SVG's `d` attribute.
    ///
    /// @param rule what is within it
    void fillPath(String path, FillRule rule);

    /// Strokes one.
    void strokePath(String path);

    void fillText(String text, double x, double y);

    /// A text that is squeezed where it would be wider.
    void fillText(String text, double x, double y, double maxWidth);

    void strokeText(String text, double x, double y);

    /// The image's whole, stretched.
    void drawImage(Image image, double x, double y, double width, double height);

    default void drawImage(Image image, double x, double y) {
        drawImage(image, x, y, image.getWidth(), image.getHeight());
    }
}
