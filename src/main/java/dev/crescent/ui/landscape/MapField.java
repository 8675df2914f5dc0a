package dev.crescent.ui.landscape;

/// Paints a landscape's heights as seen from above into an array of pixels, with stripes where no loss is known.
final class MapField {
    private static final int STRIPE = 2;

    private MapField() {}

    /// The relief's outermost nodes lie on the picture's edges, its first row on the lower one.
    ///
    /// @param pixels gets opaque ARGB, rows of `stride` pixels
    /// @param density pixels for each that the user sees
    static void paint(Relief relief, Look look, int[] pixels, int stride, int width, int height, double density) {
        int each = (int) Math.max(1, Math.round(STRIPE * density));
        int side = relief.side();
        float[] heights = relief.heights();
        int last = look.ramp().length - 1;
        for (int row = 0; row < height; row++) {
            float y = (height - row - 0.5f) / height * (side - 1);
            int low = Math.min((int) y, side - 2) * side;
            float up = y - (float) (low / side);
            for (int column = 0; column < width; column++) {
                float x = (column + 0.5f) / width * (side - 1);
                int left = Math.min((int) x, side - 2);
                float right = x - left;
                int i = low + left;
                float below = heights[i] + right * (heights[i + 1] - heights[i]);
                float above = heights[i + side] + right * (heights[i + side + 1] - heights[i + side]);
                float value = below + up * (above - below);
                pixels[row * stride + column] = Float.isNaN(value)
                        ? (row + column) % (4 * each) < each ? look.hatch() : look.plate()
                        : look.ramp()[(int) (value * last + 0.5f)];
            }
        }
    }
}
