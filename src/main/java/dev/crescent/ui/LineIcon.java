package dev.crescent.ui;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/// Icons that Feather lacks, drawn in its manner: lines of 16 x 16 pixels in the color of the button's text.
public final class LineIcon extends StackPane {
    private static final double SIZE = 16;

    private LineIcon(Group drawing) {
        Rectangle frame = new Rectangle(SIZE, SIZE);
        frame.getStyleClass().add("line-icon-frame");
        drawing.getChildren().addFirst(frame);
        getChildren().setAll(drawing);
        setMaxSize(SIZE, SIZE);
        setMouseTransparent(true);
    }

    /// A die that shows five.
    public static LineIcon die() {
        Group drawing = new Group(path("M4.5 2 H11.5 Q14 2 14 4.5 V11.5 Q14 14 11.5 14 H4.5 Q2 14 2 11.5 V4.5 Q2 2 4.5 2 Z"));
        for (double[] pip : new double[][] {{5.3, 5.3}, {10.7, 5.3}, {8, 8}, {5.3, 10.7}, {10.7, 10.7}}) {
            Circle circle = new Circle(pip[0], pip[1], 1.05);
            circle.getStyleClass().add("line-icon-dot");
            drawing.getChildren().add(circle);
        }
        return new LineIcon(drawing);
    }

    public static LineIcon eraser() {
        return new LineIcon(new Group(path("M5.6 13.5 L2.1 10 Q1.2 9.1 2.1 8.2 L7.9 2.4 Q8.8 1.5 9.7 2.4 L13.4 6.1 "
                + "Q14.3 7 13.4 7.9 L7.8 13.5 Z M5.2 5.1 L10.6 10.5 M5.6 13.5 H14.2")));
    }

    private static SVGPath path(String content) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add("line-icon");
        return path;
    }
}
