package dev.crescent.insight.landscape;

import dev.crescent.engine.Engine;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Optimizer;

/// The loss of a network as a function of its parameters: the engine's own, summed in double, in evaluation mode and
/// without penalties. Used by one thread at a time.
final class LossProbe implements AutoCloseable {
    private static final Optimizer FORGETFUL = new Optimizer.Sgd(1, 0, false);

    private final Session session;
    private final Samples samples;
    // [total]
    private final float[] parameters;

    /// @param samples whose loss is wanted, of the problem's width and outputs
    /// @throws IllegalArgumentException if the engine refuses the problem
    LossProbe(Engine engine, Problem problem, Samples samples) {
        this.session = engine.open(new Problem(problem.network(),
                // Nothing is trained: an optimizer without memory and a mini-batch of one take the least room.
                problem.training().withOptimizer(FORGETFUL).withBatchSize(1), problem.inputShape(), samples,
                Samples.none(samples.width(), samples.outputs())));
        this.samples = samples;
        this.parameters = new float[session.layout().total()];
    }

    /// @param values `[layout total]`
    /// @return infinite where the network's outputs are no numbers; NaN without samples
    double loss(float[] values) {
        if (samples.count() == 0) {
            return Double.NaN;
        }
        session.load(values, OptimizerState.START);
        double loss = session.evaluate(samples).loss();
        return Double.isFinite(loss) ? loss : Double.POSITIVE_INFINITY;
    }

    /// Likewise, at a place of a plane.
    double loss(Plane plane, double a, double b) {
        plane.at(a, b, parameters);
        return loss(parameters);
    }

    @Override
    public void close() {
        session.close();
    }
}
