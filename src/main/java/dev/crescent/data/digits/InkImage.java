package dev.crescent.data.digits;

/// A picture of ink, such as what a photo shows.
///
/// @param ink `[rows][columns]`, 0 (paper) to 1 (ink); not to be changed any more
public record InkImage(int rows, int columns, float[] ink) {
    /// @throws IllegalArgumentException if the numbers are no image of that size, or one is not from 0 to 1
    public InkImage {
        if (rows < 1 || columns < 1 || ink.length != (long) rows * columns) {
            throw new IllegalArgumentException(ink.length + " values are no image of " + rows + " x " + columns);
        }
        for (float value : ink) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("Ink is from 0 to 1, not " + value);
            }
        }
    }

    /// The image on a square pad, as large as it fits, in the middle, paper around it.
    ///
    /// @return `[side][side]`
    float[] onPad(int side) {
        double scale = (double) side / Math.max(rows, columns);
        int height = (int) Math.max(1, Math.rint(scale * rows));
        int width = (int) Math.max(1, Math.rint(scale * columns));
        float[] scaled = AreaAverage.scale(ink, columns, new AreaAverage.Box(0, 0, rows, columns), height, width);
        float[] pad = new float[side * side];
        int top = (side - height) / 2;
        int left = (side - width) / 2;
        for (int row = 0; row < height; row++) {
            System.arraycopy(scaled, row * width, pad, (top + row) * side + left, width);
        }
        return pad;
    }
}
