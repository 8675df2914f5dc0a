package dev.crescent.insight;

import dev.crescent.data.PlaneFeatures;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// One network over the plane: its output field, every unit's field, and what every unit says at a point.
///
/// Used by one thread at a time. Arrays it returns are new and nobody else's.
public final class PlaneNetwork {
    /// Outputs of one layer that are computed at once.
    private static final int AT_ONCE = 1 << 22;

    private final Model.Network network;
    private final Loss loss;
    private final Task task;
    private final int classes;
    private final PlaneFeatures plane;
    private final Evaluator evaluator;
    private final int[] widths; // units of each layer
    private float[] x1 = {};
    private float[] x2 = {};
    private float[] inputs = {};

    /// @param classes how many classes the data have; ignored for regression
    /// @param evaluator of the experiment's network with as many inputs as `plane` gives
    public PlaneNetwork(Experiment experiment, Task task, int classes, PlaneFeatures plane, Evaluator evaluator) {
        this.network = (Model.Network) experiment.model();
        this.loss = experiment.training().loss();
        this.task = task;
        this.classes = Math.max(2, classes);
        this.plane = plane;
        this.evaluator = evaluator;
        this.widths = Shapes.of(network, List.of(plane.width())).stream().mapToInt(Shapes::width).toArray();
    }

    /// The model's output over a region.
    ///
    /// @param parameters `[layout total]`
    public OutputField output(float[] parameters, Region region, int width, int height) {
        int count = grid(region, width, height);
        float[][] last = last(parameters, count);
        float[][] values = last;
        if (task == Task.CLASSIFICATION) {
            Shares.probabilities(last, count, network.output(), loss);
            values = classes == 2 ? new float[][] {last[last.length - 1]} : last;
        }
        return new OutputField(region, width, height, task, classes, values);
    }

    /// One unit's output over a region, as values of its own: see [#range].
    ///
    /// @param parameters `[layout total]`
    /// @param layer -1 for the features
    public OutputField unit(float[] parameters, Region region, int width, int height, int layer, int unit) {
        int count = grid(region, width, height);
        float[] values = layer < 0 ? Arrays.copyOfRange(inputs, unit * count, (unit + 1) * count)
                : outputs(parameters, count, l -> l == layer ? unit : 0, l -> l == layer ? unit + 1 : 0)[layer][0];
        return new OutputField(region, width, height, Task.REGRESSION, 0, new float[][] {values});
    }

    /// The values that get the ends of the color ramp in a unit's field, as in its thumbnail: 0 and 1 for a
    /// probability, else the same distance on both sides of 0.
    ///
    /// @param field what [#unit] gave
    /// @param layer -1 for the features
    public ValueRange range(OutputField field, int layer) {
        Activation activation = activation(layer);
        double scale = UnitFields.scale(field.values()[0], activation);
        double shift = UnitFields.shift(activation);
        return new ValueRange((-1 - shift) / scale, (1 - shift) / scale);
    }

    private Activation activation(int layer) {
        return layer >= 0 && network.layers().get(layer) instanceof Layer.Weighted weighted
                ? weighted.activation() : Activation.LINEAR;
    }

    /// The units' outputs over a region, of wide layers those of the first units: see [UnitFields].
    ///
    /// @param parameters `[layout total]`
    public UnitFields units(float[] parameters, Region region, int side) {
        int count = grid(region, side, side);
        float[][] features = new float[plane.width()][];
        for (int i = 0; i < features.length; i++) {
            features[i] = Arrays.copyOfRange(inputs, i * count, (i + 1) * count);
        }
        return new UnitFields(region, side, features,
                outputs(parameters, count, l -> 0, l -> Math.min(widths[l], UnitFields.MOST_UNITS)));
    }

    /// What every unit outputs at one point, `[layer][unit]`; entry 0 are the features.
    ///
    /// @param parameters `[layout total]`
    public float[][] activations(float[] parameters, double atX1, double atX2) {
        reserve(1);
        x1[0] = (float) atX1;
        x2[0] = (float) atX2;
        plane.apply(x1, x2, 1, inputs);
        float[][] activations = new float[widths.length + 1][];
        activations[0] = Arrays.copyOf(inputs, plane.width());
        float[][][] layers = outputs(parameters, 1, l -> 0, l -> widths[l]);
        for (int l = 0; l < layers.length; l++) {
            activations[l + 1] = new float[layers[l].length];
            for (int u = 0; u < layers[l].length; u++) {
                activations[l + 1][u] = layers[l][u][0];
            }
        }
        return activations;
    }

