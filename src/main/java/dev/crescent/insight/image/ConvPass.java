package dev.crescent.insight.image;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import java.util.Arrays;

/// Filters slid over an image, then the activation. Each weight is taken over all the places where it sees the image, so
/// that the innermost loops run along lines.
final class ConvPass extends LayerPass {
    private final ParameterLayout.Slice slice;
    private final Activation activation;
    private final int filters;
    private final int kernel;
    private final int stride;
    private final int before;
    private final ImageShape image;
    private final int outRows;
    private final int outColumns;
    private final double[] sums; // [filters][outRows][outColumns]

    ConvPass(ParameterLayout.Slice slice, Layer.Conv conv, ImageShape image, Signal in) {
        super(in, conv.filters() * Shapes.convolved(conv, image.rows()) * Shapes.convolved(conv, image.columns()));
        this.slice = slice;
        this.activation = conv.activation();
        this.filters = conv.filters();
        this.kernel = conv.kernel();
        this.stride = conv.stride();
        this.before = Shapes.before(conv);
        this.image = image;
        this.outRows = Shapes.convolved(conv, image.rows());
        this.outColumns = Shapes.convolved(conv, image.columns());
        this.sums = new double[out.values().length];
    }

    @Override
    void forward(float[] parameters) {
        int places = outRows * outColumns;
        for (int filter = 0; filter < filters; filter++) {
            Arrays.fill(sums, filter * places, (filter + 1) * places,
                    slice.biasCount() == 0 ? 0 : parameters[slice.biasOffset() + filter]);
        }
        each(parameters, this::add);
        Curve.apply(activation, sums, out.values());
    }

    @Override
    void backward(float[] parameters) {
        Curve.slope(activation, sums, out.slopes());
        Arrays.fill(in.slopes(), 0);
        each(parameters, this::giveBack);
    }

    private interface Line {
        /// One weight along one line.
        ///
        /// @param to the first of the line's places that see the image
        /// @param from the pixel it sees
        void take(double weight, int to, int from, int count);
    }

    private void each(float[] parameters, Line line) {
        int weight = slice.weightOffset();
        for (int filter = 0; filter < filters; filter++) {
            for (int channel = 0; channel < image.channels(); channel++) {
                for (int i = 0; i < kernel; i++) {
                    for (int j = 0; j < kernel; j++) {
                        over(parameters[weight++], filter, channel, i - before, j - before, line);
                    }
                }
            }
        }
    }

    /// @param down from a place's first line to the one that the weight sees
    /// @param right likewise the column
    private void over(double weight, int filter, int channel, int down, int right, Line line) {
        int first = first(right);
        int count = end(right, image.columns(), outColumns) - first;
        for (int row = first(down); count > 0 && row < end(down, image.rows(), outRows); row++) {
            int to = (filter * outRows + row) * outColumns + first;
            int from = (channel * image.rows() + row * stride + down) * image.columns() + first * stride + right;
            line.take(weight, to, from, count);
        }
    }

    /// The first place along an axis that sees the image.
    private int first(int offset) {
        return Math.max(0, Math.ceilDiv(-offset, stride));
    }

    /// Behind the last such place.
    private int end(int offset, int pixels, int places) {
        return Math.min(places, Math.floorDiv(pixels - 1 - offset, stride) + 1);
    }

    private void add(double weight, int to, int from, int count) {
        double[] x = in.values();
        if (stride == 1) {
            for (int i = 0; i < count; i++) {
                sums[to + i] += weight * x[from + i];
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            sums[to + i] += weight * x[from + i * stride];
        }
    }

    private void giveBack(double weight, int to, int from, int count) {
        double[] given = out.slopes();
        double[] slopes = in.slopes();
        if (stride == 1) {
            for (int i = 0; i < count; i++) {
                slopes[from + i] += weight * given[to + i];
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            slopes[from + i * stride] += weight * given[to + i];
        }
    }
}
