package dev.crescent.ui.pen;

import static dev.crescent.ui.pen.Outlines.number;
import static dev.crescent.ui.pen.Outlines.point;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Writes what is painted as SVG 1.1: lines and faces as vectors, texts as texts, images as PNG within it.
public final class SvgPen implements Pen {
    private final StringBuilder out = new StringBuilder();
    private final Deque<State> saved = new ArrayDeque<>();
    private State state = new State();
    private int named;

    /// What is set, with the defaults of a canvas.
    private static final class State {
        private Paint fill = Color.BLACK;
        private Paint stroke = Color.BLACK;
        private double lineWidth = 1;
        private StrokeLineCap cap = StrokeLineCap.SQUARE;
        private StrokeLineJoin join = StrokeLineJoin.MITER;
        private double[] dashes = {};
        private Font font = Font.getDefault();
        private TextAlignment align = TextAlignment.LEFT;
        private VPos baseline = VPos.BASELINE;
        private double alpha = 1;
        private int groups; // that were opened since it was saved

        State() {}

        State(State of) {
            fill = of.fill;
            stroke = of.stroke;
            lineWidth = of.lineWidth;
            cap = of.cap;
            join = of.join;
            dashes = of.dashes;
            font = of.font;
            align = of.align;
            baseline = of.baseline;
            alpha = of.alpha;
        }
    }