    /// The outputs at one point, as a user reads them: one probability a class, or the value of a regression.
    ///
    /// @param activations what [#activations] gave
    public double[] outputs(float[][] activations) {
        float[] last = activations[activations.length - 1];
        float[][] values = new float[last.length][1];
        for (int u = 0; u < last.length; u++) {
            values[u][0] = last[u];
        }
        if (task == Task.REGRESSION) {
            return new double[] {last[0]};
        }
        Shares.probabilities(values, 1, network.output(), loss);
        if (last.length == 1) {
            return new double[] {1 - (double) values[0][0], values[0][0]};
        }
        double[] outputs = new double[last.length];
        for (int u = 0; u < outputs.length; u++) {
            outputs[u] = values[u][0];
        }
        return outputs;
    }

    private int grid(Region region, int width, int height) {
        int count = width * height;
        reserve(count);
        for (int row = 0; row < height; row++) {
            float up = (float) (region.x2Max() - (row + 0.5) / height * region.height());
            for (int column = 0; column < width; column++) {
                x1[row * width + column] = (float) (region.x1Min() + (column + 0.5) / width * region.width());
                x2[row * width + column] = up;
            }
        }
        plane.apply(x1, x2, count, inputs);
        return count;
    }

    private void reserve(int count) {
        if (x1.length < count) {
            x1 = new float[count];
            x2 = new float[count];
            inputs = new float[count * plane.width()];
        }
    }

    private float[][] last(float[] parameters, int count) {
        float[][] outputs = new float[widths.length][];
        int units = widths[widths.length - 1];
        outputs[widths.length - 1] = new float[units * count];
        evaluator.forward(parameters, inputs, count, outputs);
        return rows(outputs[widths.length - 1], units, count);
    }

    /// What some units of each layer output, `[layer][unit][count]`. All units of a wide layer over a whole field can be
    /// more than there is memory for, so such fields are computed piece by piece.
    ///
    /// @param from the first of a layer's units
    /// @param to the one after the last; 0 for none
    private float[][][] outputs(float[] parameters, int count, IntUnaryOperator from, IntUnaryOperator to) {
        float[][][] kept = new float[widths.length][][];
        int widest = 1;
        for (int l = 0; l < widths.length; l++) {
            int units = to.applyAsInt(l) - from.applyAsInt(l);
            kept[l] = new float[units][count];
            widest = units > 0 ? Math.max(widest, widths[l]) : widest;
        }
        int most = Math.clamp(AT_ONCE / widest, 1, count);
        for (int first = 0; first < count; first += most) {
            int now = Math.min(most, count - first);
            float[][] outputs = new float[widths.length][];
            for (int l = 0; l < widths.length; l++) {
                if (kept[l].length > 0) {
                    outputs[l] = new float[widths[l] * now];
                }
            }
            evaluator.forward(parameters, piece(first, now, count), now, outputs);
            for (int l = 0; l < widths.length; l++) {
                for (int u = 0; u < kept[l].length; u++) {
                    System.arraycopy(outputs[l], (from.applyAsInt(l) + u) * now, kept[l][u], first, now);
                }
            }
        }
        return kept;
    }

    /// The inputs of some of the points, `[feature][now]`.
    private float[] piece(int first, int now, int count) {
        if (now == count) {
            return inputs;
        }
        float[] some = new float[plane.width() * now];
        for (int f = 0; f < plane.width(); f++) {
            System.arraycopy(inputs, f * count + first, some, f * now, now);
        }
        return some;
    }

    private static float[][] rows(float[] flat, int units, int count) {
        float[][] rows = new float[units][];
        for (int u = 0; u < units; u++) {
            rows[u] = units == 1 ? flat : Arrays.copyOfRange(flat, u * count, (u + 1) * count);
        }
        return rows;
    }
}
