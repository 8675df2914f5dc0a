package dev.crescent.app;

import dev.crescent.data.Datasets;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.train.History;
import dev.crescent.train.Snapshot;
import org.jspecify.annotations.Nullable;

/// The network that comes trained, while its images are still being drawn or read: it can read what the user draws without
/// them.
final class EarlyNetwork {
    private static final long NO_RUN = -1;

    private @Nullable Snapshot made;

    /// A moment without samples of what is on the bench; null if that does not come trained, or reads no digits.
    @Nullable Snapshot of(Workbench bench) {
        Experiment experiment = bench.experiment();
        float[] weights = bench.comesWith();
        if (weights == null || !DigitReader.suits(experiment)) {
            return null;
        }
        Snapshot known = made;
        if (known == null || known.parameters() != weights || !known.experiment().equals(experiment)) {
            known = new Snapshot(experiment, Datasets.awaited(ImageSet.MNIST), NO_RUN, 0, 0, weights, OptimizerState.START,
                    Metrics.NONE, Metrics.NONE, 0, false, History.EMPTY);
            made = known;
        }
        return known;
    }
}
