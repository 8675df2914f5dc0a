package dev.crescent.insight;

import java.util.Arrays;

/// What a network calls the samples of each class. Immutable by convention: nobody writes into the arrays.
///
/// @param counts `[true class][class the network says]` samples
/// @param undecided samples beside those, for which the network says no class because its outputs are not numbers
public record Confusion(int[][] counts, int undecided) implements Outcome {
    /// How many classes there are.
    public int classes() {
        return counts.length;
    }

    /// How many samples of a class the network says any class for.
    public int samples(int trueClass) {
        return Arrays.stream(counts[trueClass]).sum();
    }

    @Override
    public int total() {
        int all = undecided;
        for (int k = 0; k < counts.length; k++) {
            all += samples(k);
        }
        return all;
    }

    /// The share of a class's samples that the network recognizes, 0 to 1; NaN without samples.
    public double recall(int trueClass) {
        return counts[trueClass][trueClass] / (double) samples(trueClass);
    }

    /// The share of all samples on the diagonal, `trace / sum`, 0 to 1; NaN without samples.
    public double accuracy() {
        int right = 0;
        int all = undecided;
        for (int k = 0; k < counts.length; k++) {
            right += counts[k][k];
            all += samples(k);
        }
        return right / (double) all;
    }

    /// Whether both say the same.
    public boolean sameAs(Confusion other) {
        return undecided == other.undecided && Arrays.deepEquals(counts, other.counts);
    }
}
