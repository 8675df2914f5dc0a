package dev.crescent.insight.image;

import dev.crescent.data.Dataset;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import java.util.List;
import java.util.SplittableRandom;

/// Small networks and random images.
final class Nets {
    private static final Initializer BIASES = new Initializer.Uniform(0.5);

    private Nets() {}

    static Model.Network network(Layer... layers) {
        return new Model.Network(7, List.of(layers));
    }

    static Layer.Dense dense(int units, Activation activation) {
        return new Layer.Dense(units, activation, Initializer.Standard.GLOROT_UNIFORM, true, BIASES);
    }

    static Layer.Conv conv(int filters, int kernel, int stride, Padding padding, Activation activation) {
        return new Layer.Conv(filters, kernel, stride, padding, activation, Initializer.Standard.GLOROT_UNIFORM, true,
                BIASES);
    }

    static Layer.Maxout maxout(int units, int pieces, Activation activation) {
        return new Layer.Maxout(units, pieces, activation, Initializer.Standard.GLOROT_UNIFORM, true, BIASES);
    }

    /// Starting values, with batch normalization as if it had seen something.
    static float[] parameters(Model.Network network, List<Integer> shape) {
        ParameterLayout layout = ParameterLayout.of(network, shape);
        float[] parameters = InitialParameters.of(network, shape);
        SplittableRandom random = new SplittableRandom(3);
        for (ParameterLayout.Statistics statistics : layout.statistics()) {
            ParameterLayout.Slice slice = layout.slice(statistics.layer()).orElseThrow();
            for (int channel = 0; channel < statistics.channels(); channel++) {
                parameters[statistics.meanOffset() + channel] = (float) random.nextDouble(-0.5, 0.5);
                parameters[statistics.varianceOffset() + channel] = (float) random.nextDouble(0.2, 2);
                parameters[slice.weightOffset() + channel] = (float) random.nextDouble(-1.5, 1.5);
                parameters[slice.biasOffset() + channel] = (float) random.nextDouble(-0.5, 0.5);
            }
        }
        return parameters;
    }

    /// Pixels from 0 to 1 in steps of 1/256.
    static float[] image(int width, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] image = new float[width];
        for (int i = 0; i < width; i++) {
            image[i] = random.nextInt(257) / 256f;
        }
        return image;
    }

    static Dataset.Samples samples(int count, int width, int classes) {
        float[] inputs = image(count * width, 5);
        int[] labels = new SplittableRandom(6).ints(count, 0, classes).toArray();
        return new Dataset.Samples(count, inputs, inputs, width, labels, new float[count]);
    }
}
