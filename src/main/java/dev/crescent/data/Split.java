package dev.crescent.data;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Which samples are for training and which for testing; indices ascend within each part.
record Split(int[] train, int[] test) {
    /// Shuffles the indices with a seed and takes the last `fraction` of them, rounded, for testing; a training sample
    /// always remains.
    static Split of(int count, double fraction, long seed) {
        int testing = testing(count, fraction);
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        if (testing > 0) {
            shuffle(order, Streams.SPLIT.of(seed));
        }
        int[] train = Arrays.copyOfRange(order, 0, count - testing);
        int[] test = Arrays.copyOfRange(order, count - testing, count);
        Arrays.sort(train);
        Arrays.sort(test);
        return new Split(train, test);
    }

    /// How many of so many samples are for testing.
    static int testing(int count, double fraction) {
        return Math.clamp(Math.round(count * fraction), 0, Math.max(0, count - 1));
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
