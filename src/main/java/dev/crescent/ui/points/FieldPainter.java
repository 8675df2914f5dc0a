package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.insight.OutputField;
import dev.crescent.ui.theme.Palette;

/// Turns an output field into pixels; what is not a number gets the neutral color.
public final class FieldPainter {
    private FieldPainter() {}

    /// Writes one opaque ARGB value a cell, in the field's order. May run on any thread.
    ///
    /// @param discretize whether to show only the winning class, or the sign around the middle of the range
    /// @param valueMin the value of a regression that gets the low end of the ramp
    /// @param valueMax the value that gets the high end
    /// @param pixels at least `width * height` long
    public static void paint(OutputField field, Palette palette, boolean discretize, double valueMin, double valueMax,
                             int[] pixels) {
        if (field.task() == Task.CLASSIFICATION && field.classes() > 2) {
            paintClasses(field, palette, discretize, pixels);
            return;
        }
        boolean values = field.task() == Task.REGRESSION;
        double low = values ? valueMin : 0;
        double scale = 2 / (values ? valueMax - valueMin : 1);
        float[] grid = field.values()[0];
        for (int i = 0; i < grid.length; i++) {
            double v = (grid[i] - low) * scale - 1;
            pixels[i] = palette.fieldArgb(Double.isNaN(v) ? 0 : discretize ? (v < 0 ? -1 : 1) : v);
        }
    }

    private static void paintClasses(OutputField field, Palette palette, boolean discretize, int[] pixels) {
        float[][] p = field.values();
        int classes = field.classes();
        float[][] one = new float[classes][1];
        for (int i = 0; i < p[0].length; i++) {
            int winner = discretize ? winner(p, i) : -1;
            if (winner >= 0) {
                for (int k = 0; k < classes; k++) {
                    one[k][0] = k == winner ? 1 : 0;
                }
                pixels[i] = palette.mixedClassArgb(one, 0, classes);
            } else {
                pixels[i] = palette.mixedClassArgb(p, i, classes);
            }
        }
    }

    /// -1 where a probability is not a number.
    private static int winner(float[][] p, int i) {
        int winner = 0;
        for (int k = 0; k < p.length; k++) {
            if (Float.isNaN(p[k][i])) {
                return -1;
            }
            winner = p[k][i] > p[winner][i] ? k : winner;
        }
        return winner;
    }
}
