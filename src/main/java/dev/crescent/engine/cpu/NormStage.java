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
    // [channels] each: the gradients by shift and scale
    private final double[] ofShift;
    private final double[] ofScale;
    // [panels][rows][16]: before scale and shift
    private final float[] normal;
    /// Numbers of a channel in the mini-batch; every worker writes the same.
    private double seen;

    NormStage(ParameterLayout.Slice slice, ParameterLayout.Statistics statistics, Source source, int panels,
            boolean trains) {
        super(source, source.width(), source.rows(), Blocks.of(slice), panels, trains);
        this.slice = slice;
        this.statistics = statistics;
        this.trains = trains;
        this.channels = statistics.channels();
        this.pixels = source.width() / channels;
        this.mean = new double[channels];
        this.variance = new double[channels];
        this.ofShift = new double[channels];
        this.ofScale = new double[channels];
        this.normal = Panels.allocate(trains ? panels : 0, rows);
    }

    @Override
    boolean meets() {
        return trains;
    }

    @Override
    void forward(float[] parameters, Share share, Moment moment) {
        if (trains) {
            normalize(parameters, share);
        } else {
            useRunning(parameters, share);
        }
    }

    private void normalize(float[] parameters, Share share) {
        seen = (double) share.count * pixels;
        int panels = Panels.count(share.count);
        for (int channel = share.from(channels); channel < share.to(channels); channel++) {
            mean[channel] = sum(source.values(), channel, share.count, 0, false) / seen;
            variance[channel] = sum(source.values(), channel, share.count, mean[channel], true) / seen;
            double factor = deviation(variance[channel]);
            scale(source.values(), normal, channel, 0, panels, factor, -mean[channel] * factor);
            scale(normal, output, channel, 0, panels, parameters[slice.weightOffset() + channel],
                    parameters[slice.biasOffset() + channel]);
        }
    }

    private void useRunning(float[] parameters, Share share) {
        for (int channel = 0; channel < channels; channel++) {
            double factor = parameters[slice.weightOffset() + channel]
                    * deviation(parameters[statistics.varianceOffset() + channel]);
            double shift = parameters[slice.biasOffset() + channel]
                    - parameters[statistics.meanOffset() + channel] * factor;
            scale(source.values(), output, channel, share.first, share.end, factor, shift);
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

    private void scale(float[] x, float[] y, int channel, int first, int end, double factor, double shift) {
        float f = (float) factor;
        float s = (float) shift;
        for (int panel = first; panel < end; panel++) {
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
    void backward(float[] parameters, Share share) {
        for (int channel = share.from(channels); channel < share.to(channels); channel++) {
            ofShift[channel] = sum(delta, channel, share.count, 0, false);
            ofScale[channel] = products(channel, share.count);
            if (source.wantsDelta()) {
                double factor = parameters[slice.weightOffset() + channel] * deviation(variance[channel]);
                giveBack(source.delta(), channel, share.count, (float) factor, (float) (ofShift[channel] / seen),
                        (float) (ofScale[channel] / seen));
            }
        }
    }

    @Override
    void differentiate(int block, Share share, float[] gradient, boolean anew) {
        for (int channel = blocks.firstRow(block); channel < blocks.endRow(block); channel++) {
            int weight = slice.weightOffset() + channel;
            int bias = slice.biasOffset() + channel;
            gradient[weight] = (anew ? 0 : gradient[weight]) + (float) ofScale[channel];
            gradient[bias] = (anew ? 0 : gradient[bias]) + (float) ofShift[channel];
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
