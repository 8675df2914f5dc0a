package dev.crescent.insight;

import dev.crescent.data.Dataset;

/// How the outputs of every unit are spread over training samples, each class counted apart: what units of a network are
/// shown by whose data do not lie in a plane. Immutable by convention: nobody writes into the arrays.
///
/// @param counts `[1 + layers][unit][bin][class]` samples, the inputs first; a single class for a regression. Of a layer the
///     first [UnitFields#MOST_UNITS] units
/// @param ends `[1 + layers][unit][2]` the least and the greatest value that the bins part: those that the unit's activation
///     can have where these are bounded, else those that it has, infinite and the wrong way round where it has none
public record UnitSpreads(int[][][][] counts, double[][][] ends) {
    /// Bins of a unit.
    public static final int BINS = 12;

    /// Whether units over these data are shown so: samples that neither lie in a plane nor are images.
    public static boolean suit(Dataset data) {
        return data.plane() == null && !data.hasImages() && data.train().count() > 0;
    }
}
