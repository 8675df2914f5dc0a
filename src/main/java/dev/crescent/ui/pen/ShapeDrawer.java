package dev.crescent.ui.pen;

import static dev.crescent.ui.pen.Outlines.point;

import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.Circle;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeType;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Draws the shapes that views are made of.
final class ShapeDrawer {
    private final Pen pen;

    ShapeDrawer(Pen pen) {
        this.pen = pen;
    }

    void draw(Shape shape) {
        boolean filled = isSeen(shape.getFill());
        boolean stroked = isSeen(shape.getStroke()) && shape.getStrokeWidth() > 0;
        if (filled) {
            pen.setFill(shape.getFill());
        }
        if (stroked) {
            pen.setStroke(shape.getStroke());
            pen.setLineWidth(shape.getStrokeWidth());
            pen.setLineCap(shape.getStrokeLineCap());
            pen.setLineJoin(shape.getStrokeLineJoin());
            pen.setLineDashes(shape.getStrokeDashArray().stream().mapToDouble(Double::doubleValue).toArray());
        }
        // A stroke lies on the outline, or beside it.
        double out = shape.getStrokeType() == StrokeType.INSIDE ? -shape.getStrokeWidth() / 2
                : shape.getStrokeType() == StrokeType.OUTSIDE ? shape.getStrokeWidth() / 2 : 0;
        switch (shape) {
            case Circle circle -> oval(circle.getCenterX(), circle.getCenterY(), circle.getRadius(), circle.getRadius(),
                    filled, stroked, out);
            case Ellipse ellipse -> oval(ellipse.getCenterX(), ellipse.getCenterY(), ellipse.getRadiusX(),
                    ellipse.getRadiusY(), filled, stroked, out);
            case Rectangle box -> box(box, filled, stroked, out);
            case Line line -> {
                if (stroked) {
                    pen.strokeLine(line.getStartX(), line.getStartY(), line.getEndX(), line.getEndY());
                }
            }
            default -> path(shape, filled, stroked);
        }
    }

    /// Whether something painted with it is to be seen.
    static boolean isSeen(@Nullable Paint paint) {
        return paint != null && !(paint instanceof Color color && color.getOpacity() <= 0);
    }

    private void oval(double x, double y, double rx, double ry, boolean filled, boolean stroked, double out) {
        if (filled) {
            pen.fillOval(x - rx, y - ry, 2 * rx, 2 * ry);
        }
        if (stroked) {
            pen.strokeOval(x - rx - out, y - ry - out, 2 * (rx + out), 2 * (ry + out));
        }
    }

    private void box(Rectangle box, boolean filled, boolean stroked, double out) {
        double arcWidth = Math.min(box.getArcWidth(), box.getWidth());
        double arcHeight = Math.min(box.getArcHeight(), box.getHeight());
        if (filled) {
            pen.fillRoundRect(box.getX(), box.getY(), box.getWidth(), box.getHeight(), arcWidth, arcHeight);
        }
        if (stroked) {
            pen.strokeRoundRect(box.getX() - out, box.getY() - out, box.getWidth() + 2 * out, box.getHeight() + 2 * out,
                    Math.max(0, arcWidth + 2 * out), Math.max(0, arcHeight + 2 * out));
        }
    }

    private void path(Shape shape, boolean filled, boolean stroked) {
        String outline = outline(shape);
        if (outline == null) {
            return;
        }
        FillRule rule = rule(shape);
        if (filled) {
            pen.fillPath(outline, rule);
        }
        if (stroked && shape.getStrokeType() == StrokeType.CENTERED) {
            pen.strokePath(outline);
        } else if (stroked) {
            Path face = beside(shape, outline, rule);
            pen.setFill(shape.getStroke());
            pen.fillPath(outline(face), face.getFillRule());
        }
    }

    /// The face that a stroke covers inside or outside of its outline, which pens have no strokes for.
    private static Path beside(Shape shape, String outline, FillRule rule) {
        SVGPath stroke = new SVGPath(); // where the shape is, without its transforms
        stroke.setContent(outline);
        stroke.setFillRule(rule);
        stroke.setFill(null);
        stroke.setStroke(shape.getStroke());
        stroke.setStrokeType(shape.getStrokeType());
        stroke.setStrokeWidth(shape.getStrokeWidth());
        stroke.setStrokeLineCap(shape.getStrokeLineCap());
        stroke.setStrokeLineJoin(shape.getStrokeLineJoin());
        stroke.getStrokeDashArray().setAll(shape.getStrokeDashArray());
        return (Path) Shape.union(stroke, new Path());
    }

    private static FillRule rule(Shape shape) {
        return switch (shape) {
            case Path path -> path.getFillRule();
            case SVGPath path -> path.getFillRule();
            default -> FillRule.NON_ZERO;
        };
    }

    private static @Nullable String outline(Shape shape) {
        return switch (shape) {
            case SVGPath path -> path.getContent();
            case Path path -> outline(path);
            case Polyline lines -> outline(lines.getPoints().stream().mapToDouble(Double::doubleValue).toArray());
            case Polygon lines -> outline(lines.getPoints().stream().mapToDouble(Double::doubleValue).toArray()) + "z";
            case Text text -> outline(glyphs(text));
            default -> null;
        };
    }

    /// The letters of a text, where the text is without its transforms.
    private static Path glyphs(Text text) {
        Text letters = new Text(text.getX(), text.getY(), text.getText());
        letters.setFont(text.getFont());
        letters.setTextOrigin(text.getTextOrigin());
        return (Path) Shape.union(letters, new Path());
    }

    private static String outline(double[] points) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i + 1 < points.length; i += 2) {
            path.append(i == 0 ? 'M' : 'L').append(point(points[i], points[i + 1]));
        }
        return path.toString();
    }

    private static String outline(Path path) {
        StringBuilder outline = new StringBuilder();
        path.getElements().forEach(element -> outline.append(outline(element)));
        return outline.toString();
    }

    private static String outline(PathElement element) {
        boolean absolute = element.isAbsolute();
        String one = switch (element) {
            case MoveTo to -> "M" + point(to.getX(), to.getY());
            case LineTo to -> "L" + point(to.getX(), to.getY());
            case HLineTo to -> "H" + Outlines.number(to.getX());
            case VLineTo to -> "V" + Outlines.number(to.getY());
            case QuadCurveTo to -> "Q" + point(to.getControlX(), to.getControlY()) + " " + point(to.getX(), to.getY());
            case CubicCurveTo to -> "C" + point(to.getControlX1(), to.getControlY1()) + " "
                    + point(to.getControlX2(), to.getControlY2()) + " " + point(to.getX(), to.getY());
            case ArcTo to -> "A" + point(to.getRadiusX(), to.getRadiusY()) + " " + Outlines.number(to.getXAxisRotation())
                    + (to.isLargeArcFlag() ? " 1" : " 0") + (to.isSweepFlag() ? " 1 " : " 0 ") + point(to.getX(), to.getY());
            case ClosePath to -> "Z";
            default -> "";
        };
        return absolute || one.isEmpty() ? one : Character.toLowerCase(one.charAt(0)) + one.substring(1);
    }
}
