package dev.crescent.insight.landscape;

import java.util.List;

/// Which way different mini-batches would have a network go, as seen from a plane: the larger they are, the closer they
/// agree.
///
/// @param batchSize samples in each mini-batch
public record GradientCloud(int batchSize, List<Arrow> arrows) {
    /// One mini-batch's negative gradient: the way down.
    ///
    /// @param a its part along the plane's first direction
    /// @param b along its second
    /// @param length of the whole gradient, `hypot(a, b)` or more: the rest leaves the plane
    public record Arrow(double a, double b, double length) {}

    public GradientCloud {
        arrows = List.copyOf(arrows);
    }

    /// The mean of the arrows, `{a, b}`; zeros without any.
    public double[] mean() {
        double[] mean = new double[2];
        for (Arrow arrow : arrows) {
            mean[0] += arrow.a() / arrows.size();
            mean[1] += arrow.b() / arrows.size();
        }
        return mean;
    }

    /// How far arrows lie from their mean: the root of the mean of the squares; 0 without any.
    public double spread() {
        double[] mean = mean();
        double squares = 0;
        for (Arrow arrow : arrows) {
            double a = arrow.a() - mean[0];
            double b = arrow.b() - mean[1];
            squares += (a * a + b * b) / arrows.size();
        }
        return Math.sqrt(squares);
    }
}