    /// All that was painted, as one document.
    ///
    /// @param width of the picture where it is shown
    /// @param across of what was painted, in the units that it was painted in
    /// @param title what the picture is called
    public String document(double width, double height, double across, double down, String title) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""
                + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"" + number(width) + "\" height=\"" + number(height)
                + "\" viewBox=\"0 0 " + number(across, 4) + " " + number(down, 4)
                + "\" style=\"font-variant-numeric:tabular-nums\">\n<title>" + SvgText.escaped(title) + "</title>\n" + out
                + "</svg>\n";
    }

    @Override
    public void save() {
        saved.push(state);
        state = new State(state);
    }

    @Override
    public void restore() {
        out.repeat("</g>\n", state.groups);
        state = saved.pop();
    }

    private void group(String attributes) {
        state.groups++;
        out.append("<g ").append(attributes).append(">\n");
    }

    @Override
    public void transform(double mxx, double myx, double mxy, double myy, double tx, double ty) {
        boolean moved = mxx == 1 && myx == 0 && mxy == 0 && myy == 1;
        if (moved && tx == 0 && ty == 0) {
            return;
        }
        group(moved ? "transform=\"translate(" + number(tx) + " " + number(ty) + ")\"" : "transform=\"matrix("
                + number(mxx, 6) + " " + number(myx, 6) + " " + number(mxy, 6) + " " + number(myy, 6) + " " + number(tx) + " "
                + number(ty) + ")\"");
    }

    @Override
    public void clip(double x, double y, double width, double height, double arc) {
        String id = name();
        out.append("<clipPath id=\"").append(id).append("\"><rect").append(box(x, y, width, height)).append(" rx=\"")
                .append(number(arc / 2)).append("\"/></clipPath>\n");
        group("clip-path=\"url(#" + id + ")\"");
    }

    private String name() {
        return "p" + named++;
    }

    @Override
    public void fade(double opacity) {
        group("opacity=\"" + number(opacity, 3) + "\"");
    }

    @Override
    public void setGlobalAlpha(double alpha) {
        state.alpha = alpha;
    }

    @Override
    public void setFill(Paint paint) {
        state.fill = paint;
    }

    @Override
    public void setStroke(Paint paint) {
        state.stroke = paint;
    }

    @Override
    public void setLineWidth(double width) {
        state.lineWidth = width;
    }

    @Override
    public void setLineCap(StrokeLineCap cap) {
        state.cap = cap;
    }

    @Override
    public void setLineJoin(StrokeLineJoin join) {
        state.join = join;
    }

    @Override
    public void setLineDashes(double... dashes) {
        state.dashes = dashes;
    }

    @Override
    public void setFont(Font font) {
        state.font = font;
    }

    @Override
    public void setTextAlign(TextAlignment align) {
        state.align = align;
    }

    @Override
    public void setTextBaseline(VPos baseline) {
        state.baseline = baseline;
    }

    /// What lies below cannot be taken away: only whole pictures are cleared, and those begin empty.
    @Override
    public void clearRect(double x, double y, double width, double height) {}

    @Override
    public void fillRect(double x, double y, double width, double height) {
        element("rect", box(x, y, width, height), filled());
    }

    @Override
    public void strokeRect(double x, double y, double width, double height) {
        element("rect", box(x, y, width, height), stroked());
    }

    @Override
    public void fillRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight) {
        element("rect", box(x, y, width, height) + corners(arcWidth, arcHeight), filled());
    }

    @Override
    public void strokeRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight) {
        element("rect", box(x, y, width, height) + corners(arcWidth, arcHeight), stroked());
    }

    @Override
    public void fillOval(double x, double y, double width, double height) {
        element("ellipse", oval(x, y, width, height), filled());
    }

    @Override
    public void strokeOval(double x, double y, double width, double height) {
        element("ellipse", oval(x, y, width, height), stroked());
    }

    @Override
    public void strokeLine(double x1, double y1, double x2, double y2) {
        element("line", attribute("x1", x1) + attribute("y1", y1) + attribute("x2", x2) + attribute("y2", y2), stroked());
    }

    @Override
    public void strokePolyline(double[] x, double[] y, int count) {
        strokePath(Outlines.lines(x, y, count));
    }

    @Override
    public void strokeCurve(double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {
        strokePath("M" + point(x0, y0) + "C" + point(x1, y1) + " " + point(x2, y2) + " " + point(x3, y3));
    }

    @Override
    public void fillPolygon(double[] x, double[] y, int count) {
        fillPath(Outlines.lines(x, y, count) + "z", FillRule.NON_ZERO);
    }

    @Override
    public void fillOutlines(List<double[]> outlines) {
        fillPath(Outlines.closed(outlines), FillRule.EVEN_ODD);
    }

    @Override
    public void strokeOutlines(List<double[]> outlines) {
        strokePath(Outlines.closed(outlines));
    }

    @Override
    public void fillPath(String path, FillRule rule) {
        element("path", outline(path) + (rule == FillRule.EVEN_ODD ? " fill-rule=\"evenodd\"" : ""), filled());
    }

    @Override
    public void strokePath(String path) {
        element("path", outline(path), stroked());
    }

    private static String outline(String path) {
        return " d=\"" + SvgText.escaped(path) + "\"";
    }

    @Override
    public void fillText(String text, double x, double y) {
        text(text, x, y, "", filled());
    }

    @Override
    public void fillText(String text, double x, double y, double maxWidth) {
        boolean wide = SvgText.width(text, state.font) > maxWidth;
        text(text, x, y, wide ? length(maxWidth) : "", filled());
    }

    private static String length(double width) {
        return attribute("textLength", width) + " lengthAdjust=\"spacingAndGlyphs\"";
    }

    @Override
    public void strokeText(String text, double x, double y) {
        text(text, x, y, "", stroked());
    }

    private void text(String text, double x, double y, String more, String paint) {
        if (text.isBlank()) {
            return;
        }
        String anchor = switch (state.align) {
            case CENTER -> " text-anchor=\"middle\"";
            case RIGHT -> " text-anchor=\"end\"";
            case LEFT, JUSTIFY -> "";
        };
        String fitted = SvgText.isFormula(state.font) && more.isEmpty()
                ? length(SvgText.width(text, state.font)) : more;
        out.append("<text").append(attribute("x", x)).append(attribute("y", SvgText.baseline(state.font, state.baseline, y)))
                .append(anchor).append(SvgText.attributes(state.font)).append(fitted).append(paint).append('>')
                .append(SvgText.escaped(text)).append("</text>\n");
    }

    @Override
    public void drawImage(Image image, double x, double y, double width, double height) {
        String data = ImageData.of(image);
        if (data != null) {
            out.append("<image").append(box(x, y, width, height)).append(" preserveAspectRatio=\"none\"").append(alpha())
                    .append(" xlink:href=\"").append(data).append("\"/>\n");
        }
    }

    private void element(String kind, String shape, String paint) {
        out.append('<').append(kind).append(shape).append(paint).append("/>\n");
    }

    private static String attribute(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    private static String box(double x, double y, double width, double height) {
        return attribute("x", x) + attribute("y", y) + attribute("width", Math.max(0, width))
                + attribute("height", Math.max(0, height));
    }

    private static String corners(double arcWidth, double arcHeight) {
        return attribute("rx", arcWidth / 2) + attribute("ry", arcHeight / 2);
    }

    private static String oval(double x, double y, double width, double height) {
        return attribute("cx", x + width / 2) + attribute("cy", y + height / 2) + attribute("rx", Math.max(0, width / 2))
                + attribute("ry", Math.max(0, height / 2));
    }

    private String filled() {
        return paint("fill", state.fill) + alpha();
    }

    private String stroked() {
        String dashes = state.dashes.length == 0 ? "" : Arrays.stream(state.dashes).mapToObj(Outlines::number)
                .collect(Collectors.joining(" ", " stroke-dasharray=\"", "\""));
        String cap = state.cap == StrokeLineCap.BUTT ? "" : " stroke-linecap=\"" + lower(state.cap) + "\"";
        String join = state.join == StrokeLineJoin.MITER ? "" : " stroke-linejoin=\"" + lower(state.join) + "\"";
        return " fill=\"none\"" + paint("stroke", state.stroke) + attribute("stroke-width", state.lineWidth) + cap + join
                + dashes + alpha();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String alpha() {
        return state.alpha < 1 ? " opacity=\"" + number(state.alpha, 3) + "\"" : "";
    }

    private String paint(String what, @Nullable Paint paint) {
        if (paint instanceof LinearGradient gradient) {
            return " " + what + "=\"url(#" + gradient(gradient) + ")\"";
        }
        if (!(paint instanceof Color color) || color.getOpacity() <= 0) {
            return " " + what + "=\"none\"";
        }
        return " " + what + "=\"" + rgb(color) + "\"" + (color.getOpacity() < 1
                ? " " + what + "-opacity=\"" + number(color.getOpacity(), 3) + "\"" : "");
    }

    private static String rgb(Color color) {
        return String.format("#%02x%02x%02x", Math.round(255 * color.getRed()), Math.round(255 * color.getGreen()),
                Math.round(255 * color.getBlue()));
    }

    private String gradient(LinearGradient gradient) {
        String id = name();
        out.append("<linearGradient id=\"").append(id).append('"')
                .append(gradient.isProportional() ? "" : " gradientUnits=\"userSpaceOnUse\"")
                .append(attribute("x1", gradient.getStartX())).append(attribute("y1", gradient.getStartY()))
                .append(attribute("x2", gradient.getEndX())).append(attribute("y2", gradient.getEndY())).append('>');
        for (Stop stop : gradient.getStops()) {
            out.append("<stop offset=\"").append(number(stop.getOffset(), 4)).append("\" stop-color=\"")
                    .append(rgb(stop.getColor())).append("\" stop-opacity=\"")
                    .append(number(stop.getColor().getOpacity(), 3)).append("\"/>");
        }
        out.append("</linearGradient>\n");
        return id;
    }
}
