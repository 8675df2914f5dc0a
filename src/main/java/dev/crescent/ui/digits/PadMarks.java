package dev.crescent.ui.digits;

import dev.crescent.data.digits.Preparation;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/// What the pad shows beside the ink: its middle, the ink's box and its center of mass.
final class PadMarks extends Group {
    private static final double RING = 6;
    private static final double ARM = 10;
    /// Between the ink and the line around it.
    private static final double GAP = 2.5;

    private final Line across = new Line();
    private final Line down = new Line();
    private final Group cross = new Group(across, down);
    private final Rectangle box = new Rectangle();
    private final Group mass = new Group(new Circle(RING), new Line(-ARM, 0, ARM, 0), new Line(0, -ARM, 0, ARM));

    PadMarks() {
        setManaged(false);
        setMouseTransparent(true);
        across.getStyleClass().add("pad-cross");
        down.getStyleClass().add("pad-cross");
        box.getStyleClass().add("pad-box");
        box.setId("pad-box");
        mass.setId("pad-mass");
        mass.getChildren().forEach(shape -> ((Shape) shape).getStyleClass().add("pad-mass"));
        cross.setManaged(false);
        cross.setMouseTransparent(true);
        getChildren().setAll(box, mass);
    }

    /// The pad's middle, which lies below the ink; all else lies above.
    Group cross() {
        return cross;
    }

    /// @param start where the paper's edge lies, `side` how long it is
    void show(Preparation preparation, double start, double side) {
        double middle = Math.floor(start + side / 2) + 0.5;
        line(across, start, middle, start + side, middle);
        line(down, middle, start, middle, start + side);
        boolean ink = !preparation.isEmpty();
        box.setVisible(ink);
        mass.setVisible(ink);
        if (ink) {
            Preparation.Box part = preparation.box();
            double left = edge(start, side, Math.floor(start + part.left() * side - GAP) + 0.5);
            double top = edge(start, side, Math.floor(start + part.top() * side - GAP) + 0.5);
            box.setX(left);
            box.setY(top);
            box.setWidth(edge(start, side, Math.ceil(start + (part.left() + part.width()) * side + GAP) - 0.5) - left);
            box.setHeight(edge(start, side, Math.ceil(start + (part.top() + part.height()) * side + GAP) - 0.5) - top);
            mass.relocate(start + preparation.massX() * side - mass.getLayoutBounds().getWidth() / 2,
                    start + preparation.massY() * side - mass.getLayoutBounds().getHeight() / 2);
        }
    }

    /// Where a line can be seen, at the paper's edge at the farthest.
    private static double edge(double start, double side, double at) {
        return Math.clamp(at, start + 0.5, start + side - 0.5);
    }

    private static void line(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(x1);
        line.setStartY(y1);
        line.setEndX(x2);
        line.setEndY(y2);
    }
}
