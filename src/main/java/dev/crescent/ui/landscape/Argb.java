package dev.crescent.ui.landscape;

/// Arithmetic on colors in one `int`.
final class Argb {
    private Argb() {}

    /// A color laid over an opaque or a premultiplied one.
    ///
    /// @param argb not premultiplied
    /// @param cover how much of the pixel it covers, 0 to 1
    /// @param below premultiplied; an opaque color is that, too
    /// @return premultiplied; opaque if `below` is
    static int over(int argb, float cover, int below) {
        int alpha = (int) ((argb >>> 24) * cover * (256f / 255) + 0.5f);
        int kept = 256 - alpha;
        int redBlue = (argb & 0xff00ff) * alpha + (below & 0xff00ff) * kept >>> 8 & 0xff00ff;
        int green = (argb & 0xff00) * alpha + (below & 0xff00) * kept >>> 8 & 0xff00;
        int opacity = 255 * alpha + (below >>> 24) * kept >>> 8;
        return opacity << 24 | redBlue | green;
    }

    /// The mean of four premultiplied colors.
    static int mean(int a, int b, int c, int d) {
        int redBlue = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff) + 0x20002;
        int alphaGreen = (a >>> 8 & 0xff00ff) + (b >>> 8 & 0xff00ff) + (c >>> 8 & 0xff00ff) + (d >>> 8 & 0xff00ff)
                + 0x20002;
        return redBlue >>> 2 & 0xff00ff | (alphaGreen >>> 2 & 0xff00ff) << 8;
    }

    /// A color with its three parts multiplied by 0 to 1.
    static int dimmed(int argb, double light) {
        int by = (int) Math.round(256 * Math.clamp(light, 0, 1));
        return argb & 0xff000000 | ((argb & 0xff00ff) * by >>> 8) & 0xff00ff | ((argb & 0xff00) * by >>> 8) & 0xff00;
    }
}
