package dev.crescent.export.link;

import dev.crescent.data.Dataset;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Task;
import dev.crescent.export.link.PlaygroundState.Regularization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What TensorFlow Playground computes, from its description and as plainly as possible: a sample at a time, in double.
/// Forward, the slope of 0.5 (output - label)^2 backward, sums of slopes over the mini-batch, one update by their means.
final class PlaygroundNet {
    private final PlaygroundState state;
    private final Dataset data;
    /// `[layer][unit][input]`, and `[layer][unit]`; the output is the last layer.
    private final double[][][] weights;
    private final double[][] biases;
    private final double[][][] slopes;
    private final double[][] biasSlopes;
    /// How many weights the L1 penalty has taken across 0.
    int dead;

    PlaygroundNet(PlaygroundState state, Dataset data, float[] start, ParameterLayout layout) {
        this.state = state;
        this.data = data;
        int depth = layout.slices().size();
        weights = new double[depth][][];
        biases = new double[depth][];
        slopes = new double[depth][][];
        biasSlopes = new double[depth][];
        for (int layer = 0; layer < depth; layer++) {
            ParameterLayout.Slice slice = layout.slices().get(layer);
            int units = slice.weightShape().get(0);
            int inputs = slice.weightShape().get(1);
            weights[layer] = new double[units][inputs];
            slopes[layer] = new double[units][inputs];
            biases[layer] = new double[units];
            biasSlopes[layer] = new double[units];
            for (int unit = 0; unit < units; unit++) {
                biases[layer][unit] = start[slice.biasOffset() + unit];
                for (int input = 0; input < inputs; input++) {
                    weights[layer][unit][input] = start[slice.weightOffset() + unit * inputs + input];
                }
            }
        }
    }

    /// One update by the training samples from a number on.
    void step(int first) {
        for (int sample = first; sample < first + state.batchSize(); sample++) {
            double[][] outputs = outputs(data.train(), sample);
            backward(outputs, outputs[weights.length][0] - label(data.train(), sample));
        }
        update();
    }

    /// The mean of the losses of a part.
    double loss(Dataset.Samples part) {
        double sum = 0;
        for (int sample = 0; sample < part.count(); sample++) {
            double off = outputs(part, sample)[weights.length][0] - label(part, sample);
            sum += 0.5 * off * off;
        }
        return sum / part.count();
    }

    /// All parameters, layer by layer, weights before biases.
    double[] parameters() {
        List<Double> all = new ArrayList<>();
        for (int layer = 0; layer < weights.length; layer++) {
            Arrays.stream(weights[layer]).flatMapToDouble(Arrays::stream).forEach(all::add);
            Arrays.stream(biases[layer]).forEach(all::add);
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double label(Dataset.Samples part, int sample) {
        return data.task() == Task.REGRESSION ? part.values()[sample] : part.labels()[sample] == 1 ? 1 : -1;
    }

    /// `[0]` the inputs, then every layer's outputs.
    private double[][] outputs(Dataset.Samples part, int sample) {
        double x = part.raw()[2 * sample];
        double y = part.raw()[2 * sample + 1];
        double[] all = {x, y, x * x, y * y, x * y, Math.sin(x), Math.sin(y)};
        double[][] outputs = new double[weights.length + 1][];
        outputs[0] = Arrays.stream(Input.values()).filter(state.inputs()::contains).mapToDouble(i -> all[i.ordinal()]).toArray();
        for (int layer = 0; layer < weights.length; layer++) {
            outputs[layer + 1] = new double[weights[layer].length];
            for (int unit = 0; unit < weights[layer].length; unit++) {
                double sum = biases[layer][unit];
                for (int input = 0; input < outputs[layer].length; input++) {
                    sum += weights[layer][unit][input] * outputs[layer][input];
                }
                outputs[layer + 1][unit] = activated(layer, sum);
            }
        }
        return outputs;
    }

    private Activation activation(int layer) {
        return layer < weights.length - 1 ? state.activation()
                : data.task() == Task.REGRESSION ? Activation.LINEAR : Activation.TANH;
    }

    private double activated(int layer, double sum) {
        return switch (activation(layer)) {
            case RELU -> Math.max(0, sum);
            case TANH -> Math.tanh(sum);
            case SIGMOID -> 1 / (1 + Math.exp(-sum));
            default -> sum;
        };
    }

    /// The activation's slope, from what it gave.
    private double slope(int layer, double output) {
        return switch (activation(layer)) {
            case RELU -> output > 0 ? 1 : 0;
            case TANH -> 1 - output * output;
            case SIGMOID -> output * (1 - output);
            default -> 1;
        };
    }

    private void backward(double[][] outputs, double error) {
        double[] errors = {error};
        for (int layer = weights.length - 1; layer >= 0; layer--) {
            double[] before = new double[outputs[layer].length];
            for (int unit = 0; unit < errors.length; unit++) {
                double delta = errors[unit] * slope(layer, outputs[layer + 1][unit]);
                biasSlopes[layer][unit] += delta;
                for (int input = 0; input < before.length; input++) {
                    slopes[layer][unit][input] += delta * outputs[layer][input];
                    before[input] += delta * weights[layer][unit][input];
                }
            }
            errors = before;
        }
    }

    private void update() {
        double rate = state.learningRate() / state.batchSize();
        for (int layer = 0; layer < weights.length; layer++) {
            for (int unit = 0; unit < biases[layer].length; unit++) {
                biases[layer][unit] -= rate * biasSlopes[layer][unit];
                biasSlopes[layer][unit] = 0;
                for (int input = 0; input < weights[layer][unit].length; input++) {
                    double weight = weights[layer][unit][input];
                    double moved = weight - rate * slopes[layer][unit][input];
                    double penalized = moved - state.learningRate() * state.regularizationRate() * penaltySlope(weight);
                    boolean crossed = state.regularization() == Regularization.L1 && moved * penalized < 0;
                    dead += crossed ? 1 : 0;
                    weights[layer][unit][input] = crossed ? 0 : penalized;
                    slopes[layer][unit][input] = 0;
                }
            }
        }
    }

    private double penaltySlope(double weight) {
        return switch (state.regularization()) {
            case NONE -> 0;
            case L1 -> weight < 0 ? -1 : 1;
            case L2 -> weight;
        };
    }
}
