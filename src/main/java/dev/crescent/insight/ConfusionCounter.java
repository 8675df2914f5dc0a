package dev.crescent.insight;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Spread;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Counts what one network calls the samples of a data set's test part.
///
/// The class a network says is the one that accuracy counts: of several outputs the largest, the first of equal ones; of
/// a single one class 1 above 1/2 after a sigmoid and above 0 otherwise. Used by one thread at a time.
public final class ConfusionCounter {
    /// So many samples are evaluated at once: a large table needs no second copy of itself.
    private static final int AT_ONCE = 1024;

    private final Dataset.Samples test;
    private final int classes;
    private final Evaluator evaluator;
    private final float threshold;
    private final int units;
    private final int width;
    private final float[] inputs; // [width][AT_ONCE]
    private final float[][] outputs; // [layer][units * AT_ONCE]; only the last is there

    /// @param experiment with a network that fits the data
    /// @param data with classes
    public ConfusionCounter(Experiment experiment, Dataset data, Engine engine) {
        Model.Network network = (Model.Network) experiment.model();
        Layer.Dense output = network.output();
        int last = network.layers().size() - 1;
        // Cross-entropy compares what softmax sees: there are differences that softmax rounds away.
        boolean fused = output.activation() == Activation.SOFTMAX && experiment.training().loss() == Loss.CROSS_ENTROPY;
        this.evaluator = engine.evaluator(
                fused ? network.withLayer(last, output.withActivation(Activation.LINEAR)) : network, data.inputShape());
        this.test = data.test();
        this.classes = data.classNames().size();
        this.threshold = output.activation() == Activation.SIGMOID ? 0.5f : 0;
        this.units = output.units();
        this.width = data.inputWidth();
        int most = Math.min(AT_ONCE, test.count());
        this.inputs = new float[width * most];
        this.outputs = new float[last + 1][];
        this.outputs[last] = new float[units * most];
    }

    /// @param parameters `[layout total]`
    public Confusion count(float[] parameters) {
        Confusion whole = count(parameters, test.count(), () -> false);
        if (whole == null) {
            throw new IllegalStateException("Nobody stopped it");
        }
        return whole;
    }

    /// Counts samples from all of the test part, see [Spread].
    ///
    /// @param parameters `[layout total]`
    /// @param most how many samples
    /// @param stopped asked now and then whether to give up
    /// @return null if it was stopped
    public @Nullable Confusion count(float[] parameters, int most, BooleanSupplier stopped) {
        int[][] counts = new int[classes][classes];
        int undecided = 0;
        int all = Math.min(most, test.count());
        for (int first = 0; first < all; first += AT_ONCE) {
            if (stopped.getAsBoolean()) {
                return null;
            }
            int now = Math.min(AT_ONCE, all - first);
            turn(first, now, all);
            evaluator.forward(parameters, inputs, now, outputs);
            for (int i = 0; i < now; i++) {
                int said = said(outputs[outputs.length - 1], i, now);
                if (said < 0) {
                    undecided++;
                } else {
                    counts[test.labels()[Spread.place(first + i, all, test.count())]][said]++;
                }
            }
        }
        return new Confusion(counts, undecided);
    }

    /// Brings samples from `[sample][input]` to `[input][sample]`.
    private void turn(int first, int count, int all) {
        float[] rows = test.inputs();
        for (int i = 0; i < count; i++) {
            int row = Spread.place(first + i, all, test.count()) * width;
            for (int column = 0; column < width; column++) {
                inputs[column * count + i] = rows[row + column];
            }
        }
    }

    /// @param last `[units][count]`
    /// @return -1 if an output is not a number
    private int said(float[] last, int sample, int count) {
        if (units == 1) {
            return last[sample] > threshold ? 1 : last[sample] <= threshold ? 0 : -1;
        }
        int best = 0;
        for (int unit = 0; unit < units; unit++) {
            float value = last[unit * count + sample];
            if (Float.isNaN(value)) {
                return -1;
            }
            best = value > last[best * count + sample] ? unit : best;
        }
        return best;
    }
}
