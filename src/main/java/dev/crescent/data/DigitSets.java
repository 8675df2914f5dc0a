package dev.crescent.data;

import dev.crescent.data.digits.Centering;
import dev.crescent.data.digits.SyntheticDigits;
import dev.crescent.experiment.Task;
import java.util.List;
import java.util.stream.IntStream;

/// Makes samples of synthetic digits, pixels 0 to 255.
final class DigitSets {
    static final List<Integer> SHAPE = List.of(1, Centering.SIDE, Centering.SIDE);

    private DigitSets() {}

    /// Draws `count` digits of a part, on all processors.
    ///
    /// @param first the place of the first, 0 or more
    static RawSamples draw(long first, int count, long seed, SyntheticDigits.Part part) {
        SyntheticDigits digits = new SyntheticDigits(seed, part);
        float[] pixels = new float[count * SyntheticDigits.PIXELS];
        int[] labels = new int[count];
        float[] values = new float[count];
        IntStream.range(0, count).parallel().forEach(i -> {
            labels[i] = digits.label(first + i);
            values[i] = labels[i];
            digits.draw(first + i, pixels, i * SyntheticDigits.PIXELS);
        });
        return new RawSamples(Task.CLASSIFICATION, RawSamples.numbered(SyntheticDigits.CLASSES),
                RawSamples.pixelNames(SyntheticDigits.PIXELS), count, pixels, labels, values);
    }
}
