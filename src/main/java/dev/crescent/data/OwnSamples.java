package dev.crescent.data;

import dev.crescent.experiment.Task;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Labeled images of the user's own, which join the training part of a data set. Immutable by convention: nobody writes
/// into the arrays.
///
/// @param width inputs of each
/// @param inputs `[count][width]`, scaled as the data set's
/// @param labels `[count]` class indices
public record OwnSamples(int count, int width, float[] inputs, int[] labels) {
    /// None at all.
    public static final OwnSamples NONE = new OwnSamples(0, 0, new float[0], new int[0]);

    public OwnSamples {
        if (inputs.length != (long) count * width || labels.length != count) {
            throw new IllegalArgumentException(inputs.length + " inputs and " + labels.length + " labels are not those of "
                    + count + " samples of " + width + ".");
        }
    }

    /// Those that a data set has.
    public static OwnSamples of(Dataset data) {
        if (data.own() == 0) {
            return NONE;
        }
        Dataset.Samples all = data.train();
        int from = all.count() - data.own();
        int width = data.inputWidth();
        return new OwnSamples(data.own(), width, Arrays.copyOfRange(all.inputs(), from * width, all.count() * width),
                Arrays.copyOfRange(all.labels(), from, all.count()));
    }

    /// Whether they could be samples of these data: images of as many pixels, in classes that there are.
    public boolean fit(Dataset data) {
        return count == 0 || data.task() == Task.CLASSIFICATION && data.hasImages() && width == data.inputWidth()
                && Arrays.stream(labels).allMatch(label -> label < data.classNames().size());
    }

    /// These without those that are among others.
    public OwnSamples without(OwnSamples others) {
        int[] kept = IntStream.range(0, count).filter(i -> !others.has(this, i)).toArray();
        if (kept.length == count) {
            return this;
        }
        float[] rows = new float[kept.length * width];
        for (int i = 0; i < kept.length; i++) {
            System.arraycopy(inputs, kept[i] * width, rows, i * width, width);
        }
        return new OwnSamples(kept.length, width, rows, Arrays.stream(kept).map(i -> labels[i]).toArray());
    }

    private boolean has(OwnSamples other, int index) {
        int from = index * other.width;
        return width == other.width && IntStream.range(0, count).anyMatch(i -> labels[i] == other.labels[index]
                && Arrays.equals(inputs, i * width, (i + 1) * width, other.inputs, from, from + width));
    }

    /// These, and others after them.
    ///
    /// @throws IllegalArgumentException if they have another number of inputs
    public OwnSamples and(OwnSamples others) {
        if (count == 0 || others.count == 0) {
            return count == 0 ? others : this;
        }
        if (width != others.width) {
            throw new IllegalArgumentException("Samples of " + width + " and of " + others.width + " inputs do not go together.");
        }
        int[] all = Arrays.copyOf(labels, count + others.count);
        System.arraycopy(others.labels, 0, all, count, others.count);
        return new OwnSamples(count + others.count, width, joined(inputs, inputs.length, others.inputs), all);
    }

    /// The first samples of a part, and these after them.
    Dataset.Samples after(Dataset.Samples part, int first) {
        float[] joined = joined(part.inputs(), first * width(part), inputs);
        float[] raw = part.raw() == part.inputs() ? joined : joined(part.raw(), first * part.rawWidth(), inputs);
        int[] classes = Arrays.copyOf(part.labels(), first + count);
        System.arraycopy(labels, 0, classes, first, count);
        float[] values = Arrays.copyOf(part.values(), first + count);
        for (int i = 0; i < count; i++) {
            values[first + i] = labels[i];
        }
        return new Dataset.Samples(first + count, joined, raw, part.rawWidth(), classes, values);
    }

    private static int width(Dataset.Samples part) {
        return part.count() == 0 ? part.rawWidth() : part.inputs().length / part.count();
    }

    private static float[] joined(float[] first, int length, float[] last) {
        float[] all = Arrays.copyOf(first, length + last.length);
        System.arraycopy(last, 0, all, length, last.length);
        return all;
    }
}
