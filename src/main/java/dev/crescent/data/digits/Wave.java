package dev.crescent.data.digits;

/// A sine of sums and products alone: the same bits on every machine, which the JDK's fast sine does not promise, and
/// faster than its strict one.
final class Wave {
    private static final double TURN = 2 * Math.PI;

    private Wave() {}

    /// The sine of so many full turns, right to 1e-7.
    static double sine(double turns) {
        double rest = turns - Math.rint(turns); // -0.5 to 0.5
        if (Math.abs(rest) > 0.25) {
            rest = Math.copySign(0.5, rest) - rest;
        }
        double a = TURN * rest;
        double s = a * a;
        return a * (1 - s / 6 * (1 - s / 20 * (1 - s / 42 * (1 - s / 72 * (1 - s / 110)))));
    }

    /// The cosine of so many full turns.
    static double cosine(double turns) {
        return sine(turns + 0.25);
    }
}
