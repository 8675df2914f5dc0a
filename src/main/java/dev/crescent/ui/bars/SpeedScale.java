package dev.crescent.ui.bars;

/// The speed slider's scale: from 1 step a second at 0, logarithmic, to no limit at 1. Pure.
final class SpeedScale {
    /// Steps a second just before the end.
    private static final double FASTEST = 100_000;

    private SpeedScale() {}

    /// @param position 0 to 1
    /// @return steps a second; infinite at the end
    static double stepsPerSecond(double position) {
        return position >= 1 ? Double.POSITIVE_INFINITY : Math.pow(FASTEST, Math.max(0, position) / 0.98);
    }
}
