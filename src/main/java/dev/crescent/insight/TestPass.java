package dev.crescent.insight;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Spread;
import dev.crescent.experiment.Model;
import java.util.function.BooleanSupplier;

/// Runs one network on samples of a data set's test part, so many at once that a large table needs no second copy of
/// itself. Used by one thread at a time.
final class TestPass {
    private static final int AT_ONCE = 1024;

    private final Dataset.Samples test;
    private final Evaluator evaluator;
    private final int width;
    private final float[] inputs; // [width][AT_ONCE]
    private final float[][] outputs; // [layer][units * AT_ONCE]; only the last is there

    /// Is told what the network says to one sample after the other.
    interface Listener {
        /// @param i number among those that are run, from 0
        /// @param sample its place in the test part
        /// @param outputs `[units][count]`
        /// @param at its place among the `count`
        void said(int i, int sample, float[] outputs, int at, int count);
    }

    /// @param network that fits the data
    TestPass(Model.Network network, Dataset data, Engine engine) {
        evaluator = engine.evaluator(network, data.inputShape());
        test = data.test();
        width = data.inputWidth();
        int last = network.layers().size() - 1;
        int most = Math.min(AT_ONCE, test.count());
        inputs = new float[width * most];
        outputs = new float[last + 1][];
        outputs[last] = new float[network.output().units() * most];
    }

    /// How many samples are run if at most so many are.
    int samples(int most) {
        return Math.min(most, test.count());
    }

    /// Runs samples from all of the test part, see [Spread].
    ///
    /// @param parameters `[layout total]`
    /// @param most how many samples
    /// @param stopped asked now and then whether to give up
    /// @return whether it was not stopped
    boolean run(float[] parameters, int most, BooleanSupplier stopped, Listener listener) {
        int all = samples(most);
        for (int first = 0; first < all; first += AT_ONCE) {
            if (stopped.getAsBoolean()) {
                return false;
            }
            int now = Math.min(AT_ONCE, all - first);
            turn(first, now, all);
            evaluator.forward(parameters, inputs, now, outputs);
            for (int i = 0; i < now; i++) {
                listener.said(first + i, Spread.place(first + i, all, test.count()), outputs[outputs.length - 1], i, now);
            }
        }
        return true;
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
}
