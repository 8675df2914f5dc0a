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
    /// @throws IllegalArgumentException if one of these arrays has another length
    void losses(double[] origin, double[] u, double[] v, double[] places, double[] losses);

    /// How many places it likes to be asked for at once: so many take a hundredth of a second or so. May change with every call.
    /// 1 where one by one is as good.
    default int stride() {
        return 1;
    }

    /// What [#losses] does first.
    ///
    /// @throws IllegalArgumentException if an array has another length than it should
    static void check(ParameterLayout layout, double[] origin, double[] u, double[] v, double[] places, double[] losses) {
        if (origin.length != layout.total() || u.length != layout.size() || v.length != layout.size()) {
            throw new IllegalArgumentException("A plane of " + layout.total() + " numbers, " + layout.size()
                    + " of them parameters, is asked for with " + origin.length + ", " + u.length + " and " + v.length + ".");
        }
        if (places.length != 2 * losses.length) {
            throw new IllegalArgumentException(losses.length + " losses need two numbers for each place, not " + places.length
                    + ".");
        }
    }

    /// Whether another engine does its work, as [Session#isElsewhere].
    default boolean isElsewhere() {
        return false;
    }

    @Override
    void close();
}
