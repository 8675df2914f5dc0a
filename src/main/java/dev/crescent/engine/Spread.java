package dev.crescent.engine;

/// Which samples stand for all where not all are measured: of as many equal stretches, one at random out of each. The
/// same ones every time.
///
/// Not every so-manieth: data have rhythms. In MNIST's training part two groups of writers alternate, and every second
/// image is the harder.
public final class Spread {
    private static final long KEY = CounterRandom.key(0, 0, 0);

    private Spread() {}

    /// The number of a sample.
    ///
    /// @param i number among those that are taken, from 0
    /// @param taken how many are, 1 to `all`; all of them: each is itself
    /// @param all how many there are
    public static int place(int i, int taken, int all) {
        long from = (long) i * all / taken;
        long end = (i + 1L) * all / taken;
        return (int) (from + (long) (CounterRandom.uniform(KEY, i) * (end - from)));
    }
}
