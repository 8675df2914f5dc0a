package dev.crescent.cli;

import java.util.stream.LongStream;

/// Of which epochs an animation shows a frame: about sixty, close together at first, where most is learned.
final class FrameEpochs {
    static final int FRAMES = 60;

    private FrameEpochs() {}

    /// Frame `i` of `n` is of the epoch `total * (i / (n - 1))^2`, rounded, or of the one after the frame before where
    /// that is later: no epoch is shown twice. A run shorter than `n` epochs has a frame for each.
    ///
    /// @param total epochs of the whole run
    /// @return ascending, from 0 to `total`
    static long[] of(long total) {
        if (total < FRAMES) {
            return LongStream.rangeClosed(0, total).toArray();
        }
        long[] epochs = new long[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            double share = (double) i / (FRAMES - 1);
            epochs[i] = Math.max(Math.round(total * share * share), i == 0 ? 0 : epochs[i - 1] + 1);
        }
        epochs[FRAMES - 1] = total;
        return epochs;
    }
}
