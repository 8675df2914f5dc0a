package dev.crescent.insight.landscape;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Surveyor;
import java.util.Arrays;

/// The loss of a network as a function of its parameters: the engine's own, summed in double, in evaluation mode and
/// without penalties. Used by one thread at a time.
final class LossProbe implements AutoCloseable {
    private final Surveyor surveyor;
    private final Samples samples;

    /// @param samples whose loss is wanted, of the problem's width and outputs
    /// @throws IllegalArgumentException if the engine refuses the problem
    LossProbe(Engine engine, Problem problem, Samples samples) {
        this.surveyor = engine.surveyor(problem, samples);
        this.samples = samples;
    }

    /// @param values `[layout total]`
    /// @return infinite where the network's outputs are no numbers; NaN without samples
    double loss(float[] values) {
        double[] origin = new double[values.length];
        Arrays.setAll(origin, i -> values[i]);
        double[] nowhere = new double[surveyor.layout().size()];
        double[] loss = new double[1];
        surveyor.losses(origin, nowhere, nowhere, new double[2], loss);
        return known(loss[0]);
    }

    /// How many places it likes to be asked for at once, see [Surveyor#stride].
    int stride() {
        return surveyor.stride();
    }

    /// Likewise, at places of a plane.
    ///
    /// @param places `[count][2]`, a and b of each
    /// @param losses `[count]` receives them
    void losses(Plane plane, double[] places, double[] losses) {
        plane.survey(surveyor, places, losses);
        Arrays.setAll(losses, i -> known(losses[i]));
    }

    private double known(double loss) {
        return Double.isFinite(loss) || samples.count() == 0 ? loss : Double.POSITIVE_INFINITY;
    }

    @Override
    public void close() {
        surveyor.close();
    }
}
