package dev.crescent.ui.pen;

import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;

/// Draws a region's background and border. All corners are as round as the first one.
final class RegionDrawer {
    private final Pen pen;

    RegionDrawer(Pen pen) {
        this.pen = pen;
    }

    void draw(Region region) {
        if (region.getShape() != null) {
            return; // an arrow of a control, which a picture has no use for
        }
        pen.save();
        if (region.getBackground() != null) {
            region.getBackground().getFills().forEach(fill -> background(region, fill));
        }
        if (region.getBorder() != null) {
            region.getBorder().getStrokes().forEach(stroke -> border(region, stroke));
        }
        pen.restore();
    }

    private void background(Region region, BackgroundFill fill) {
        Insets in = fill.getInsets();
        double width = region.getWidth() - in.getLeft() - in.getRight();
        double height = region.getHeight() - in.getTop() - in.getBottom();
        if (ShapeDrawer.isSeen(fill.getFill()) && width > 0 && height > 0) {
            double arc = arc(fill.getRadii(), width, height);
            pen.setFill(fill.getFill());
            pen.fillRoundRect(in.getLeft(), in.getTop(), width, height, arc, arc);
        }
    }

    private static double arc(CornerRadii radii, double width, double height) {
        double radius = radii.getTopLeftHorizontalRadius() * (radii.isTopLeftHorizontalRadiusAsPercentage() ? width : 1);
        return Math.min(2 * radius, Math.min(width, height));
    }

    private void border(Region region, BorderStroke stroke) {
        Insets in = stroke.getInsets();
        BorderWidths widths = stroke.getWidths();
        double x = in.getLeft();
        double y = in.getTop();
        double width = region.getWidth() - x - in.getRight();
        double height = region.getHeight() - y - in.getBottom();
        boolean even = widths.getTop() == widths.getLeft() && widths.getTop() == widths.getRight()
                && widths.getTop() == widths.getBottom() && Objects.equals(stroke.getTopStroke(), stroke.getBottomStroke())
                && Objects.equals(stroke.getTopStroke(), stroke.getLeftStroke())
                && Objects.equals(stroke.getTopStroke(), stroke.getRightStroke());
        if (even) {
            double line = widths.getTop();
            double arc = Math.max(0, arc(stroke.getRadii(), width, height) - line);
            if (start(stroke.getTopStroke(), stroke.getTopStyle(), line)) {
                pen.strokeRoundRect(x + line / 2, y + line / 2, width - line, height - line, arc, arc);
            }
            return;
        }
        if (start(stroke.getTopStroke(), stroke.getTopStyle(), widths.getTop())) {
            pen.strokeLine(x, y + widths.getTop() / 2, x + width, y + widths.getTop() / 2);
        }
        if (start(stroke.getBottomStroke(), stroke.getBottomStyle(), widths.getBottom())) {
            pen.strokeLine(x, y + height - widths.getBottom() / 2, x + width, y + height - widths.getBottom() / 2);
        }
        if (start(stroke.getLeftStroke(), stroke.getLeftStyle(), widths.getLeft())) {
            pen.strokeLine(x + widths.getLeft() / 2, y, x + widths.getLeft() / 2, y + height);
        }
        if (start(stroke.getRightStroke(), stroke.getRightStyle(), widths.getRight())) {
            pen.strokeLine(x + width - widths.getRight() / 2, y, x + width - widths.getRight() / 2, y + height);
        }
    }

    /// Takes up the pen for a side; false if there is nothing to stroke.
    private boolean start(Paint paint, BorderStrokeStyle style, double width) {
        if (style == BorderStrokeStyle.NONE || !(width > 0) || !ShapeDrawer.isSeen(paint)) {
            return false;
        }
        pen.setStroke(paint);
        pen.setLineWidth(width);
        pen.setLineCap(javafx.scene.shape.StrokeLineCap.BUTT);
        return true;
    }
}
