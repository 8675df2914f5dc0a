package dev.crescent.engine.cuda;

/// How many steps to take in one launch, so that it lasts a hundredth of a second or so: who wants to pause does not wait, and
/// a GPU that draws the screen, too, does not let it stand still.
final class Slice {
    /// What is aimed at. Since the next launch has at most twice the steps of one that was measured, it stays below 20 ms even
    /// where those were twice as fast.
    private static final double NANOS = 8e6;
    private static final int FIRST = 32;
    private static final int MOST = 1 << 14;
    private static final int GROWTH = 2;

    private int steps = FIRST;

    /// At most, in the next launch.
    int steps() {
        return steps;
    }

    /// Learns from a launch.
    ///
    /// @param taken steps in it
    /// @param nanos that it lasted
    void took(int taken, long nanos) {
        double right = NANOS / Math.max(1, nanos) * taken;
        // A launch that was short since there was no more to do says little about one of full length.
        int most = Math.max(steps, Math.min(MOST, GROWTH * taken));
        steps = (int) Math.clamp(right, 1, most);
    }
}
