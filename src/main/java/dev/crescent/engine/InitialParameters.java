package dev.crescent.engine;

import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.Arrays;
import java.util.List;

/// The parameters a network starts from, as a function of its seed.
///
/// Each layer draws from streams of its own, so that a change of one layer leaves the start of the others alone.
/// With `in` and `out` PyTorch's fan-in and fan-out: Glorot's uniform limit is `sqrt(6 / (in + out))` and normal
/// deviation `sqrt(2 / (in + out))` (Glorot and Bengio 2010), He's `sqrt(6 / in)` and `sqrt(2 / in)` (He et al. 2015),
/// LeCun's deviation `sqrt(1 / in)` (LeCun et al. 1998). Biases count with their layer's fans. Batch normalization
/// starts with scale 1 and shift 0, running mean 0 and variance 1.
public final class InitialParameters {
    private InitialParameters() {}

    /// The starting values of all parameters.
    ///
    /// @param inputShape `[features]` or `[channels, rows, columns]`
    /// @return as [ParameterLayout] orders them
    public static float[] of(Model.Network network, List<Integer> inputShape) {
        ParameterLayout layout = ParameterLayout.of(network, inputShape);
        float[] parameters = new float[layout.total()];
        for (ParameterLayout.Slice slice : layout.slices()) {
            switch (network.layers().get(slice.layer())) {
                case Layer.Weighted weighted -> fill(parameters, slice, weighted, network.seed());
                case Layer.BatchNorm _ -> Arrays.fill(parameters, slice.weightOffset(),
                        slice.weightOffset() + slice.weightCount(), 1);
                case Layer.MaxPool _, Layer.Dropout _, Layer.Noise _, Layer.Flatten _ -> { }
            }
        }
        for (ParameterLayout.Statistics statistics : layout.statistics()) {
            Arrays.fill(parameters, statistics.varianceOffset(), statistics.varianceOffset() + statistics.channels(), 1);
        }
        return parameters;
    }

    private static void fill(float[] parameters, ParameterLayout.Slice slice, Layer.Weighted layer, long seed) {
        List<Integer> shape = slice.weightShape();
        int window = shape.subList(2, shape.size()).stream().reduce(1, Math::multiplyExact);
        double in = (double) shape.get(1) * window;
        double out = (double) shape.get(0) * window;
        fill(parameters, slice.weightOffset(), slice.weightCount(), layer.initializer(), in, out,
                CounterRandom.key(seed, 0, 2L * slice.layer()));
        fill(parameters, slice.biasOffset(), slice.biasCount(), layer.biasInitializer(), in, out,
                CounterRandom.key(seed, 0, 2L * slice.layer() + 1));
    }

    private static void fill(float[] values, int offset, int count, Initializer initializer, double in, double out,
            long key) {
        switch (initializer) {
            case Initializer.Standard standard -> {
                switch (standard) {
                    case GLOROT_UNIFORM -> uniform(values, offset, count, Math.sqrt(6 / (in + out)), key);
                    case GLOROT_NORMAL -> normal(values, offset, count, Math.sqrt(2 / (in + out)), key);
                    case HE_UNIFORM -> uniform(values, offset, count, Math.sqrt(6 / in), key);
                    case HE_NORMAL -> normal(values, offset, count, Math.sqrt(2 / in), key);
                    case LECUN_NORMAL -> normal(values, offset, count, Math.sqrt(1 / in), key);
                    case ZEROS -> { }
                }
            }
            case Initializer.Normal normal -> normal(values, offset, count, normal.stddev(), key);
            case Initializer.Uniform uniform -> uniform(values, offset, count, uniform.limit(), key);
            case Initializer.Constant constant -> {
                if (count > 0) {
                    Arrays.fill(values, offset, offset + count, (float) constant.value());
                }
            }
        }
    }

    private static void uniform(float[] values, int offset, int count, double limit, long key) {
        for (int i = 0; i < count; i++) {
            values[offset + i] = (float) ((2.0 * CounterRandom.uniform(key, i) - 1) * limit);
        }
    }

    private static void normal(float[] values, int offset, int count, double stddev, long key) {
        for (int i = 0; i < count; i++) {
            values[offset + i] = (float) (CounterRandom.normal(key, i) * stddev);
        }
    }
}
