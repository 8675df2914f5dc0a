package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;

import dev.crescent.engine.ParameterLayout;

/// Batch normalization as in PyTorch (Ioffe and Szegedy 2015): each channel is taken to mean 0 and variance 1, then to a
/// learned scale and shift, `y = scale (x - mean) / sqrt(variance + 1e-5) + shift`.
///
/// In training mean and variance are those of the mini-batch, over its samples and pixels, and the running ones go a
/// tenth of the way towards them, the variance as its unbiased estimate. Else the running ones are used.
final class NormStage extends Stage {
    private static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.1;

    private final ParameterLayout.Slice slice;
    private final ParameterLayout.Statistics statistics;
    private final boolean trains;
    private final int channels;
    private final int pixels;
    // [channels] each: of the mini-batch
    private final double[] mean;
    private final double[] variance;
    // [panels][rows][16]: before scale and shift
    private final float[] normal;
    private double seen;

    NormStage(ParameterLayout.Slice slice, ParameterLayout.Statistics statistics, Source source, int panels,
            boolean trains) {
        super(source.width(), source.rows(), panels, trains);
        this.slice = slice;
        this.statistics = statistics;
        this.trains = trains;
        this.channels = statistics.channels();
        this.pixels = source.width() / channels;
        this.mean = new double[channels];
        this.variance = new double[channels];
        this.normal = Panels.allocate(trains ? panels : 0, rows);
    }

    @Override
    void forward(float[] parameters, Source source, int count, Moment moment) {
        seen = (double) count * pixels;
        for (int channel = 0; channel < channels; channel++) {
            if (trains) {
                mean[channel] = sum(source.values(), channel, count, 0, false) / seen;
                variance[channel] = sum(source.values(), channel, count, mean[channel], true) / seen;
                float[] x = source.values();
                scale(x, normal, channel, count, deviation(variance[channel]), -mean[channel] * deviation(variance[channel]));
                scale(normal, output, channel, count, parameters[slice.weightOffset() + channel],
                        parameters[slice.biasOffset() + channel]);
            } else {
                double factor = parameters[slice.weightOffset() + channel]
                        * deviation(parameters[statistics.varianceOffset() + channel]);
                double shift = parameters[slice.biasOffset() + channel]
                        - parameters[statistics.meanOffset() + channel] * factor;
                scale(source.values(), output, channel, count, factor, shift);
            }
        }
    }

    /// One over the deviation.
    private static double deviation(double variance) {
        return 1 / Math.sqrt(variance + EPSILON);
    }

    /// The sum of `x - from` over a channel, or of its square.
    private double sum(float[] x, int channel, int count, double from, boolean squared) {
        double sum = 0;
        for (int panel = 0; panel < Panels.count(count); panel++) {
            int live = Panels.live(panel, count);
            for (int row = 0; row < pixels; row++) {
                int at = at(panel, channel) + row * SAMPLES;
                for (int i = at; i < at + live; i++) {
                    double difference = x[i] - from;
                    sum += squared ? difference * difference : difference;
                }
            }
        }
        return sum;
    }

    private void scale(float[] x, float[] y, int channel, int count, double factor, double shift) {
        float f = (float) factor;
        float s = (float) shift;
        for (int panel = 0; panel < Panels.count(count); panel++) {
            int from = at(panel, channel);
            for (int i = from; i < from + pixels * SAMPLES; i++) {
                y[i] = f * x[i] + s;
            }
        }
    }

    private int at(int panel, int channel) {
        return (panel * rows + channel * pixels) * SAMPLES;
    }

    /// With `n = (x - mean) / deviation` and N numbers a channel:
    /// `dx = scale / (N deviation) (N d - sum d - n sum(d n))`, `dscale = sum(d n)`, `dshift = sum d`.
    @Override
    void backward(float[] parameters, float[] gradient, Source source, int count) {
        for (int channel = 0; channel < channels; channel++) {
            double ofShift = sum(delta, channel, count, 0, false);
            double ofScale = products(channel, count);
            gradient[slice.weightOffset() + channel] += (float) ofScale;
            gradient[slice.biasOffset() + channel] += (float) ofShift;
            if (source.wantsDelta()) {
                double factor = parameters[slice.weightOffset() + channel] * deviation(variance[channel]);
                giveBack(source.delta(), channel, count, (float) factor, (float) (ofShift / seen), (float) (ofScale / seen));
            }
        }
    }

    private double products(int channel, int count) {
        double sum = 0;
        for (int panel = 0; panel < Panels.count(count); panel++) {
            int live = Panels.live(panel, count);
            for (int row = 0; row < pixels; row++) {
                int at = at(panel, channel) + row * SAMPLES;
                for (int i = at; i < at + live; i++) {
                    sum += (double) delta[i] * normal[i];
                }
            }
        }
        return sum;
    }

    private void giveBack(float[] to, int channel, int count, float factor, float shift, float slope) {
        for (int panel = 0; panel < Panels.count(count); panel++) {
            int from = at(panel, channel);
            for (int i = from; i < from + pixels * SAMPLES; i++) {
                to[i] = factor * (delta[i] - shift - normal[i] * slope);
            }
        }
    }

    @Override
    void remember(float[] parameters) {
        // One number alone has no unbiased variance.
        double unbiased = seen > 1 ? seen / (seen - 1) : 1;
        for (int channel = 0; channel < channels; channel++) {
            blend(parameters, statistics.meanOffset() + channel, mean[channel]);
            blend(parameters, statistics.varianceOffset() + channel, unbiased * variance[channel]);
        }
    }

    private static void blend(float[] values, int at, double now) {
        values[at] = (float) ((1 - MOMENTUM) * values[at] + MOMENTUM * now);
    }
}
