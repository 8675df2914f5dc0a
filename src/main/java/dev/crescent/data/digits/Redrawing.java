package dev.crescent.data.digits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Draws a drawing's strokes once more, with the pen of the synthetic digits.
final class Redrawing {
    /// How finely curves are cut, in pixels of a pad.
    private static final int SIDE = 280;
    /// The longest line, in pads, so that a part of it can be erased.
    private static final double LONGEST = 0.01;

    /// A piece of a stroke that was left by erasers.
    private static final class Piece {
        private double[] x = new double[64];
        private double[] y = new double[64];
        private int points;

        void add(double nextX, double nextY) {
            if (points == x.length) {
                x = Arrays.copyOf(x, 2 * points);
                y = Arrays.copyOf(y, 2 * points);
            }
            x[points] = nextX;
            y[points++] = nextY;
        }
    }

    /// The way of an eraser.
    private record Wipe(Piece way, double radius) {
        static Wipe of(PadStroke eraser) {
            Piece way = new Piece();
            way.add(eraser.x(0), eraser.y(0));
            PadCurve.cut(eraser, 0, eraser.spans(), SIDE, (x1, y1, x2, y2) -> way.add(x2, y2));
            return new Wipe(way, eraser.radius());
        }

        boolean reaches(double x, double y) {
            for (int i = 0; i + 1 < way.points; i++) {
                double dx = way.x[i + 1] - way.x[i];
                double dy = way.y[i + 1] - way.y[i];
                double perLength = 1 / Math.max(dx * dx + dy * dy, Double.MIN_NORMAL);
                double along = Math.clamp(((x - way.x[i]) * dx + (y - way.y[i]) * dy) * perLength, 0.0, 1.0);
                double awayX = x - way.x[i] - along * dx;
                double awayY = y - way.y[i] - along * dy;
                if (awayX * awayX + awayY * awayY < radius * radius) {
                    return true;
                }
            }
            return false;
        }
    }

    private Redrawing() {}

    /// Redraws the strokes of a pen in the middle of an image, without what erasers took away later.
    ///
    /// @return `[28][28]`, 0 to 1
    static float[] of(Drawing drawing) {
        List<Piece> pieces = new ArrayList<>();
        double widest = 0;
        List<PadStroke> strokes = drawing.strokes();
        for (int i = 0; i < strokes.size(); i++) {
            PadStroke stroke = strokes.get(i);
            if (stroke.tool() == PadStroke.Tool.PEN) {
                cut(stroke, wipes(strokes.subList(i + 1, strokes.size())), pieces);
                widest = Math.max(widest, 2 * stroke.radius());
            }
        }
        float[] image = new float[Centering.SIDE * Centering.SIDE];
        if (!pieces.isEmpty()) {
            float[] ink = Pen.plain().draw(trace(pieces), widest);
            CenterOfMass.center(ink, Centering.SIDE, Centering.SIDE, image, 0);
            for (int i = 0; i < image.length; i++) {
                image[i] /= Pen.WHITE;
            }
        }
        return image;
    }

    /// The erasers among some strokes.
    private static List<Wipe> wipes(List<PadStroke> strokes) {
        return strokes.stream().filter(s -> s.tool() == PadStroke.Tool.ERASER).map(Wipe::of).toList();
    }

    private static void cut(PadStroke stroke, List<Wipe> wipes, List<Piece> into) {
        int[] current = {-1}; // the piece that is being drawn on
        PadCurve.cut(stroke, 0, stroke.spans(), SIDE, (x1, y1, x2, y2) -> {
            int steps = wipes.isEmpty() ? 1 : (int) Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / LONGEST));
            for (int i = 0; i <= steps; i++) {
                double x = x1 + (x2 - x1) * i / steps;
                double y = y1 + (y2 - y1) * i / steps;
                if (wipes.stream().anyMatch(wipe -> wipe.reaches(x, y))) {
                    current[0] = -1;
                } else {
                    if (current[0] < 0) {
                        current[0] = into.size();
                        into.add(new Piece());
                    }
                    into.get(current[0]).add(x, y);
                }
            }
        });
    }

    private static Trace trace(List<Piece> pieces) {
        // A pen draws from point to point: what is only one of them gets it twice.
        pieces.stream().filter(p -> p.points == 1).forEach(p -> p.add(p.x[0], p.y[0]));
        Trace trace = new Trace(pieces.stream().mapToInt(p -> p.points).sum(), pieces.size());
        pieces.forEach(p -> trace.add(p.x, p.y, p.points));
        return trace;
    }
}
