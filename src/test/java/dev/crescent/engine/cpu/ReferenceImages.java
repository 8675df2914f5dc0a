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
        double[] z = new double[to.get(0) * to.get(1) * to.get(2)];
        int at = 0;
        for (int f = 0; f < to.get(0); f++) {
            for (int r = 0; r < to.get(1); r++) {
                for (int c = 0; c < to.get(2); c++) {
                    double sum = slice.biasCount() == 0 ? 0 : parameters[slice.biasOffset() + f];
                    for (int channel = 0; channel < from.get(0); channel++) {
                        for (int i = 0; i < kernel; i++) {
                            for (int j = 0; j < kernel; j++) {
                                int weight = slice.weightOffset() + ((f * from.get(0) + channel) * kernel + i) * kernel + j;
                                sum += parameters[weight] * pixel(x, from, channel, r * conv.stride() + i - before,
                                        c * conv.stride() + j - before);
                            }
                        }
                    }
                    z[at++] = sum;
                }
            }
        }
        return z;
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
