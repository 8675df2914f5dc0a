package dev.crescent.engine;

/// Measures the loss of many networks that differ in their parameters alone, over the same samples: for loss landscapes. Owned
/// by one thread.
public interface Surveyor extends AutoCloseable {
    /// That of the network.
    ParameterLayout layout();

    /// Mean losses in evaluation mode, penalties left out, at places of a plane: of the parameters `origin + a u + b v`.
    /// Running statistics of batch normalization are the origin's everywhere.
    ///
    /// @param origin `[layout().total()]`
    /// @param u `[layout().size()]`, and `v`
    /// @param places `[count][2]`, a and b of each
    /// @param losses `[count]`; NaN without samples
    void losses(double[] origin, double[] u, double[] v, double[] places, double[] losses);

    @Override
    void close();
}
