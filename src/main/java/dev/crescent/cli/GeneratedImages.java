package dev.crescent.cli;

import dev.crescent.data.Dataset;
import dev.crescent.engine.CounterRandom;
import dev.crescent.experiment.Task;
import java.util.List;
import java.util.stream.IntStream;

/// Pictures of the size of MNIST's, with as many black pixels, that show nothing.
final class GeneratedImages {
    private static final int SIDE = 28;
    private static final int PIXELS = SIDE * SIDE;
    private static final int CLASSES = 10;
    /// Of the pixels.
    private static final float BLACK = 0.8f;

    private GeneratedImages() {}

    /// All for training; the classes come in turns.
    static Dataset dataset(int count) {
        float[] inputs = new float[count * PIXELS];
        long key = CounterRandom.key(1, 0, 0);
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = Math.max(0, (CounterRandom.uniform(key, i) - BLACK) / (1 - BLACK));
        }
        int[] labels = new int[count];
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % CLASSES;
            values[i] = labels[i];
        }
        return new Dataset(Task.CLASSIFICATION, names(CLASSES), names(PIXELS), List.of(1, SIDE, SIDE),
                new Dataset.Samples(count, inputs, inputs, PIXELS, labels, values),
                new Dataset.Samples(0, new float[0], new float[0], PIXELS, new int[0], new float[0]), null);
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
