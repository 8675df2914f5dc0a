package dev.crescent.data.digits;

import java.util.ArrayList;
import java.util.List;

/// The middle line of a digit in an image, by T. Y. Zhang and C. Y. Suen, "A fast parallel algorithm for thinning digital
/// patterns", Communications of the ACM 27(3), 1984: what is left is one pixel wide, and drawn again with any pen.
final class MiddleLine {
    private static final int FINER = 3;
    private static final int SIDE = FINER * Centering.SIDE;
    private static final int SMOOTHINGS = 3;
    /// A pixel's neighbors, clockwise from the one above.
    private static final int[] AROUND = {-SIDE, -SIDE + 1, 1, SIDE + 1, SIDE, SIDE - 1, -1, -SIDE - 1};

    private final boolean[] line = new boolean[SIDE * SIDE];
    private double[] x = new double[SIDE * SIDE];
    private double[] y = new double[SIDE * SIDE];

    /// @param ink `[28][28]`, 0 to 1
    private MiddleLine(float[] ink) {
        float[] fine = Enlarged.of(ink, Centering.SIDE, SIDE);
        for (int row = 1; row < SIDE - 1; row++) {
            for (int column = 1; column < SIDE - 1; column++) {
                line[row * SIDE + column] = fine[row * SIDE + column] > 0.5;
            }
        }
        boolean changed = true;
        while (changed) {
            boolean first = peel(0);
            changed = peel(1) || first;
        }
        for (int i = 0; i < line.length; i++) {
            int row = i / SIDE;
            x[i] = i % SIDE;
            y[i] = row;
        }
        for (int i = 0; i < SMOOTHINGS; i++) {
            x = smooth(x);
            y = smooth(y);
        }
    }

    /// Draws a digit's middle line on the pad.
    ///
    /// @param ink `[28][28]`, 0 to 1
    /// @param radius of the pen, in pads
    /// @param size the longer side, in pads
    /// @param left and `top`: how much of the pad's rest lies before it, 0 to 1
    /// @param lean how far a height of 1 leans to the right
    static Drawing onPad(float[] ink, double radius, double size, double left, double top, double lean) {
        MiddleLine line = new MiddleLine(ink);
        List<double[]> spans = new ArrayList<>(); // x1, y1, x2, y2
        for (int i = SIDE; i < line.line.length - SIDE; i++) {
            for (int direction = 0; direction < AROUND.length && line.line[i]; direction++) {
                int other = i + AROUND[direction];
                // The way around a corner is enough.
                boolean around = direction % 2 == 1 && (line.line[i + AROUND[direction - 1]]
                        || line.line[i + AROUND[(direction + 1) % AROUND.length]]);
                if (line.line[other] && other >= i && !around) {
                    spans.add(new double[] {line.x[i] - lean * line.y[i], line.y[i],
                            line.x[other] - lean * line.y[other], line.y[other]});
                }
            }
        }
        return drawing(spans, radius, size, left, top);
    }

    private static Drawing drawing(List<double[]> spans, double radius, double size, double left, double top) {
        double leastX = spans.stream().mapToDouble(s -> Math.min(s[0], s[2])).min().orElse(0);
        double mostX = spans.stream().mapToDouble(s -> Math.max(s[0], s[2])).max().orElse(1);
        double leastY = spans.stream().mapToDouble(s -> Math.min(s[1], s[3])).min().orElse(0);
        double mostY = spans.stream().mapToDouble(s -> Math.max(s[1], s[3])).max().orElse(1);
        double scale = (size - 2 * radius) / Math.max(1, Math.max(mostX - leastX, mostY - leastY));
        double fromX = radius + left * (1 - 2 * radius - scale * (mostX - leastX)) - scale * leastX;
        double fromY = radius + top * (1 - 2 * radius - scale * (mostY - leastY)) - scale * leastY;
        List<PadStroke> strokes = spans.stream().map(s -> PadStroke.at(PadStroke.Tool.PEN, radius, fromX + scale * s[0],
                fromY + scale * s[1]).to(fromX + scale * s[2], fromY + scale * s[3])).toList();
        return new Drawing(null, false, strokes);
    }

    /// One of the two halves of a step.
    private boolean peel(int half) {
        List<Integer> gone = new ArrayList<>();
        for (int i = SIDE; i < line.length - SIDE; i++) {
            if (line[i] && goes(i, half)) {
                gone.add(i);
            }
        }
        gone.forEach(i -> line[i] = false);
        return !gone.isEmpty();
    }

    private boolean goes(int i, int half) {
        int neighbors = 0;
        int starts = 0;
        for (int direction = 0; direction < AROUND.length; direction++) {
            boolean here = line[i + AROUND[direction]];
            neighbors += here ? 1 : 0;
            starts += !here && line[i + AROUND[(direction + 1) % AROUND.length]] ? 1 : 0;
        }
        boolean up = line[i + AROUND[0]];
        boolean right = line[i + AROUND[2]];
        boolean down = line[i + AROUND[4]];
        boolean left = line[i + AROUND[6]];
        boolean open = half == 0 ? !(up && right && down) && !(right && down && left)
                : !(up && right && left) && !(up && down && left);
        return neighbors >= 2 && neighbors <= 6 && starts == 1 && open;
    }

    /// Moves what has two neighbors between them, so that the line has no stairs.
    private double[] smooth(double[] values) {
        double[] moved = values.clone();
        for (int i = SIDE; i < line.length - SIDE; i++) {
            int neighbors = 0;
            double sum = 0;
            for (int direction : AROUND) {
                if (line[i] && line[i + direction]) {
                    neighbors++;
                    sum += values[i + direction];
                }
            }
            if (neighbors == 2) {
                moved[i] = (values[i] + sum) / 3;
            }
        }
        return moved;
    }
}
