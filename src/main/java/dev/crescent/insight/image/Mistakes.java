package dev.crescent.insight.image;

import dev.crescent.insight.Confusion;
import java.util.Comparator;
import java.util.stream.IntStream;

/// How a network reads every sample of one part, and which it reads wrong. Immutable by convention: nobody writes into
/// the arrays.
///
/// @param labels `[samples]` classes
/// @param predictions `[samples]` classes that the network says; -1 if its outputs are not numbers
/// @param probabilities `[samples][classes]`, not softened; NaN where it says nothing
/// @param losses `[samples]` `-ln p` of the label, 0 or more: with softmax and cross-entropy the sample's loss; infinite
///     where it says nothing
public record Mistakes(int[] labels, int[] predictions, float[][] probabilities, double[] losses) {
    /// How many samples there are.
    public int count() {
        return labels.length;
    }

    /// Whether a sample is read wrong, or not at all.
    public boolean isWrong(int sample) {
        return labels[sample] != predictions[sample];
    }

    /// The probability of the class that the network says, 0 to 1; NaN if it says nothing.
    public float probability(int sample) {
        return predictions[sample] < 0 ? Float.NaN : probabilities[sample][predictions[sample]];
    }

    /// The numbers of at most `k` samples that are read wrong, those with the greatest loss first; of equal ones the first.
    public int[] worst(int k) {
        return worstFirst(IntStream.range(0, labels.length).filter(this::isWrong), k);
    }

    /// The numbers of all samples of one cell of the confusion matrix, likewise in order; right ones too, on its diagonal.
    ///
    /// @param prediction -1 for those that the network says nothing for
    public int[] cell(int label, int prediction) {
        return worstFirst(IntStream.range(0, labels.length)
                .filter(i -> labels[i] == label && predictions[i] == prediction), labels.length);
    }

    private int[] worstFirst(IntStream samples, int most) {
        return samples.boxed().sorted(Comparator.comparingDouble(i -> -losses[i])).limit(most)
                .mapToInt(Integer::intValue).toArray();
    }

    /// The same as counts.
    ///
    /// @param classes how many there are, more than any label or prediction
    public Confusion confusion(int classes) {
        int[][] counts = new int[classes][classes];
        int undecided = 0;
        for (int i = 0; i < labels.length; i++) {
            if (predictions[i] < 0) {
                undecided++;
            } else {
                counts[labels[i]][predictions[i]]++;
            }
        }
        return new Confusion(counts, undecided);
    }
}
