package dev.crescent.train;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.List;

/// Measures a network on evenly spread samples of each part, where whole parts would hold up training whenever somebody
/// looks. How many follows from the network and the data alone, never from the machine: the curve of a run is the same
/// everywhere.
public final class Glance implements AutoCloseable {
    /// So many samples at most: an accuracy of 97 % is then right to 0.8 points, 19 times of 20.
    static final int MOST = 2000;
    private static final int LEAST = 256;
    /// Multiplications that one look at one part may take.
    private static final double BUDGET = 2e9;
    /// Of numbers in a part: what is smaller is measured whole.
    private static final long SMALL = 1 << 20;

    private final Session session;

    private Glance(Session session) {
        this.session = session;
    }

    /// How many samples of a part are looked at between epochs; its count where that is all of them.
    ///
    /// @param count of the part's samples
    public static int samples(Experiment experiment, Dataset data, int count) {
        boolean small = data.plane() != null || (long) count * data.inputWidth() <= SMALL;
        if (small || !(experiment.model() instanceof Model.Network network)) {
            return count;
        }
        double most = BUDGET / Math.max(1, multiplications(network, data.inputShape()));
        return Math.min(count, (int) Math.clamp(most, LEAST, MOST));
    }

    /// Of one sample on its way through a network, roughly.
    private static double multiplications(Model.Network network, List<Integer> inputShape) {
        try {
            List<List<Integer>> shapes = Shapes.of(network, inputShape);
            double sum = 0;
            for (ParameterLayout.Slice slice : ParameterLayout.of(network, inputShape).slices()) {
                List<Integer> shape = shapes.get(slice.layer());
                double places = network.layers().get(slice.layer()) instanceof Layer.Conv ? (double) shape.get(1) * shape.get(2)
                        : 1;
                sum += slice.weightCount() * places;
            }
            return sum;
        } catch (InvalidSettingException e) {
            return 0; // no network that could be trained, so none that is measured
        }
    }

    /// @param engine which trains the problem
    static Glance open(Engine engine, Experiment experiment, Dataset data, Problem problem) {
        Samples train = spread(problem.train(), samples(experiment, data, problem.train().count()));
        Samples test = spread(problem.test(), samples(experiment, data, problem.test().count()));
        return new Glance(engine.open(new Problem(problem.network(), problem.training(), problem.inputShape(), train, test)));
    }

    /// Every so many samples of a part: tables are often sorted.
    static Samples spread(Samples all, int count) {
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
            int from = place(i, count, all.count());
            System.arraycopy(all.inputs(), from * width, inputs, i * width, width);
            System.arraycopy(all.targets(), from * outputs, targets, i * outputs, outputs);
            if (source != null && labels != null) {
                labels[i] = source[from];
            }
        }
        return new Samples(count, width, outputs, inputs, targets, labels);
    }

    /// Which of `all` samples the one of number `i` is, if `count` of them are spread evenly.
    public static int place(int i, int count, int all) {
        return (int) ((long) i * all / count);
    }

    Metrics measure(float[] parameters, Part part) {
        session.load(parameters, OptimizerState.START);
        return session.evaluate(part);
    }

    @Override
    public void close() {
        session.close();
    }
}
