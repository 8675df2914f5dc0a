package dev.crescent.insight.landscape;

/// Which plane through the parameters a landscape is to show.
public sealed interface PlaneChoice {
    /// The plane in which the path so far varies most, see [PathPlane].
    record Path() implements PlaneChoice {}

    /// Random directions through where the network is, see [FilterPlane].
    ///
    /// @param seed of the directions
    record Random(long seed) implements PlaneChoice {}

    /// The values of two parameters, all others as they are where the network is.
    ///
    /// @param first the number of the one across, in the layout's order
    /// @param second of the one up, another
    record Parameters(int first, int second) implements PlaneChoice {}
}
