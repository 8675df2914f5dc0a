package dev.crescent.insight.landscape;

import dev.crescent.engine.Engine;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/// Asks mini-batches of a training part which way they would go. Used by one thread at a time.
///
/// The gradients are those that training follows: penalties included, with dropout and noise, neither clipped nor scaled
/// by an optimizer.
public final class GradientSampler implements AutoCloseable {
    private static final Optimizer FORGETFUL = new Optimizer.Sgd(1, 0, false);

    private final Session session;
    private final int batchSize;
    private final int[] order;
    // [size]
    private final float[] gradient;

    /// @param batchSize 1 or more; the whole part if that has fewer samples
    /// @throws IllegalArgumentException if the engine refuses the problem
    public GradientSampler(Engine engine, Problem problem, int batchSize) {
        int samples = problem.train().count();
        this.batchSize = Math.max(1, Math.min(batchSize, samples));
        this.session = engine.open(new Problem(problem.network(),
                problem.training().withOptimizer(FORGETFUL).withBatchSize(this.batchSize), problem.inputShape(),
                problem.train(), problem.test()));
        this.order = new int[samples];
        this.gradient = new float[session.layout().size()];
    }

    /// The gradients of some mini-batches at the same parameters. As in training, no sample is in a second one before all
    /// have been in one.
    ///
    /// @param parameters `[layout total]`
    /// @param step of the run, from which dropout and noise follow; each mini-batch has the next
    /// @param batches how many
    /// @param seed of the order of samples
    /// @param stopped asked before each whether to leave it at those there are
    /// @return without those that are no numbers
    public GradientCloud cloud(Plane plane, float[] parameters, long step, int batches, long seed,
            BooleanSupplier stopped) {
        List<GradientCloud.Arrow> arrows = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        int from = order.length;
        for (int batch = 0; batch < batches && order.length > 0 && !stopped.getAsBoolean(); batch++) {
            if (from + batchSize > order.length) {
                shuffle(random);
                from = 0;
            }
            session.load(parameters, OptimizerState.newAt(step + batch));
            session.gradient(order, from, batchSize, gradient);
            from += batchSize;
            double[] parts = plane.parts(gradient);
            double length = length();
            if (Double.isFinite(length)) {
                arrows.add(new GradientCloud.Arrow(-parts[0], -parts[1], length));
            }
        }
        return new GradientCloud(batchSize, arrows);
    }

    private double length() {
        double squares = 0;
        for (float slope : gradient) {
            squares += (double) slope * slope;
        }
        return Math.sqrt(squares);
    }

    private void shuffle(SplittableRandom random) {
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
