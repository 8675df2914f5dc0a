package dev.crescent.data.digits;

/// Makes square images larger.
final class Enlarged {
    private Enlarged() {}

    /// An image between its pixels, bilinear; paper around it.
    ///
    /// @param ink `[from][from]`
    /// @return `[to][to]`
    static float[] of(float[] ink, int from, int to) {
        float[] large = new float[to * to];
        for (int i = 0; i < large.length; i++) {
            int row = i / to;
            int column = i % to;
            double y = (row + 0.5) * from / to - 0.5;
            double x = (column + 0.5) * from / to - 0.5;
            int top = (int) Math.floor(y);
            int left = (int) Math.floor(x);
            double v = y - top;
            double u = x - left;
            large[i] = (float) ((1 - v) * ((1 - u) * at(ink, from, top, left) + u * at(ink, from, top, left + 1))
                    + v * ((1 - u) * at(ink, from, top + 1, left) + u * at(ink, from, top + 1, left + 1)));
        }
        return large;
    }

    /// An image between its pixels with sharp edges, as a pen has them.
    ///
    /// @param contrast how steeply paper becomes ink, 1 for as it is
    static float[] of(float[] ink, int from, int to, double contrast) {
        float[] large = of(ink, from, to);
        for (int i = 0; i < large.length; i++) {
            large[i] = (float) Math.clamp(contrast * (large[i] - 0.5) + 0.5, 0, 1);
        }
        return large;
    }

    private static float at(float[] ink, int side, int row, int column) {
        return row >= 0 && row < side && column >= 0 && column < side ? ink[row * side + column] : 0;
    }
}
