package dev.crescent.insight.landscape;

import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.ParameterLayout;

/// A random plane through parameters, filter-normalized, so that what is seen of two networks can be compared: their
/// scale, which changes nothing in what a network with ReLUs computes, does not make one look flat and the other steep.
///
/// After Li, Xu, Taylor, Studer and Goldstein 2018, "Visualizing the Loss Landscape of Neural Nets", section 4: each
/// filter of a random normal direction is scaled to the length of the network's own filter; a row of a dense layer, the
/// weights of one unit, is its filter. Biases and batch normalization stay as they are, as in the authors' own program.
/// Of one thing more is taken care: in each filter the second direction is at a right angle to the first, which random
/// ones of many weights almost are anyway, so that both are normalized and the plane's axes are at a right angle.
///
/// @param unit how far one filter-normalized direction goes, in the parameters' own units: the length of all weights of
///     the network together. What is between -1 and 1 in the paper's figures is between -unit and unit here. 1 for a
///     network whose weights are all 0: it has no scale, and the directions are as they were drawn
public record FilterPlane(Plane plane, double unit) {
    /// @param parameters the origin, `[layout total]`
    /// @param seed of the directions
    /// @throws IllegalArgumentException if a parameter is not finite
    public static FilterPlane of(ParameterLayout layout, float[] parameters, long seed) {
        double[] first = new double[layout.size()];
        double[] second = new double[layout.size()];
        double squares = 0;
        for (ParameterLayout.Slice slice : layout.slices()) {
            if (isFilters(slice)) {
                draw(first, slice, CounterRandom.key(seed, 1, slice.layer()));
                draw(second, slice, CounterRandom.key(seed, 2, slice.layer()));
            }
        }
        double[][] drawn = {first.clone(), second.clone()};
        for (ParameterLayout.Slice slice : layout.slices()) {
            if (isFilters(slice)) {
                squares += normalize(slice, parameters, first, second);
            }
        }
        return squares > 0 ? new FilterPlane(Plane.of(layout, parameters, first, second), Math.sqrt(squares))
                : new FilterPlane(Plane.of(layout, parameters, drawn[0], drawn[1]), 1);
    }

    /// The scales of batch normalization are one number a channel, no filter.
    private static boolean isFilters(ParameterLayout.Slice slice) {
        return slice.weightShape().size() > 1;
    }

    private static void draw(double[] direction, ParameterLayout.Slice slice, long key) {
        for (int i = 0; i < slice.weightCount(); i++) {
            direction[slice.weightOffset() + i] = CounterRandom.normal(key, i);
        }
    }

    /// @return the sum of the weights' squares
    private static double normalize(ParameterLayout.Slice slice, float[] parameters, double[] first, double[] second) {
        int filters = slice.weightShape().getFirst();
        int width = slice.weightCount() / filters;
        double sum = 0;
        for (int filter = 0; filter < filters; filter++) {
            int from = slice.weightOffset() + filter * width;
            double squares = 0;
            for (int i = from; i < from + width; i++) {
                squares += (double) parameters[i] * parameters[i];
            }
            scale(first, from, width, Math.sqrt(squares));
            if (width > 1) {
                straighten(second, first, from, width);
            }
            scale(second, from, width, Math.sqrt(squares));
            sum += squares;
        }
        return sum;
    }

    /// Takes out of one filter what it has of another.
    private static void straighten(double[] filter, double[] other, int from, int width) {
        double own = 0;
        double both = 0;
        for (int i = from; i < from + width; i++) {
            own += other[i] * other[i];
            both += filter[i] * other[i];
        }
        for (int i = from; own > 0 && i < from + width; i++) {
            filter[i] -= both / own * other[i];
        }
    }

    private static void scale(double[] direction, int from, int width, double length) {
        double squares = 0;
        for (int i = from; i < from + width; i++) {
            squares += direction[i] * direction[i];
        }
        for (int i = from; i < from + width; i++) {
            direction[i] *= squares > 0 ? length / Math.sqrt(squares) : 0;
        }
    }
}
