package dev.crescent.insight;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.List;

/// What a network answers to samples, with the class that accuracy counts: of several outputs the largest, the first of
/// equal ones; of a single one class 1 above 1/2 after a sigmoid and above 0 otherwise. Used by one thread at a time.
public final class Predictor {
    /// So many samples are evaluated at once: many need no second copy of themselves.
    private static final int AT_ONCE = 256;

    private final Evaluator evaluator;
    private final boolean softmax;
    private final float threshold;
    private final int layers;
    private final int units;

    /// @param inputShape `[features]` or `[channels, rows, columns]`
    /// @throws InvalidSettingException if a layer does not fit what comes into it
    public Predictor(Model.Network network, List<Integer> inputShape, Engine engine) {
        Layer.Dense output = network.output();
        softmax = output.activation() == Activation.SOFTMAX;
        layers = network.layers().size();
        // There are differences that softmax rounds away.
        Model.Network bare = softmax
                ? network.withLayer(layers - 1, output.withActivation(Activation.LINEAR)) : network;
        evaluator = engine.evaluator(bare, inputShape);
        threshold = output.activation() == Activation.SIGMOID ? 0.5f : 0;
        units = output.units();
    }

    /// Where the network's parameters lie.
    public ParameterLayout layout() {
        return evaluator.layout();
    }

    /// The answers to some samples.
    ///
    /// @param outputs `[count][units]`
    /// @param classes `[count]`; -1 where an output is not a number. Without meaning for a regression.
    public record Answers(float[] outputs, int[] classes) {}

    /// @param parameters `[layout total]`
    /// @param rows `[count][inputs]`
    public Answers predict(float[] parameters, float[] rows, int count) {
        float[] outputs = new float[count * units];
        int[] classes = new int[count];
        int width = count == 0 ? 0 : rows.length / count;
        int most = Math.min(AT_ONCE, count);
        float[] inputs = new float[width * most]; // [input][now]
        float[][] last = new float[layers][];
        last[layers - 1] = new float[units * most]; // [unit][now]
        for (int first = 0; first < count; first += most) {
            int now = Math.min(most, count - first);
            for (int i = 0; i < now * width; i++) {
                inputs[i % width * now + i / width] = rows[first * width + i];
            }
            evaluator.forward(parameters, inputs, now, last);
            for (int i = 0; i < now; i++) {
                classes[first + i] = answer(last[layers - 1], i, now, outputs, (first + i) * units);
            }
        }
        return new Answers(outputs, classes);
    }

    /// @param last `[units][count]`
    /// @return the class
    private int answer(float[] last, int sample, int count, float[] into, int at) {
        int best = 0;
        boolean number = true;
        for (int unit = 0; unit < units; unit++) {
            float value = last[unit * count + sample];
            into[at + unit] = value;
            number &= !Float.isNaN(value);
            best = value > into[at + best] ? unit : best;
        }
        if (units == 1) {
            best = into[at] > threshold ? 1 : 0;
        }
        if (softmax) {
            share(into, at, into[at + best]);
        }
        return number ? best : -1;
    }

    /// Softmax, in double.
    private void share(float[] into, int at, float largest) {
        double sum = 0;
        for (int unit = at; unit < at + units; unit++) {
            sum += Math.exp((double) into[unit] - largest);
        }
        for (int unit = at; unit < at + units; unit++) {
            into[unit] = (float) (Math.exp((double) into[unit] - largest) / sum);
        }
    }
}
