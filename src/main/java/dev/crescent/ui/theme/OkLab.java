package dev.crescent.ui.theme;

/// Mixing of colors in OKLab, where equal steps look equal.
///
/// Colors are arrays `{L, a, b}` with L from 0 to 1. Source: Björn Ottosson, "A perceptual color space for image
/// processing" (2020); transfer function of IEC 61966-2-1.
final class OkLab {
    /// sRGB bytes of evenly spaced linear light: the power function is too slow for a picture's every pixel.
    private static final byte[] ENCODED = new byte[16_384];

    static {
        for (int i = 0; i < ENCODED.length; i++) {
            double c = i / (ENCODED.length - 1.0);
            double v = c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055;
            ENCODED[i] = (byte) Math.round(v * 255);
        }
    }

    private OkLab() {}

    /// OKLab of an sRGB color; alpha is ignored.
    static double[] ofArgb(int argb) {
        double r = linear(argb >> 16 & 0xff);
        double g = linear(argb >> 8 & 0xff);
        double b = linear(argb & 0xff);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    /// The nearest opaque sRGB color.
    static int toArgb(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        int red = encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        int green = encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        int blue = encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return 0xff000000 | red << 16 | green << 8 | blue;
    }

    /// A ramp of `size` opaque colors, evenly spaced from the first stop's position to the last's.
    ///
    /// @param positions ascending, one a color
    static int[] ramp(double[] positions, int[] argb, int size) {
        double first = positions[0];
        double last = positions[positions.length - 1];
        int[] table = new int[size];
        int stop = 0;
        for (int i = 0; i < size; i++) {
            double v = first + (last - first) * i / (size - 1);
            while (stop < positions.length - 2 && v > positions[stop + 1]) {
                stop++;
            }
            double t = (v - positions[stop]) / (positions[stop + 1] - positions[stop]);
            table[i] = mix(argb[stop], argb[stop + 1], Math.clamp(t, 0, 1));
        }
        return table;
    }

    /// The color `t` of the way from one to the other; the ends are kept exactly.
    static int mix(int from, int to, double t) {
        if (t <= 0) {
            return from | 0xff000000;
        }
        if (t >= 1) {
            return to | 0xff000000;
        }
        double[] p = ofArgb(from);
        double[] q = ofArgb(to);
        return toArgb(p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1]), p[2] + t * (q[2] - p[2]));
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static int encoded(double c) {
        int last = ENCODED.length - 1;
        return ENCODED[(int) Math.clamp(c * last + 0.5, 0.0, last)] & 0xff;
    }
}
