package dev.crescent.insight.image;

import dev.crescent.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/// The samples that look most like an image: least `sum (x - y)^2` over all inputs.
///
/// A sample is given up as soon as a part of its sum is more than the farthest one kept so far has in all, and the sum
/// begins in the middle, where the ink is. No part of a float sum is greater than the whole, so what is found does not
/// depend on where a sample was given up.
public final class NearestImages {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /// Inputs between two looks at the sum.
    private static final int BLOCK = 8 * LANES;
    /// Samples between two questions whether to stop.
    private static final int AT_ONCE = 1024;

    private final Dataset.Samples samples;
    private final float[] image;
    private final int[] starts; // of the blocks, from the middle to both ends
    private final int[] nearest; // [k], nearest first
    private final float[] sums; // [k]
    private int kept;

    private NearestImages(Dataset.Samples samples, float[] image, int k) {
        this.samples = samples;
        this.image = image;
        this.nearest = new int[k];
        this.sums = new float[k];
        this.starts = new int[Math.ceilDiv(image.length, BLOCK)];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = (starts.length / 2 + (i % 2 == 0 ? i / 2 : -(i + 1) / 2)) * BLOCK;
        }
    }

    /// The `k` nearest samples, the nearest first; of equally near ones the first.
    ///
    /// @param samples with inputs `[count][width]`, in the order of the images' numbers
    /// @param image `[width]`, scaled as the samples' inputs
    /// @param k 1 or more
    /// @param stopped asked now and then whether to give up
    /// @return at most `k`, less where there are fewer samples; none with a NaN; null if it was stopped
    /// @throws IllegalArgumentException if `k` is less than 1, or the samples have another width
    public static @Nullable List<Neighbor> of(Dataset.Samples samples, float[] image, int k, BooleanSupplier stopped) {
        if (k < 1) {
            throw new IllegalArgumentException("k: must be 1 or more, is " + k);
        }
        if (samples.inputs().length != (long) samples.count() * image.length) {
            throw new IllegalArgumentException("image: must have as many numbers as a sample, has " + image.length);
        }
        NearestImages search = new NearestImages(samples, image, Math.min(k, samples.count()));
        for (int first = 0; first < samples.count(); first += AT_ONCE) {
            if (stopped.getAsBoolean()) {
                return null;
            }
            search.look(first, Math.min(first + AT_ONCE, samples.count()));
        }
        return search.neighbors();
    }

    private List<Neighbor> neighbors() {
        List<Neighbor> neighbors = new ArrayList<>();
        for (int i = 0; i < kept; i++) {
            neighbors.add(new Neighbor(nearest[i], samples.labels()[nearest[i]], Math.sqrt(sums[i])));
        }
        return neighbors;
    }

    private void look(int from, int to) {
        for (int sample = from; sample < to; sample++) {
            float limit = kept < sums.length ? Float.POSITIVE_INFINITY : sums[kept - 1];
            float sum = sum(sample * image.length, limit);
            if (sum < limit) {
                keep(sample, sum);
            }
        }
    }

    /// @return `limit` or more, if the whole sum is that
    private float sum(int row, float limit) {
        float sum = 0;
        for (int start : starts) {
            sum += block(row, start, Math.min(start + BLOCK, image.length));
            if (sum >= limit) {
                return sum;
            }
        }
        return sum;
    }

    private float block(int row, int from, int to) {
        float[] inputs = samples.inputs();
        FloatVector sums = FloatVector.zero(SPECIES);
        int i = from;
        for (; i + LANES <= to; i += LANES) {
            FloatVector apart = FloatVector.fromArray(SPECIES, inputs, row + i)
                    .sub(FloatVector.fromArray(SPECIES, image, i));
            sums = apart.fma(apart, sums);
        }
        float sum = sums.reduceLanes(VectorOperators.ADD);
        for (; i < to; i++) {
            float apart = inputs[row + i] - image[i];
            sum += apart * apart;
        }
        return sum;
    }

    private void keep(int sample, float sum) {
        int place = kept < sums.length ? kept++ : kept - 1;
        for (; place > 0 && sums[place - 1] > sum; place--) {
            sums[place] = sums[place - 1];
            nearest[place] = nearest[place - 1];
        }
        sums[place] = sum;
        nearest[place] = sample;
    }
}
