package dev.crescent.ui.landscape;

/// Colors of a map's places, such as of the minimum that each leads to; what is high is paler, so that the landscape
/// still shows.
///
/// Immutable by convention: nobody writes into the array.
///
/// @param argb `[rows * columns]`, opaque, row-major, row 0 on top; each colors a cell
public record MapTint(int columns, int rows, int[] argb) {
    private static final float PALEST = 0.62f;

    /// @throws IllegalArgumentException if there are not as many colors as cells, or no cell
    public MapTint {
        if (columns < 1 || rows < 1 || argb.length != rows * columns) {
            throw new IllegalArgumentException("A tint of " + columns + " x " + rows + " cells cannot have " + argb.length
                    + " colors");
        }
    }

    /// Paints over a field; where there is no height it is left as it is.
    void paint(Relief relief, Look look, int[] pixels, int stride, int width, int height) {
        for (int row = 0; row < height; row++) {
            double up = 1 - (row + 0.5) / height;
            int cells = row * rows / height * columns;
            for (int column = 0; column < width; column++) {
                float unit = (float) relief.at((column + 0.5) / width, up);
                if (!Float.isNaN(unit)) {
                    pixels[row * stride + column] = mix(argb[cells + column * columns / width], look.plate(), PALEST * unit);
                }
            }
        }
    }

    private static int mix(int from, int to, float share) {
        int mixed = 0xff000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = from >> shift & 0xff;
            int b = to >> shift & 0xff;
            mixed |= Math.round(a + share * (b - a)) << shift;
        }
        return mixed;
    }
}
