package dev.crescent.train;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Cost;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Spread;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Model;
import java.util.Arrays;
import java.util.List;

/// Measures a network on samples from all of each part, see [Spread], where whole parts would hold up training when somebody
/// looks. How many follows from the network and the data alone, never from the machine: the curve of a run is the same
/// everywhere.
public final class Glance {
    /// So many samples at most: an accuracy of 97 % is then right to 0.8 points, 19 times of 20.
    static final int MOST = 2000;
    private static final int LEAST = 256;
    /// Multiply-adds that one look at one part may take.
    private static final double BUDGET = 2e9;
    /// Of numbers in a part: what is smaller is measured whole.
    private static final long SMALL = 1 << 20;

    private Glance() {}

    /// How many samples of a part are looked at between epochs; its count where that is all of them.
    ///
    /// @param count of the part's samples
    public static int samples(Experiment experiment, Dataset data, int count) {
        boolean small = data.plane() != null || (long) count * data.inputWidth() <= SMALL;
        if (small || !(experiment.model() instanceof Model.Network network)) {
            return count;
        }
        double most = BUDGET / Math.max(1, cost(network, data.inputShape()));
        return Math.min(count, (int) Math.clamp(most, LEAST, MOST));
    }

    private static double cost(Model.Network network, List<Integer> inputShape) {
        try {
            return Cost.forward(network, inputShape);
        } catch (InvalidSettingException e) {
            return 0; // no network that could be trained, so none that is measured
        }
    }

    /// What is looked at of a part.
    static Samples of(Experiment experiment, Dataset data, Samples part) {
        return spread(part, samples(experiment, data, part.count()));
    }

    /// The last sample of a part.
    static Samples last(Samples all) {
        int width = all.width();
        int outputs = all.outputs();
        int count = all.count();
        int[] labels = all.labels();
        return new Samples(1, width, outputs, Arrays.copyOfRange(all.inputs(), (count - 1) * width, count * width),
                Arrays.copyOfRange(all.targets(), (count - 1) * outputs, count * outputs),
                labels == null ? null : new int[] {labels[count - 1]});
    }

    /// Samples from all of a part, see [Spread]: tables are often sorted.
    ///
    /// @param count how many, at most the part's; all of them: the part itself
    public static Samples spread(Samples all, int count) {
        if (count == all.count()) {
            return all;
        }
        int width = all.width();
        int outputs = all.outputs();
        float[] inputs = new float[count * width];
        float[] targets = new float[count * outputs];
        int[] source = all.labels();
        int[] labels = source == null ? null : new int[count];
        for (int i = 0; i < count; i++) {
            int from = Spread.place(i, count, all.count());
            System.arraycopy(all.inputs(), from * width, inputs, i * width, width);
            System.arraycopy(all.targets(), from * outputs, targets, i * outputs, outputs);
            if (source != null && labels != null) {
                labels[i] = source[from];
            }
        }
        return new Samples(count, width, outputs, inputs, targets, labels);
    }
}
