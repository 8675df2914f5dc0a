package dev.crescent.ui.theme;

import dev.crescent.experiment.Named;

/// Ways to see color: the normal one, and those without one of the three kinds of cones, which together some 8 % of men and
/// 0.5 % of women have in a weaker or the full form.
///
/// The simulation is that of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
/// Deficiency", IEEE Transactions on Visualization and Computer Graphics 15(6), 2009, for the full deficiency (severity 1):
/// a matrix over linear sRGB.
public enum ColorVision implements Named {
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    /// Without cones for long waves: red is dark, and red and green look alike.
    PROTAN(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    /// Without cones for medium waves, the most frequent: red and green look alike.
    DEUTAN(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    /// Without cones for short waves, rare: blue and green look alike, and yellow and pink.
    TRITAN(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

    private final double[] matrix; // [to][from] of linear red, green, blue

    ColorVision(double... matrix) {
        this.matrix = matrix;
    }

    @Override
    public String id() {
        return Named.kebab(this);
    }

    /// How an sRGB color looks to these eyes, as another one that normal eyes see so. Opacity stays.
    public int simulate(int argb) {
        if (this == NORMAL) {
            return argb;
        }
        double r = linear(argb >> 16 & 0xff);
        double g = linear(argb >> 8 & 0xff);
        double b = linear(argb & 0xff);
        return argb & 0xff000000
                | encoded(matrix[0] * r + matrix[1] * g + matrix[2] * b) << 16
                | encoded(matrix[3] * r + matrix[4] * g + matrix[5] * b) << 8
                | encoded(matrix[6] * r + matrix[7] * g + matrix[8] * b);
    }

    /// Likewise for a whole picture, in place.
    public void simulate(int[] argb) {
        for (int i = 0; i < argb.length; i++) {
            argb[i] = simulate(argb[i]);
        }
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int encoded(double linear) {
        double c = Math.clamp(linear, 0, 1);
        return (int) Math.round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * Math.pow(c, 1 / 2.4) - 0.055));
    }
}
