package dev.crescent.ui.pen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import javafx.geometry.VPos;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Keeps what is painted, to be painted again with another pen. Clearing all of it forgets it, but for the state.
public final class Sketch implements Pen {
    private final Map<String, Consumer<Pen>> state = new LinkedHashMap<>(); // what was set last, outside of save and restore
    private final @Nullable Pen also;
    private final DoubleSupplier width;
    private final DoubleSupplier height;
    private final DoubleSupplier finer;
    private List<Consumer<Pen>> commands = new ArrayList<>();
    private int depth;

    public Sketch() {
        this(null, () -> Double.POSITIVE_INFINITY, () -> Double.POSITIVE_INFINITY, () -> 1);
    }

    /// @param also paints the same at once; null for none
    /// @param width of all there is to clear
    /// @param finer the pixels of what is painted again for each that is painted at once
    public Sketch(@Nullable Pen also, DoubleSupplier width, DoubleSupplier height, DoubleSupplier finer) {
        this.also = also;
        this.width = width;
        this.height = height;
        this.finer = finer;
    }

    /// Paints all of it again, from the state that a canvas begins with, and leaves the pen's state as it was.
    public void replay(Pen pen) {
        pen.save();
        pen.setGlobalAlpha(1);
        pen.setFill(Color.BLACK);
        pen.setStroke(Color.BLACK);
        pen.setLineWidth(1);
        pen.setLineCap(StrokeLineCap.SQUARE);
        pen.setLineJoin(StrokeLineJoin.MITER);
        pen.setLineDashes();
        pen.setFont(Font.getDefault());
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setTextBaseline(VPos.BASELINE);
        commands.forEach(command -> command.accept(pen));
        pen.restore();
    }

    private void add(Consumer<Pen> command) {
        commands.add(command);
        if (also != null) {
            command.accept(also);
        }
    }

    private void set(String what, Consumer<Pen> command) {
        if (depth == 0) {
            state.put(what, command);
        }
        add(command);
    }

    @Override
    public void save() {
        depth++;
        add(Pen::save);
    }

    @Override
    public void restore() {
        depth--;
        add(Pen::restore);
    }

    @Override
    public void transform(double mxx, double myx, double mxy, double myy, double tx, double ty) {
        add(pen -> pen.transform(mxx, myx, mxy, myy, tx, ty));
    }

    @Override
    public void clip(double x, double y, double w, double h, double arc) {
        add(pen -> pen.clip(x, y, w, h, arc));
    }

    @Override
    public void fade(double opacity) {
        add(pen -> pen.fade(opacity));
    }

    @Override
    public double density() {
        return finer.getAsDouble() * (also == null ? 1 : also.density());
    }

    @Override
    public void setGlobalAlpha(double alpha) {
        set("alpha", pen -> pen.setGlobalAlpha(alpha));
    }

    @Override
    public void setFill(Paint paint) {
        set("fill", pen -> pen.setFill(paint));
    }

    @Override
    public void setStroke(Paint paint) {
        set("stroke", pen -> pen.setStroke(paint));
    }

    @Override
    public void setLineWidth(double lineWidth) {
        set("width", pen -> pen.setLineWidth(lineWidth));
    }

    @Override
    public void setLineCap(StrokeLineCap cap) {
        set("cap", pen -> pen.setLineCap(cap));
    }

    @Override
    public void setLineJoin(StrokeLineJoin join) {
        set("join", pen -> pen.setLineJoin(join));
    }

    @Override
    public void setLineDashes(double... dashes) {
        double[] kept = dashes.clone();
        set("dashes", pen -> pen.setLineDashes(kept));
    }

    @Override
    public void setFont(Font font) {
        set("font", pen -> pen.setFont(font));
    }

    @Override
    public void setTextAlign(TextAlignment align) {
        set("align", pen -> pen.setTextAlign(align));
    }

    @Override
    public void setTextBaseline(VPos baseline) {
        set("baseline", pen -> pen.setTextBaseline(baseline));
    }

    @Override
    public void clearRect(double x, double y, double w, double h) {
        if (depth == 0 && x <= 0 && y <= 0 && x + w >= width.getAsDouble() && y + h >= height.getAsDouble()) {
            commands = new ArrayList<>(state.values());
            if (also != null) {
                also.clearRect(x, y, w, h);
            }
        } else {
            add(pen -> pen.clearRect(x, y, w, h));
        }
    }

    @Override
    public void fillRect(double x, double y, double w, double h) {
        add(pen -> pen.fillRect(x, y, w, h));
    }

    @Override
    public void strokeRect(double x, double y, double w, double h) {
        add(pen -> pen.strokeRect(x, y, w, h));
    }

    @Override
    public void fillRoundRect(double x, double y, double w, double h, double arcWidth, double arcHeight) {
        add(pen -> pen.fillRoundRect(x, y, w, h, arcWidth, arcHeight));
    }

    @Override
    public void strokeRoundRect(double x, double y, double w, double h, double arcWidth, double arcHeight) {
        add(pen -> pen.strokeRoundRect(x, y, w, h, arcWidth, arcHeight));
    }

    @Override
    public void fillOval(double x, double y, double w, double h) {
        add(pen -> pen.fillOval(x, y, w, h));
    }

    @Override
    public void strokeOval(double x, double y, double w, double h) {
        add(pen -> pen.strokeOval(x, y, w, h));
    }

    @Override
    public void strokeLine(double x1, double y1, double x2, double y2) {
        add(pen -> pen.strokeLine(x1, y1, x2, y2));
    }

    @Override
    public void strokePolyline(double[] x, double[] y, int count) {
        double[] keptX = x.clone();
        double[] keptY = y.clone();
        add(pen -> pen.strokePolyline(keptX, keptY, count));
    }

    @Override
    public void strokeCurve(double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {
        add(pen -> pen.strokeCurve(x0, y0, x1, y1, x2, y2, x3, y3));
    }

    @Override
    public void fillPolygon(double[] x, double[] y, int count) {
        double[] keptX = x.clone();
        double[] keptY = y.clone();
        add(pen -> pen.fillPolygon(keptX, keptY, count));
    }

    @Override
    public void fillOutlines(List<double[]> outlines) {
        List<double[]> kept = outlines.stream().map(double[]::clone).toList();
        add(pen -> pen.fillOutlines(kept));
    }

    @Override
    public void strokeOutlines(List<double[]> outlines) {
        List<double[]> kept = outlines.stream().map(double[]::clone).toList();
        add(pen -> pen.strokeOutlines(kept));
    }

    @Override
    public void fillPath(String path, FillRule rule) {
        add(pen -> pen.fillPath(path, rule));
    }

    @Override
    public void strokePath(String path) {
        add(pen -> pen.strokePath(path));
    }

    @Override
    public void fillText(String text, double x, double y) {
        add(pen -> pen.fillText(text, x, y));
    }

    @Override
    public void fillText(String text, double x, double y, double maxWidth) {
        add(pen -> pen.fillText(text, x, y, maxWidth));
    }

    @Override
    public void strokeText(String text, double x, double y) {
        add(pen -> pen.strokeText(text, x, y));
    }

    @Override
    public void drawImage(Image image, double x, double y, double w, double h) {
        add(pen -> pen.drawImage(image, x, y, w, h));
    }
}
