package dev.crescent.ui.pen;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Paint;
import java.util.List;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Paints on a canvas.
public final class CanvasPen implements Pen {
    private final GraphicsContext g;
    private final Deque<double[]> saved = new ArrayDeque<>(); // {alpha, faded}
    private double alpha = 1;
    private double faded = 1;

    public CanvasPen(GraphicsContext g) {
        this.g = g;
    }

    @Override
    public void save() {
        g.save();
        saved.push(new double[] {alpha, faded});
    }

    @Override
    public void restore() {
        g.restore();
        double[] before = saved.pop();
        alpha = before[0];
        faded = before[1];
    }

    @Override
    public void transform(double mxx, double myx, double mxy, double myy, double tx, double ty) {
        g.transform(mxx, myx, mxy, myy, tx, ty);
    }

    @Override
    public void clip(double x, double y, double width, double height, double arc) {
        g.beginPath();
        if (arc > 0) {
            g.appendSVGPath(Outlines.roundRect(x, y, width, height, arc));
        } else {
            g.rect(x, y, width, height);
        }
        g.clip();
    }

    @Override
    public void fade(double opacity) {
        faded *= opacity;
        g.setGlobalAlpha(alpha * faded);
    }

    @Override
    public double density() {
        return g.getTransform().getMxx();
    }

    @Override
    public void setGlobalAlpha(double next) {
        alpha = next;
        g.setGlobalAlpha(alpha * faded);
    }

    @Override
    public void setFill(Paint paint) {
        g.setFill(paint);
    }

    @Override
    public void setStroke(Paint paint) {
        g.setStroke(paint);
    }

    @Override
    public void setLineWidth(double width) {
        g.setLineWidth(width);
    }

    @Override
    public void setLineCap(StrokeLineCap cap) {
        g.setLineCap(cap);
    }

    @Override
    public void setLineJoin(StrokeLineJoin join) {
        g.setLineJoin(join);
    }

    @Override
    public void setLineDashes(double... dashes) {
        g.setLineDashes(dashes);
    }

    @Override
    public void setFont(Font font) {
        g.setFont(font);
    }

    @Override
    public void setTextAlign(TextAlignment align) {
        g.setTextAlign(align);
    }

    @Override
    public void setTextBaseline(VPos baseline) {
        g.setTextBaseline(baseline);
    }

    @Override
    public void clearRect(double x, double y, double width, double height) {
        g.clearRect(x, y, width, height);
    }

    @Override
    public void fillRect(double x, double y, double width, double height) {
        g.fillRect(x, y, width, height);
    }

    @Override
    public void strokeRect(double x, double y, double width, double height) {
        g.strokeRect(x, y, width, height);
    }

    @Override
    public void fillRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight) {
        g.fillRoundRect(x, y, width, height, arcWidth, arcHeight);
    }

    @Override
    public void strokeRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight) {
        g.strokeRoundRect(x, y, width, height, arcWidth, arcHeight);
    }

    @Override
    public void fillOval(double x, double y, double width, double height) {
        g.fillOval(x, y, width, height);
    }

    @Override
    public void strokeOval(double x, double y, double width, double height) {
        g.strokeOval(x, y, width, height);
    }

    @Override
    public void strokeLine(double x1, double y1, double x2, double y2) {
        g.strokeLine(x1, y1, x2, y2);
    }

    @Override
    public void strokePolyline(double[] x, double[] y, int count) {
        g.strokePolyline(x, y, count);
    }

    @Override
    public void strokeCurve(double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {
        g.beginPath();
        g.moveTo(x0, y0);
        g.bezierCurveTo(x1, y1, x2, y2, x3, y3);
        g.stroke();
    }

    @Override
    public void fillPolygon(double[] x, double[] y, int count) {
        g.fillPolygon(x, y, count);
    }

    @Override
    public void fillOutlines(List<double[]> outlines) {
        trace(outlines);
        fill(FillRule.EVEN_ODD);
    }

    private void fill(FillRule rule) {
        g.setFillRule(rule);
        g.fill();
        g.setFillRule(FillRule.NON_ZERO);
    }

    @Override
    public void strokeOutlines(List<double[]> outlines) {
        trace(outlines);
        g.stroke();
    }

    private void trace(List<double[]> outlines) {
        g.beginPath();
        for (double[] outline : outlines) {
            g.moveTo(outline[0], outline[1]);
            for (int i = 2; i < outline.length; i += 2) {
                g.lineTo(outline[i], outline[i + 1]);
            }
            g.closePath();
        }
    }

    @Override
    public void fillPath(String path, FillRule rule) {
        g.beginPath();
        g.appendSVGPath(path);
        fill(rule);
    }

    @Override
    public void strokePath(String path) {
        g.beginPath();
        g.appendSVGPath(path);
        g.stroke();
    }

    @Override
    public void fillText(String text, double x, double y) {
        g.fillText(text, x, y);
    }

    @Override
    public void fillText(String text, double x, double y, double maxWidth) {
        g.fillText(text, x, y, maxWidth);
    }

    @Override
    public void strokeText(String text, double x, double y) {
        g.strokeText(text, x, y);
    }

    @Override
    public void drawImage(Image image, double x, double y, double width, double height) {
        g.drawImage(image, x, y, width, height);
    }
}
