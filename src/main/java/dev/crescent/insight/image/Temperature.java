package dev.crescent.insight.image;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// How sure a network may be: probabilities softened until they say how often they are right. Source: Guo et al., On
/// Calibration of Modern Neural Networks, 2017, section 4.2.
///
/// Softening by the temperature `T` is `softmax(z / T)` for logits `z`, and as `ln p` differs from `z` by the same number
/// for all classes, it is also `p^(1/T)`, made to sum to 1. A probability that was rounded to 0 counts as the smallest
/// float, 1.4e-45.
public final class Temperature {
    /// The range in which [#fit] looks.
    public static final double LEAST = 0.05;
    public static final double MOST = 20;

    private static final int HALVINGS = 40;

    private Temperature() {}

    /// Probabilities at another temperature: above 1 less sure, below 1 surer. The order of the classes stays.
    ///
    /// @param probabilities `[classes]`, 0 to 1; not changed
    /// @param temperature above 0; 1 gives a copy
    /// @return `[classes]`, sum 1; all NaN if one of them is
    /// @throws IllegalArgumentException if the temperature is not above 0
    public static float[] soften(float[] probabilities, double temperature) {
        if (!(temperature > 0) || temperature == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("temperature: must be a number above 0, is " + temperature);
        }
        if (temperature == 1) {
            return probabilities.clone();
        }
        double[] powers = new double[probabilities.length];
        double sum = powers(logs(probabilities), 1 / temperature, powers);
        float[] softened = new float[powers.length];
        for (int k = 0; k < softened.length; k++) {
            softened[k] = (float) (powers[k] / sum);
        }
        return softened;
    }

    /// The temperature with the least mean negative log likelihood of the labels. The likelihood's slope by `1/T` only
    /// rises, so halving the range of `ln T` finds where it is 0.
    ///
    /// @param probabilities `[samples][classes]`, at temperature 1; samples with NaN do not count
    /// @param labels `[samples]` class indices
    /// @return 0.05 to 20, an end where the likelihood gets better up to it; 1 without samples
    /// @throws IllegalArgumentException if there are not as many labels as samples
    public static double fit(float[][] probabilities, int[] labels) {
        require(probabilities, labels);
        int[] counted = IntStream.range(0, labels.length).filter(i -> numbers(probabilities[i])).toArray();
        if (counted.length == 0) {
            return 1;
        }
        double[][] logs = new double[counted.length][];
        int[] classes = new int[counted.length];
        for (int i = 0; i < counted.length; i++) {
            logs[i] = logs(probabilities[counted[i]]);
            classes[i] = labels[counted[i]];
        }
        double low = Math.log(LEAST);
        double high = Math.log(MOST);
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            if (slope(logs, classes, Math.exp(-middle)) > 0) {
                // The best 1/T is less: the best T is greater.
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }

    /// The least probability of the winner from which on a share of the samples that reach it is read right.
    ///
    /// @param probabilities `[samples][classes]`, softened as those that the threshold is for; samples with NaN are never
    ///     accepted
    /// @param labels `[samples]` class indices
    /// @param share that is wanted, 0 to 1
    /// @return empty if there is no such probability, so that nothing should be accepted
    /// @throws IllegalArgumentException if there are not as many labels as samples, or for another share
    public static OptionalDouble threshold(float[][] probabilities, int[] labels, double share) {
        require(probabilities, labels);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share: must be from 0 to 1, is " + share);
        }
        int[] order = IntStream.range(0, labels.length).filter(i -> numbers(probabilities[i])).boxed()
                .sorted(Comparator.comparingDouble(i -> -probabilities[i][winner(probabilities[i])]))
                .mapToInt(Integer::intValue).toArray();
        OptionalDouble threshold = OptionalDouble.empty();
        int right = 0;
        for (int i = 0; i < order.length; i++) {
            float[] own = probabilities[order[i]];
            int winner = winner(own);
            right += winner == labels[order[i]] ? 1 : 0;
            // Of equal ones all are accepted or none.
            boolean last = i + 1 == order.length
                    || probabilities[order[i + 1]][winner(probabilities[order[i + 1]])] < own[winner];
            if (last && right >= share * (i + 1)) {
                threshold = OptionalDouble.of(own[winner]);
            }
        }
        return threshold;
    }

    /// The slope of the mean of `-ln q` by `b = 1/T` with `q = p^b / sum p^b`: the mean of `ln p` under q, less the
    /// label's.
    private static double slope(double[][] logs, int[] labels, double b) {
        double[] powers = new double[logs[0].length];
        double slope = 0;
        for (int i = 0; i < logs.length; i++) {
            double sum = powers(logs[i], b, powers);
            double mean = 0;
            for (int k = 0; k < powers.length; k++) {
                mean += powers[k] * logs[i][k];
            }
            slope += mean / sum - logs[i][labels[i]];
        }
        return slope;
    }

    /// `e^(b (l - greatest l))`.
    ///
    /// @return their sum
    private static double powers(double[] logs, double b, double[] powers) {
        double top = Arrays.stream(logs).max().orElse(0);
        double sum = 0;
        for (int k = 0; k < logs.length; k++) {
            powers[k] = Math.exp(b * (logs[k] - top));
            sum += powers[k];
        }
        return sum;
    }

    private static double[] logs(float[] probabilities) {
        double[] logs = new double[probabilities.length];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = Math.log(Math.max(probabilities[k], Float.MIN_VALUE));
        }
        return logs;
    }

    private static int winner(float[] probabilities) {
        int winner = 0;
        for (int k = 1; k < probabilities.length; k++) {
            winner = probabilities[k] > probabilities[winner] ? k : winner;
        }
        return winner;
    }

    private static boolean numbers(float[] probabilities) {
        for (float p : probabilities) {
            if (Float.isNaN(p)) {
                return false;
            }
        }
        return true;
    }

    private static void require(float[][] probabilities, int[] labels) {
        if (probabilities.length != labels.length) {
            throw new IllegalArgumentException("labels: must be one for each of " + probabilities.length
                    + " samples, are " + labels.length);
        }
    }
}
