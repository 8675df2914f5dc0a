package dev.crescent.data.digits;

import java.util.SplittableRandom;

/// Strokes to test with.
final class PadStrokes {
    private PadStrokes() {}

    /// A pen through points `x1, y1, x2, y2, ...`.
    static PadStroke pen(double radius, double... xy) {
        return through(PadStroke.Tool.PEN, radius, xy);
    }

    static PadStroke eraser(double radius, double... xy) {
        return through(PadStroke.Tool.ERASER, radius, xy);
    }

    private static PadStroke through(PadStroke.Tool tool, double radius, double... xy) {
        PadStroke stroke = PadStroke.at(tool, radius, xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            stroke = stroke.to(xy[i], xy[i + 1]);
        }
        return stroke;
    }

    static Drawing drawing(PadStroke... strokes) {
        Drawing drawing = Drawing.EMPTY;
        for (PadStroke stroke : strokes) {
            drawing = drawing.with(stroke);
        }
        return drawing;
    }

    /// A 7, off the middle, by any pen.
    static Drawing seven(double radius) {
        return drawing(pen(radius, 0.2, 0.15, 0.3, 0.15, 0.4, 0.15, 0.5, 0.15, 0.46, 0.3, 0.42, 0.45, 0.38, 0.6),
                pen(radius, 0.3, 0.38, 0.4, 0.37, 0.5, 0.36));
    }

    /// A walk of many small steps over the pad and beyond its edge.
    static PadStroke walk(PadStroke.Tool tool, double radius, int steps, SplittableRandom random) {
        double x = random.nextDouble(-0.1, 1.1);
        double y = random.nextDouble(-0.1, 1.1);
        PadStroke stroke = PadStroke.at(tool, radius, x, y);
        double direction = random.nextDouble(2 * Math.PI);
        for (int i = 0; i < steps; i++) {
            direction += random.nextDouble(-0.6, 0.6);
            double step = random.nextDouble(0.03);
            x += step * Math.cos(direction);
            y += step * Math.sin(direction);
            stroke = stroke.to(x, y);
        }
        return stroke;
    }
}
