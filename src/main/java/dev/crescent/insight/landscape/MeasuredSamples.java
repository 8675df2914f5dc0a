package dev.crescent.insight.landscape;

import dev.crescent.engine.Cost;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.train.Glance;

/// The samples whose loss a landscape shows: a whole part, or samples from all of it where a landscape over the whole
/// part would take minutes. How many follows from the network and the data alone, never from the machine.
///
/// @param of how many samples the part has
public record MeasuredSamples(Part part, Samples samples, int of) {
    /// Multiply-adds that a landscape of the usual size may take: some seconds of two processors.
    private static final double BUDGET = 2e11;
    /// Fewer say too little: the mean of so many losses is off by a sixteenth of their spread.
    private static final int LEAST = 256;

    /// @throws dev.crescent.experiment.InvalidSettingException if the network does not fit the data
    public static MeasuredSamples of(Problem problem, Part part) {
        Samples all = problem.samples(part);
        double points = (double) LossGrid.USUAL_SIDE * LossGrid.USUAL_SIDE;
        double cost = Math.max(1, Cost.forward(problem.network(), problem.inputShape()));
        int most = (int) Math.clamp(BUDGET / points / cost, LEAST, Integer.MAX_VALUE);
        return new MeasuredSamples(part, Glance.spread(all, Math.min(most, all.count())), all.count());
    }

    /// Whether it is the whole part.
    public boolean isWhole() {
        return samples.count() == of;
    }
}
