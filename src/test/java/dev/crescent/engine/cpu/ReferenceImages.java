package dev.crescent.engine.cpu;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Layer;
import java.util.List;

/// Convolution and pooling of one image, pixel by pixel, straight from PyTorch's definitions.
final class ReferenceImages {
    private ReferenceImages() {}

    static double[] convolved(Layer.Conv conv, List<Integer> from, List<Integer> to, double[] x, double[] parameters,
            ParameterLayout.Slice slice) {
        int kernel = conv.kernel();
        int before = switch (conv.padding()) {
            case VALID -> 0;
            case SAME -> (kernel - 1) / 2;
            case FULL -> kernel - 1;
        };
        int filters = to.get(0);
        int rows = to.get(1);
        int columns = to.get(2);
        int weights = from.get(0) * kernel * kernel;
        double[] z = new double[filters * rows * columns];
        double[] field = new double[weights];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                field(field, x, from, kernel, r * conv.stride() - before, c * conv.stride() - before);
                for (int f = 0; f < filters; f++) {
                    double sum = slice.biasCount() == 0 ? 0 : parameters[slice.biasOffset() + f];
                    for (int i = 0; i < weights; i++) {
                        sum += parameters[slice.weightOffset() + f * weights + i] * field[i];
                    }
                    z[(f * rows + r) * columns + c] = sum;
                }
            }
        }
        return z;
    }

    /// What a filter sees from a pixel on, channel by channel and row by row; 0 outside of the image.
    private static void field(double[] field, double[] x, List<Integer> shape, int kernel, int row, int column) {
        int at = 0;
        for (int channel = 0; channel < shape.get(0); channel++) {
            for (int i = 0; i < kernel; i++) {
                for (int j = 0; j < kernel; j++) {
                    field[at++] = pixel(x, shape, channel, row + i, column + j);
                }
            }
        }
    }

    private static double pixel(double[] x, List<Integer> shape, int channel, int row, int column) {
        boolean inside = row >= 0 && row < shape.get(1) && column >= 0 && column < shape.get(2);
        return inside ? x[(channel * shape.get(1) + row) * shape.get(2) + column] : 0;
    }

    static double[] pooled(Layer.MaxPool pool, List<Integer> from, List<Integer> to, double[] x) {
        double[] y = new double[to.get(0) * to.get(1) * to.get(2)];
        int at = 0;
        for (int channel = 0; channel < to.get(0); channel++) {
            for (int r = 0; r < to.get(1); r++) {
                for (int c = 0; c < to.get(2); c++) {
                    double most = Double.NEGATIVE_INFINITY;
                    for (int i = r * pool.stride(); i < Math.min(r * pool.stride() + pool.size(), from.get(1)); i++) {
                        for (int j = c * pool.stride(); j < Math.min(c * pool.stride() + pool.size(), from.get(2)); j++) {
                            most = Math.max(most, pixel(x, from, channel, i, j));
                        }
                    }
                    y[at++] = most;
                }
            }
        }
        return y;
    }
}
