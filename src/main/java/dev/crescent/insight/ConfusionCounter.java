package dev.crescent.insight;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
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
public final class ConfusionCounter implements OutcomeCounter {
    private final Dataset.Samples test;
    private final int classes;
    private final TestPass pass;
    private final float threshold;
    private final int units;

    /// @param experiment with a network that fits the data
    /// @param data with classes
    public ConfusionCounter(Experiment experiment, Dataset data, Engine engine) {
        Model.Network network = (Model.Network) experiment.model();
        Layer.Dense output = network.output();
        int last = network.layers().size() - 1;
        // Cross-entropy compares what softmax sees: there are differences that softmax rounds away.
        boolean fused = output.activation() == Activation.SOFTMAX && experiment.training().loss() == Loss.CROSS_ENTROPY;
        this.pass = new TestPass(
                fused ? network.withLayer(last, output.withActivation(Activation.LINEAR)) : network, data, engine);
        this.test = data.test();
        this.classes = data.classNames().size();
        this.threshold = output.activation() == Activation.SIGMOID ? 0.5f : 0;
        this.units = output.units();
    }

    /// @param parameters `[layout total]`
    public Confusion count(float[] parameters) {
        Confusion whole = count(parameters, test.count(), () -> false);
        if (whole == null) {
            throw new IllegalStateException("Nobody stopped it");
        }
        return whole;
    }

    @Override
    public @Nullable Confusion count(float[] parameters, int most, BooleanSupplier stopped) {
        int[][] counts = new int[classes][classes];
        int[] undecided = {0};
        boolean whole = pass.run(parameters, most, stopped, (i, sample, outputs, at, count) -> {
            int said = said(outputs, at, count);
            if (said < 0) {
                undecided[0]++;
            } else {
                counts[test.labels()[sample]][said]++;
            }
        });
        return whole ? new Confusion(counts, undecided[0]) : null;
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
