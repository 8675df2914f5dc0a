package dev.crescent.ui.points;

import dev.crescent.ui.theme.Palette;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/// What marks a point of the plane: the pin, a ring with dashed lines to both axes; the probe of the keyboard, a small
/// ring; the brush, a circle.
final class PinMarks extends Group {
    private static final double RADIUS = 8;

    private final Line down = new Line();
    private final Line left = new Line();
    private final Group pin = new Group();
    private final Group probe = new Group();
    private final Circle brush = ring(1, 1.5);
    private final Circle pinCasing = ring(RADIUS, 4);
    private final Circle pinRing = ring(RADIUS, 2);
    private final Circle pinDot = new Circle(1.5);
    private final Circle probeCasing = ring(5, 4);
    private final Circle probeRing = ring(5, 2);

    PinMarks() {
        setManaged(false);
        setMouseTransparent(true);
        for (Line line : new Line[] {down, left}) {
            line.getStrokeDashArray().setAll(4.0, 4.0);
            line.setStrokeWidth(1);
        }
        pin.getChildren().setAll(down, left, pinCasing, pinRing, pinDot);
        probe.getChildren().setAll(probeCasing, probeRing);
        getChildren().setAll(pin, probe, brush);
        pin.setVisible(false);
        probe.setVisible(false);
        brush.setVisible(false);
    }

    void setColors(Palette palette) {
        for (Circle casing : new Circle[] {pinCasing, probeCasing}) {
            casing.setStroke(palette.bg());
        }
        for (Circle ring : new Circle[] {pinRing, probeRing, brush}) {
            ring.setStroke(palette.fg());
        }
        pinDot.setFill(palette.fg());
        down.setStroke(palette.fg());
        left.setStroke(palette.fg());
    }

    void showPin(double x, double y, double size) {
        pin.setVisible(true);
        double column = Math.floor(x) + 0.5;
        double row = Math.floor(y) + 0.5;
        set(down, column, Math.max(0, y + RADIUS + 3), column, size);
        set(left, 0, row, Math.min(size, x - RADIUS - 3), row);
        down.setVisible(down.getEndY() > down.getStartY());
        left.setVisible(left.getEndX() > left.getStartX());
        center(x, y, pinCasing, pinRing, pinDot);
    }

    void hidePin() {
        pin.setVisible(false);
    }

    void showProbe(double x, double y) {
        probe.setVisible(true);
        center(x, y, probeCasing, probeRing);
    }

    void hideProbe() {
        probe.setVisible(false);
    }

    void showBrush(double x, double y, double radius) {
        brush.setVisible(true);
        brush.setRadius(radius);
        center(x, y, brush);
    }

    void hideBrush() {
        brush.setVisible(false);
    }

    private static Circle ring(double radius, double width) {
        Circle ring = new Circle(radius, Color.TRANSPARENT);
        ring.setStrokeWidth(width);
        return ring;
    }

    private static void center(double x, double y, Circle... circles) {
        for (Circle circle : circles) {
            circle.setCenterX(x);
            circle.setCenterY(y);
        }
    }

    private static void set(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }
}
