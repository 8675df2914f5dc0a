package dev.crescent.insight.image;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Model;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/// Whether an image is to a network like any that it was trained on. A network shares its probabilities among the classes
/// it knows, whatever it is shown; this says when it is shown something else.
///
/// Measured is what the last hidden layer gives out for the image, without its length: the distance `1 - cos` to the
/// nearest of the training samples. Farther than all but a few of the test samples is unfamiliar. Source: Sun, Ming, Zhu
/// and Li, Out-of-Distribution Detection with Deep Nearest Neighbors, 2022, with the single nearest neighbor.
///
/// Immutable; any thread may ask.
public final class Familiarity {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int AT_ONCE = 256;
    /// Training samples that stand for all.
    private static final int MOST_REFERENCES = 4_000;
    private static final int MOST_OTHERS = 1_000;
    /// With fewer test samples nobody knows what is usual.
    private static final int LEAST_OTHERS = 200;
    /// Of the test samples, so many count as familiar.
    private static final double USUAL = 0.96;

    private final float[] references; // [sample][units], of length 1
    private final int units;
    private final double farthest;

    private Familiarity(float[] references, int units, double farthest) {
        this.references = references;
        this.units = units;
        this.farthest = farthest;
    }

    /// What is familiar to one state of a network.
    ///
    /// @param inputShape `[channels, rows, columns]`, or `[features]`
    /// @param parameters `[layout total]`
    /// @param training at least one sample
    /// @param others samples of the same kind that it was not trained on
    /// @param stopped asked now and then whether to give up
    /// @return null if it was stopped, or there are fewer than 200 others
    public static @Nullable Familiarity of(Engine engine, Model.Network network, List<Integer> inputShape,
            float[] parameters, Dataset.Samples training, Dataset.Samples others, BooleanSupplier stopped) {
        if (others.count() < LEAST_OTHERS || training.count() == 0) {
            return null;
        }
        LastHidden hidden = new LastHidden(engine, network, inputShape, parameters);
        float[] references = hidden.of(training, MOST_REFERENCES, stopped);
        float[] usual = references == null ? null : hidden.of(others, MOST_OTHERS, stopped);
        if (references == null || usual == null) {
            return null;
        }
        Familiarity all = new Familiarity(references, hidden.units, Double.POSITIVE_INFINITY);
        double[] distances = new double[usual.length / hidden.units];
        for (int i = 0; i < distances.length; i++) {
            if (stopped.getAsBoolean()) {
                return null;
            }
            distances[i] = all.nearest(usual, i * hidden.units);
        }
        Arrays.sort(distances);
        return new Familiarity(references, hidden.units, distances[(int) Math.ceil(USUAL * distances.length) - 1]);
    }

    /// How far an image is from the nearest training sample: 0 for the same, 1 for nothing in common, 2 at most; NaN if the
    /// network's outputs are.
    ///
    /// @param lastHidden `[units]` what the last hidden layer gives out for it; the inputs without such a layer
    /// @throws IllegalArgumentException if there are not as many units
    public double distance(float[] lastHidden) {
        if (lastHidden.length != units) {
            throw new IllegalArgumentException("lastHidden: must have " + units + " numbers, has " + lastHidden.length);
        }
        float[] unit = lastHidden.clone();
        normalize(unit, 1);
        return nearest(unit, 0);
    }

    /// The distance up to which an image counts as familiar.
    public double farthest() {
        return farthest;
    }

    /// Whether an image is no farther than nearly all test samples.
    ///
    /// @param lastHidden as for [#distance]
    public boolean knows(float[] lastHidden) {
        return !(distance(lastHidden) > farthest);
    }

    private double nearest(float[] vectors, int from) {
        float best = Float.NEGATIVE_INFINITY;
        for (int reference = 0; reference < references.length; reference += units) {
            best = Math.max(best, product(vectors, from, reference));
        }
        return 1 - (double) best;
    }

    private float product(float[] vectors, int from, int reference) {
        FloatVector sums = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i + LANES <= units; i += LANES) {
            sums = FloatVector.fromArray(SPECIES, vectors, from + i)
                    .fma(FloatVector.fromArray(SPECIES, references, reference + i), sums);
        }
        float sum = sums.reduceLanes(VectorOperators.ADD);
        for (; i < units; i++) {
            sum += vectors[from + i] * references[reference + i];
        }
        return sum;
    }

    /// Makes vectors of length 1, those of length 0 apart.
    private static void normalize(float[] vectors, int count) {
        int units = vectors.length / count;
        for (int v = 0; v < count; v++) {
            double sum = 0;
            for (int i = v * units; i < (v + 1) * units; i++) {
                sum += (double) vectors[i] * vectors[i];
            }
            float scale = sum == 0 ? 0 : (float) (1 / Math.sqrt(sum));
            for (int i = v * units; i < (v + 1) * units; i++) {
                vectors[i] *= scale;
            }
        }
    }

    /// What the last hidden layer gives out for samples.
    private static final class LastHidden {
        final int units;
        private final Evaluator evaluator;
        private final float[] parameters;
        private final int layer;
        private final int layers;
        private final int width;

        LastHidden(Engine engine, Model.Network network, List<Integer> inputShape, float[] parameters) {
            this.evaluator = engine.evaluator(network, inputShape);
            this.parameters = parameters;
            this.layers = network.layers().size();
            this.layer = layers - 2;
            this.width = Shapes.width(inputShape);
            this.units = layer < 0 ? width : Shapes.width(Shapes.of(network, inputShape).get(layer));
        }

        /// @param most samples, evenly spread
        /// @return `[sample][units]`, each of length 1; null if it was stopped
        float @Nullable [] of(Dataset.Samples samples, int most, BooleanSupplier stopped) {
            int taken = Math.min(most, samples.count());
            SampleColumns columns = new SampleColumns(samples, width, taken);
            float[] inputs = new float[width * AT_ONCE];
            float[][] outputs = new float[layers][];
            float[] said = layer < 0 ? inputs : new float[units * AT_ONCE];
            if (layer >= 0) {
                outputs[layer] = said;
            }
            float[] vectors = new float[taken * units];
            for (int first = 0; first < taken; first += AT_ONCE) {
                if (stopped.getAsBoolean()) {
                    return null;
                }
                int count = Math.min(AT_ONCE, taken - first);
                columns.turn(first, count, inputs);
                if (layer >= 0) {
                    evaluator.forward(parameters, inputs, count, outputs);
                }
                for (int i = 0; i < count; i++) {
                    for (int unit = 0; unit < units; unit++) {
                        vectors[(first + i) * units + unit] = said[unit * count + i];
                    }
                }
            }
            normalize(vectors, taken);
            return vectors;
        }
    }
}
