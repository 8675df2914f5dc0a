package dev.crescent.insight.image;

import dev.crescent.engine.ParameterLayout;

/// Batch normalization by the running statistics: `scale (x - mean) / sqrt(variance + 1e-5) + shift`, a line for each
/// channel.
final class NormPass extends LayerPass {
    private static final double EPSILON = 1e-5;

    private final ParameterLayout.Slice slice;
    private final ParameterLayout.Statistics statistics;
    private final int pixels;

    NormPass(ParameterLayout.Slice slice, ParameterLayout.Statistics statistics, Signal in) {
        super(in, in.values().length);
        this.slice = slice;
        this.statistics = statistics;
        this.pixels = in.values().length / statistics.channels();
    }

    @Override
    void forward(float[] parameters) {
        for (int i = 0; i < in.values().length; i++) {
            int channel = i / pixels;
            double centered = in.values()[i] - parameters[statistics.meanOffset() + channel];
            out.values()[i] = factor(parameters, channel) * centered + parameters[slice.biasOffset() + channel];
        }
    }

    @Override
    void backward(float[] parameters) {
        for (int i = 0; i < in.slopes().length; i++) {
            in.slopes()[i] = factor(parameters, i / pixels) * out.slopes()[i];
        }
    }

    private double factor(float[] parameters, int channel) {
        double variance = parameters[statistics.varianceOffset() + channel];
        return parameters[slice.weightOffset() + channel] / Math.sqrt(variance + EPSILON);
    }
}
