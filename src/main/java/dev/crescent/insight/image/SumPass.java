package dev.crescent.insight.image;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import java.util.Arrays;

/// Weighted sums of everything, of some pieces the largest, then the activation: dense and maxout.
final class SumPass extends LayerPass {
    private final ParameterLayout.Slice slice;
    private final int pieces;
    private final Activation activation;
    private final double[] sums; // [units]
    private final int[] rows; // [units] of the weights: the largest piece's

    SumPass(ParameterLayout.Slice slice, int units, int pieces, Activation activation, Signal in) {
        super(in, units);
        this.slice = slice;
        this.pieces = pieces;
        this.activation = activation;
        this.sums = new double[units];
        this.rows = new int[units];
    }

    @Override
    void forward(float[] parameters) {
        for (int unit = 0; unit < sums.length; unit++) {
            rows[unit] = unit * pieces;
            sums[unit] = sum(parameters, rows[unit]);
            for (int row = unit * pieces + 1; row < (unit + 1) * pieces; row++) {
                double sum = sum(parameters, row);
                if (sum > sums[unit]) {
                    sums[unit] = sum;
                    rows[unit] = row;
                }
            }
        }
        Curve.apply(activation, sums, out.values());
    }

    /// Four sums side by side, as one addition cannot begin before the last one has ended.
    private double sum(float[] parameters, int row) {
        double[] x = in.values();
        int weights = slice.weightOffset() + row * x.length;
        double a = slice.biasCount() == 0 ? 0 : parameters[slice.biasOffset() + row];
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < x.length; i += 4) {
            a += parameters[weights + i] * x[i];
            b += parameters[weights + i + 1] * x[i + 1];
            c += parameters[weights + i + 2] * x[i + 2];
            d += parameters[weights + i + 3] * x[i + 3];
        }
        for (; i < x.length; i++) {
            a += parameters[weights + i] * x[i];
        }
        return a + b + (c + d);
    }

    @Override
    void backward(float[] parameters) {
        Curve.slope(activation, sums, out.slopes());
        double[] slopes = in.slopes();
        Arrays.fill(slopes, 0);
        for (int unit = 0; unit < sums.length; unit++) {
            double slope = out.slopes()[unit];
            int weights = slice.weightOffset() + rows[unit] * slopes.length;
            for (int i = 0; slope != 0 && i < slopes.length; i++) {
                slopes[i] += slope * parameters[weights + i];
            }
        }
    }
}
