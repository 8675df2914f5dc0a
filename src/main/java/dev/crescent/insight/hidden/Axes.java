package dev.crescent.insight.hidden;

import java.util.Arrays;

/// How the outputs of a layer become a place in a picture: an affine map of its units onto at most three axes.
///
/// @param center `[unit]`, what lies at the origin; zeros where the units are drawn as they are
/// @param axes `[axis][unit]`, orthonormal but for those in whose direction nothing varies
/// @param direct whether the axes are the units themselves
public record Axes(double[] center, double[][] axes, boolean direct) {
    /// Each unit on an axis of its own.
    static Axes direct(int units) {
        double[][] axes = new double[units][units];
        for (int i = 0; i < units; i++) {
            axes[i][i] = 1;
        }
        return new Axes(new double[units], axes, true);
    }

    int units() {
        return center.length;
    }

    /// Writes where points lie along the axes; 0 along axes that there are none of, NaN for a point that is not finite.
    ///
    /// @param rows `[unit][count]`
    /// @param xyz `[point][3]`
    void project(float[] rows, int count, float[] xyz) {
        double[] along = new double[count];
        for (int k = 0; k < 3; k++) {
            Arrays.fill(along, 0);
            for (int i = 0; k < axes.length && i < units(); i++) {
                double by = axes[k][i];
                double middle = center[i];
                // A direct axis reads one unit alone: another one's infinity is not its own.
                for (int s = 0; s < count && (by != 0 || !direct); s++) {
                    along[s] += by * (rows[i * count + s] - middle);
                }
            }
            for (int s = 0; s < count; s++) {
                xyz[3 * s + k] = Double.isFinite(along[s]) ? (float) along[s] : Float.NaN;
            }
        }
    }

    /// The map of a layer, and then of these axes, as a map of the layer before: `axes (W x + b - center)`.
    ///
    /// @param parameters with the weights, `[unit][input]`, from `offset` on
    /// @param biasOffset -1 without biases
    Mapped after(float[] parameters, int offset, int inputs, int biasOffset) {
        double[][] linear = new double[axes.length][inputs];
        double[] shift = new double[axes.length];
        for (int k = 0; k < axes.length; k++) {
            for (int i = 0; i < units(); i++) {
                double by = axes[k][i];
                if (by == 0) {
                    continue;
                }
                shift[k] += by * ((biasOffset < 0 ? 0 : parameters[biasOffset + i]) - center[i]);
                int row = offset + i * inputs;
                for (int j = 0; j < inputs; j++) {
                    linear[k][j] += by * parameters[row + j];
                }
            }
        }
        return new Mapped(linear, shift);
    }

    /// An affine map of some units onto axes.
    ///
    /// @param linear `[axis][unit]`
    /// @param shift `[axis]`
    record Mapped(double[][] linear, double[] shift) {
        /// @param rows `[unit][count]`
        /// @param xyz `[point][3]`
        void project(float[] rows, int count, float[] xyz) {
            double[] along = new double[count];
            for (int k = 0; k < 3; k++) {
                Arrays.fill(along, k < shift.length ? shift[k] : 0);
                for (int i = 0; k < linear.length && i < linear[k].length; i++) {
                    double by = linear[k][i];
                    for (int s = 0; s < count; s++) {
                        along[s] += by * rows[i * count + s];
                    }
                }
                for (int s = 0; s < count; s++) {
                    xyz[3 * s + k] = Double.isFinite(along[s]) ? (float) along[s] : Float.NaN;
                }
            }
        }

        /// The same as a map of places in the picture of the layer before. Only points of that picture's plane are
        /// what they look like there, so only they arrive where this says.
        Affine from(Axes before) {
            double[] matrix = new double[9];
            double[] moved = new double[3];
            for (int k = 0; k < linear.length; k++) {
                moved[k] = shift[k] + dot(linear[k], before.center);
                for (int j = 0; j < before.axes.length; j++) {
                    matrix[3 * k + j] = dot(linear[k], before.axes[j]);
                }
            }
            return new Affine(matrix, moved);
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
