package dev.crescent.insight;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import java.util.List;

/// Counts how the outputs of one network's units are spread over its data. For use by one thread.
public final class SpreadCounter {
    /// Samples that are looked at, evenly from all of the training part.
    static final int MOST_SAMPLES = 512;

    private final Model.Network network;
    private final Evaluator evaluator;
    private final boolean classes;
    private final int parts; // classes, or one for a regression
    private final int count;
    private final float[] inputs; // [feature][count]
    private final int[] labels;
    private final int width;
    private final float[][] outputs;

    /// @param evaluator of the network, with as many inputs as the data have
    public SpreadCounter(Model.Network network, Dataset data, Evaluator evaluator) {
        this.network = network;
        this.evaluator = evaluator;
        classes = data.task() == Task.CLASSIFICATION;
        parts = classes ? Math.max(1, data.classNames().size()) : 1;
        Dataset.Samples train = data.train();
        count = Math.min(MOST_SAMPLES, train.count());
        width = data.inputWidth();
        inputs = new float[width * count];
        labels = new int[count];
        for (int i = 0; i < count; i++) {
            int sample = (int) ((long) i * train.count() / count);
            labels[i] = classes ? train.labels()[sample] : 0;
            for (int f = 0; f < width; f++) {
                inputs[f * count + i] = train.inputs()[sample * width + f];
            }
        }
        List<List<Integer>> shapes = Shapes.of(network, data.inputShape());
        outputs = new float[shapes.size()][];
        for (int layer = 0; layer < outputs.length; layer++) {
            outputs[layer] = new float[Shapes.width(shapes.get(layer)) * count];
        }
    }

    /// @param parameters `[layout total]`
    public UnitSpreads count(float[] parameters) {
        evaluator.forward(parameters, inputs, count, outputs);
        int[][][][] counts = new int[1 + outputs.length][][][];
        double[][][] ends = new double[1 + outputs.length][][];
        for (int column = 0; column < counts.length; column++) {
            float[] values = column == 0 ? inputs : outputs[column - 1];
            ends[column] = ends(values, activation(column - 1));
            counts[column] = counted(values, ends[column]);
        }
        return new UnitSpreads(counts, ends);
    }

    /// Whose limits a layer's outputs have: dropout and the like pass on what the layer before gave, normalized values have none.
    private Activation activation(int layer) {
        return layer < 0 ? Activation.LINEAR : switch (network.layers().get(layer)) {
            case Layer.Weighted weighted -> weighted.activation();
            case Layer.BatchNorm _ -> Activation.LINEAR;
            case Layer.Dropout _, Layer.Noise _, Layer.Flatten _, Layer.MaxPool _ -> activation(layer - 1);
        };
    }

    private double[][] ends(float[] values, Activation activation) {
        double[][] ends = new double[Math.min(values.length / Math.max(1, count), UnitFields.MOST_UNITS)][];
        for (int unit = 0; unit < ends.length; unit++) {
            ends[unit] = ends(values, unit * count, activation);
        }
        return ends;
    }

    private int[][][] counted(float[] values, double[][] ends) {
        int[][][] units = new int[ends.length][UnitSpreads.BINS][parts];
        for (int unit = 0; unit < units.length; unit++) {
            double least = ends[unit][0];
            double extent = ends[unit][1] - least;
            for (int i = 0; i < count; i++) {
                float value = values[unit * count + i];
                if (Float.isFinite(value)) {
                    double share = extent > 0 ? (value - least) / extent : 0.5; // equal values all lie in the middle
                    units[unit][Math.clamp((int) (share * UnitSpreads.BINS), 0, UnitSpreads.BINS - 1)][labels[i]]++;
                }
            }
        }
        return units;
    }

    /// The least and the greatest value that an activation can have, or where that has no limits those that there are.
    private double[] ends(float[] values, int from, Activation activation) {
        return switch (activation) {
            case SIGMOID, SOFTMAX, STEP -> new double[] {0, 1};
            case TANH, SINE -> new double[] {-1, 1};
            case LINEAR, RELU, LEAKY_RELU, ELU, GELU, SOFTPLUS, SWISH, MISH -> found(values, from);
        };
    }

    private double[] found(float[] values, int from) {
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = from; i < from + count; i++) {
            if (Float.isFinite(values[i])) {
                ends[0] = Math.min(ends[0], values[i]);
                ends[1] = Math.max(ends[1], values[i]);
            }
        }
        return ends;
    }
}
