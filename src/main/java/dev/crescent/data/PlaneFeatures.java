package dev.crescent.data;

import java.util.List;

/// How a point of the plane becomes a network's inputs: the features' formulas, then the scaling fitted on the
/// training part.
public interface PlaneFeatures {
    /// How many inputs a point becomes.
    int width();

    /// What the two coordinates are called: x1 and x2, or the columns of a table.
    default List<String> axes() {
        return RawSamples.PLANE;
    }

    /// Computes the inputs of some points.
    ///
    /// @param x1 `[count]`
    /// @param x2 `[count]`
    /// @param into receives the inputs, `[width][count]`; NaN where a formula has no value
    void apply(float[] x1, float[] x2, int count, float[] into);
}
