package dev.crescent.insight.hidden;

import dev.crescent.data.Dataset;

/// Which samples of a data set are shown: all, or as many as can be seen, from all over both parts.
///
/// @param numbers of the samples in order, those of the test part behind those of the training part
/// @param training how many of them, from the first, are training samples
public record Chosen(int[] numbers, int training) {
    static Chosen of(Dataset data, int most) {
        int all = data.train().count() + data.test().count();
        int count = Math.min(all, most);
        int[] numbers = new int[count];
        int training = 0;
        for (int i = 0; i < count; i++) {
            numbers[i] = (int) ((long) i * all / count);
            training += numbers[i] < data.train().count() ? 1 : 0;
        }
        return new Chosen(numbers, training);
    }

    public int count() {
        return numbers.length;
    }

    /// The part that a sample is of.
    public static Dataset.Samples part(Dataset data, int number) {
        return number < data.train().count() ? data.train() : data.test();
    }

    /// A sample's number in its part.
    public static int within(Dataset data, int number) {
        return number < data.train().count() ? number : number - data.train().count();
    }
}
