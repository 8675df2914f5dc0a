package dev.crescent.ui.digits;

import dev.crescent.ui.theme.Palette;

/// Paints explanations over a drawing, pixel by pixel.
///
/// @param palette the theme's
record WhyPainter(Palette palette) {
    /// The drawing's ink below what speaks for or against the answer.
    private static final double FAINT = 0.17;
    private static final double PAPER = 0.02;
    /// The drawing's ink below what a small change adds and erases.
    private static final double PLAIN = 0.38;
    /// Changes below this part of full ink are not seen anyway.
    private static final double LEAST_CHANGE = 0.02;

    /// What speaks for the answer in blue, against it in orange, by its share of the largest.
    ///
    /// @param ink `[rows * columns]` from 0 to 1
    /// @param values likewise, of any range
    void parts(float[] ink, float[] values, int[] into) {
        float most = 0;
        for (int i = 0; i < into.length; i++) {
            most = Math.max(most, Math.abs(values[i]));
        }
        for (int i = 0; i < into.length; i++) {
            double part = most > 0 ? values[i] / most : 0;
            int base = palette.inkArgb(PAPER + FAINT * ink[i]);
            double size = Math.min(1, Math.abs(part));
            into[i] = size < 0.01 ? base : mix(base, palette.weightArgb(Math.signum(part) * (0.45 + 0.55 * size)),
                    Math.min(1, Math.pow(size, 0.8) * 1.15));
        }
    }

    /// What has to be added in the color of the test curve, what erased in that of class 3.
    ///
    /// @param change new ink minus old, from -1 to 1
    void change(float[] ink, float[] change, int[] into) {
        int add = Palette.argb(palette.test());
        int erase = palette.classArgb(3);
        for (int i = 0; i < into.length; i++) {
            int base = palette.inkArgb(PLAIN * ink[i]);
            double size = Math.min(1, Math.abs(change[i]));
            into[i] = size < LEAST_CHANGE ? base : mix(base, change[i] > 0 ? add : erase, Math.min(1, 1.4 * size));
        }
    }

    private static int mix(int one, int other, double share) {
        int mixed = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = one >> shift & 0xff;
            int b = other >> shift & 0xff;
            mixed = mixed << 8 | (int) Math.round(a + (b - a) * share);
        }
        return mixed;
    }
}
