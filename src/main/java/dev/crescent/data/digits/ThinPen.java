package dev.crescent.data.digits;

/// The pen that a digit was written with: what a thin one wrote is nearly lost in 28 x 28 pixels.
final class ThinPen {
    private static final float DARK = 127;
    private static final float FULL = 255;
    /// Of the digit's longer side: the least width of its lines. In the box of 20 pixels these are 2.2.
    private static final double LEAST = 0.11;
    /// What a slanted line's outline has on the mean, counted along pixels' sides, of its length.
    private static final double STAIRS = 4 / Math.PI;

    private ThinPen() {}

    /// Makes lines broader that are too thin on the mean: by as much on every side.
    ///
    /// @param ink `[rows][columns]`, 0 to 255
    /// @return the same image if its lines are broad enough
    static float[] broaden(float[] ink, int rows, int columns) {
        double mass = 0;
        int outline = 0;
        int top = rows;
        int bottom = -1;
        int left = columns;
        int right = -1;
        for (int i = 0; i < ink.length; i++) {
            mass += ink[i] / FULL;
            if (ink[i] > DARK) {
                outline += sides(ink, rows, columns, i);
                top = Math.min(top, i / columns);
                bottom = i / columns;
                left = Math.min(left, i % columns);
                right = Math.max(right, i % columns);
            }
        }
        if (outline == 0) {
            return ink;
        }
        // A line has two long sides.
        double width = 2 * mass * STAIRS / outline;
        double missing = LEAST * Math.max(bottom + 1 - top, right + 1 - left) - width;
        return missing > 0 ? grown(ink, rows, columns, missing / 2) : ink;
    }

    /// How many of a pixel's sides paper, or the image's edge, lies at.
    private static int sides(float[] ink, int rows, int columns, int i) {
        int row = i / columns;
        int column = i % columns;
        return (row > 0 && ink[i - columns] > DARK ? 0 : 1) + (row < rows - 1 && ink[i + columns] > DARK ? 0 : 1)
                + (column > 0 && ink[i - 1] > DARK ? 0 : 1) + (column < columns - 1 && ink[i + 1] > DARK ? 0 : 1);
    }

    /// A soft disc of that radius around every pixel of the outline.
    private static float[] grown(float[] ink, int rows, int columns, double radius) {
        float[] grown = ink.clone();
        int reach = (int) Math.ceil(radius + 0.5);
        for (int i = 0; i < ink.length; i++) {
            if (ink[i] <= DARK || sides(ink, rows, columns, i) == 0) {
                continue;
            }
            int row = i / columns;
            int column = i % columns;
            for (int y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y++) {
                for (int x = Math.max(0, column - reach); x <= Math.min(columns - 1, column + reach); x++) {
                    double share = Math.clamp(radius + 0.5 - Math.hypot(y - row, x - column), 0, 1);
                    grown[y * columns + x] = Math.max(grown[y * columns + x], (float) share * ink[i]);
                }
            }
        }
        return grown;
    }
}
