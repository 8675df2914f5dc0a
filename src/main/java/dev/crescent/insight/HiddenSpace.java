package dev.crescent.insight;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import java.util.List;

/// The samples of a data set as a network's last hidden layer sees them, flattened to two dimensions.
///
/// A network without a hidden layer is shown its own inputs. Samples the network has no finite outputs for lie at NaN.
///
/// @param layer the number of the hidden layer in the network's layers, from 0; -1 for the inputs
/// @param units how many outputs that layer has
/// @param xy `[sample][2]` along the first and the second principal component, the training part first
/// @param shares of the variance, of the first and the second component
public record HiddenSpace(int layer, int units, float[] xy, double[] shares) {
    /// More make the covariance too large to take apart while somebody waits.
    public static final int MOST_UNITS = 2048;

    private static final int CHUNK = 1024;

    /// Runs all samples of both parts through a network.
    ///
    /// @param evaluator of the experiment's network
    /// @param parameters `[layout total]`
    /// @throws IllegalArgumentException if the layer has more than [#MOST_UNITS] units
    public static HiddenSpace of(Experiment experiment, Dataset data, Evaluator evaluator, float[] parameters) {
        Model.Network network = (Model.Network) experiment.model();
        int layer = network.layers().size() - 2;
        int units = units(network, data);
        if (units > MOST_UNITS) {
            throw new IllegalArgumentException("A hidden space is made of at most " + MOST_UNITS
                    + " units, this layer has " + units);
        }
        Source source = new Source(data, evaluator, parameters, network.layers().size(), layer, units);
        PrincipalComponents components = new PrincipalComponents(units);
        source.each((rows, count, _) -> components.add(rows, count));
        components.solve();
        float[] xy = new float[2 * (data.train().count() + data.test().count())];
        source.each((rows, count, first) -> components.project(rows, count, xy, first));
        return new HiddenSpace(layer, units, xy, components.shares());
    }

    /// How many outputs the last hidden layer has, or how many inputs there are without one.
    public static int units(Model.Network network, Dataset data) {
        int layer = network.layers().size() - 2;
        return layer < 0 ? data.inputWidth() : Shapes.width(Shapes.of(network, data.inputShape()).get(layer));
    }

    private interface Reader {
        /// @param rows `[unit][count]`
        /// @param first the number of the first sample
        void read(float[] rows, int count, int first);
    }

    /// The layer's outputs, some samples at a time: large parts never lie in memory as a whole.
    private record Source(Dataset data, Evaluator evaluator, float[] parameters, int layers, int layer, int units) {
        void each(Reader reader) {
            int first = 0;
            for (Dataset.Samples part : List.of(data.train(), data.test())) {
                for (int from = 0; from < part.count(); from += CHUNK) {
                    int count = Math.min(CHUNK, part.count() - from);
                    reader.read(outputs(part, from, count), count, first + from);
                }
                first += part.count();
            }
        }

        private float[] outputs(Dataset.Samples part, int from, int count) {
            int width = data.inputWidth();
            float[] inputs = new float[width * count]; // [feature][count]
            for (int i = 0; i < count; i++) {
                for (int f = 0; f < width; f++) {
                    inputs[f * count + i] = part.inputs()[(from + i) * width + f];
                }
            }
            if (layer < 0) {
                return inputs;
            }
            float[][] outputs = new float[layers][];
            outputs[layer] = new float[units * count];
            evaluator.forward(parameters, inputs, count, outputs);
            return outputs[layer];
        }
    }
}
