package dev.crescent.train;

import dev.crescent.experiment.Training;
import java.util.SplittableRandom;

/// In which order the samples of an epoch are taken: from the seed and the epoch's number alone.
final class SampleOrder {
    private SampleOrder() {}

    /// Fisher-Yates from the file's order, seeded by the epoch; the file's order itself where samples are not shuffled.
    ///
    /// @param order `[samples]` receives their numbers
    /// @param epoch whole epochs done
    static void fill(int[] order, Training training, long epoch) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        if (!training.shuffle()) {
            return;
        }
        SplittableRandom random = new SplittableRandom(training.seed() * 0x9E3779B97F4A7C15L + epoch);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
