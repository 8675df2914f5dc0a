package dev.crescent.insight.landscape;

import dev.crescent.engine.Cost;
import dev.crescent.engine.Problem;

/// How fine a landscape of a network can be, computed in reasonable time.
public final class Effort {
    /// More parameters are too many to keep a path of.
    public static final int MOST_PARAMETERS = 4_000_000;
    /// Multiply-adds of a whole landscape: half a minute of two processors; above, there are fewer points.
    private static final double MOST_WORK = 4e11;
    /// Of a landscape of fewer points; a larger network is refused.
    private static final double LAST_WORK = 2e12;
    private static final int COARSE_SIDE = 25;

    private Effort() {}

    /// Points along a side; 0 where even few would take minutes.
    public static int side(Problem problem, MeasuredSamples measured) {
        double once = Cost.forward(problem.network(), problem.inputShape()) * measured.samples().count();
        if (once * COARSE_SIDE * COARSE_SIDE > LAST_WORK) {
            return 0;
        }
        double whole = once * LossGrid.USUAL_SIDE * LossGrid.USUAL_SIDE;
        return whole > MOST_WORK ? COARSE_SIDE : LossGrid.USUAL_SIDE;
    }
}
