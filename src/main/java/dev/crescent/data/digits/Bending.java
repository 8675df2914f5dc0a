package dev.crescent.data.digits;

import java.util.SplittableRandom;

/// Bends a whole digit as hands and eyes differ: its proportions, waves across it, its width, slant and turn.
///
/// With `N` a standard normal number for each, and the digit's box in the middle of the plane, 1 high: heights shift by
/// `0.18 N (0.25 - y^2)`; widths change by the factor `1 + 0.44 N y`; three waves of 0.4 to 1.1 cycles a height, in any
/// direction, move points by 0.042 N in x and y each; then the factor `exp(0.27 N)` on the width, the slant `0.22 + 0.28 N`
/// and a turn by `6 N` degrees.
final class Bending {
    private static final double PROPORTION = 0.18;
    private static final double TAPER = 2 * 0.22;
    private static final int WAVES = 3;
    private static final double LONGEST = 0.4;
    private static final double SHORTEST = 1.1;
    private static final double WAVE = 0.042;
    private static final double ASPECT = 0.27;
    private static final double SLANT = 0.22;
    private static final double SLANT_DEVIATION = 0.28;
    private static final double TURN = 6.0 / 360; // of a full turn

    private final SplittableRandom random;

    Bending(SplittableRandom random) {
        this.random = random;
    }

    void bend(Trace trace) {
        trace.place(1 / trace.height(), 0);
        double shift = PROPORTION * random.nextGaussian();
        double taper = TAPER * random.nextGaussian();
        trace.map((x, y) -> x, (x, y) -> y + shift * (0.25 - y * y));
        trace.map((x, y) -> x * (1 + taper * y), (x, y) -> y);
        for (int i = 0; i < WAVES; i++) {
            wave(trace);
        }
        double aspect = StrictMath.exp(ASPECT * random.nextGaussian());
        double slant = SLANT + SLANT_DEVIATION * random.nextGaussian();
        trace.map((x, y) -> aspect * x - slant * y, (x, y) -> y);
        double turn = TURN * random.nextGaussian();
        double sine = Wave.sine(turn);
        double cosine = Wave.cosine(turn);
        trace.map((x, y) -> cosine * x - sine * y, (x, y) -> sine * x + cosine * y);
    }

    private void wave(Trace trace) {
        double frequency = random.nextDouble(LONGEST, SHORTEST);
        double direction = random.nextDouble();
        double alongX = frequency * Wave.cosine(direction);
        double alongY = frequency * Wave.sine(direction);
        double phaseX = random.nextDouble();
        double phaseY = random.nextDouble();
        double heightX = WAVE * random.nextGaussian();
        double heightY = WAVE * random.nextGaussian();
        trace.map((x, y) -> x + heightX * Wave.sine(alongX * x + alongY * y + phaseX),
                (x, y) -> y + heightY * Wave.sine(alongX * x + alongY * y + phaseY));
    }
}
