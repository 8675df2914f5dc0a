package dev.crescent.data.digits;

/// Makes a drawn digit ready to be read, as MNIST's makers did with theirs: the ink's box is scaled to fit into 20 x 20
/// pixels, and its center of mass put to the middle of 28 x 28.
public final class Centering {
    /// Rows and columns of an image that is ready.
    public static final int SIDE = 28;
    /// Rows or columns of the box that the ink fills, whichever are more.
    public static final int INNER = 20;

    /// Of the most ink in a pixel: what has less is paper or dust.
    private static final double PAPER = 0.15;

    private Centering() {}

    /// Crops, fits and centers an image of any size. Each pixel of the fitted image is the mean of the area it covers. An
    /// image without ink stays empty.
    ///
    /// @param ink `[rows][columns]`, 0 for paper
    /// @return `[28][28]`, on the scale of `ink`
    public static float[] center(float[] ink, int rows, int columns) {
        if (rows < 1 || columns < 1 || ink.length != (long) rows * columns) {
            throw new IllegalArgumentException(ink.length + " values are no image of " + rows + " x " + columns);
        }
        return center(fit(ink, rows, columns));
    }

    /// An image cropped and fitted, but not centered.
    ///
    /// @param box where the ink was; without rows if there was none
    /// @param ink `[rows][columns]`, [#INNER] of them or less
    record Fitted(AreaAverage.Box box, float[] ink, int rows, int columns) {}

    /// Crops and fits an image.
    static Fitted fit(float[] ink, int rows, int columns) {
        AreaAverage.Box box = box(ink, rows, columns);
        if (box.rows() == 0) {
            return new Fitted(box, new float[0], 0, 0);
        }
        double scale = (double) INNER / Math.max(box.rows(), box.columns());
        int newRows = (int) Math.max(1, Math.rint(scale * box.rows()));
        int newColumns = (int) Math.max(1, Math.rint(scale * box.columns()));
        return new Fitted(box, AreaAverage.scale(ink, columns, box, newRows, newColumns), newRows, newColumns);
    }

    /// Centers an image that is fitted.
    static float[] center(Fitted fitted) {
        float[] centered = new float[SIDE * SIDE];
        CenterOfMass.center(fitted.ink, fitted.rows, fitted.columns, centered, 0);
        return centered;
    }

    /// Where there is ink; without rows if there is none.
    private static AreaAverage.Box box(float[] ink, int rows, int columns) {
        float most = 0;
        for (float value : ink) {
            most = Math.max(most, value);
        }
        int top = rows;
        int bottom = -1;
        int left = columns;
        int right = -1;
        for (int i = 0; i < ink.length; i++) {
            if (ink[i] > PAPER * most) {
                top = Math.min(top, i / columns);
                bottom = i / columns;
                left = Math.min(left, i % columns);
                right = Math.max(right, i % columns);
            }
        }
        return new AreaAverage.Box(top, left, Math.max(0, bottom + 1 - top), Math.max(0, right + 1 - left));
    }
}
