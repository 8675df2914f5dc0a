package dev.crescent.insight.race;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Training;

/// What all optimizers of a race have in common: the network and its start, the data, the loss, and the mini-batches in
/// their order.
///
/// @param experiment whose optimizer, title and length do not matter
/// @param dataset of the experiment's data
public record RaceTerms(Experiment experiment, Dataset dataset) {
    private static final Optimizer NONE = new Optimizer.Sgd(1, 0, false);

    /// The same from another start; data, mini-batches and their order stay.
    ///
    /// @param seed of the starting weights
    public RaceTerms withStart(long seed) {
        return experiment.model() instanceof Model.Network network
                ? new RaceTerms(experiment.withModel(network.withSeed(seed)), dataset) : this;
    }

    /// What is trained with one optimizer.
    public Experiment with(Optimizer optimizer) {
        return experiment.withTraining(experiment.training().withOptimizer(optimizer));
    }

    /// Whether a race would go the same way.
    public boolean isLike(RaceTerms other) {
        Experiment a = experiment;
        Experiment b = other.experiment;
        return a.model().equals(b.model()) && a.data().equals(b.data()) && a.features().equals(b.features())
                && a.device() == b.device() && bare(a.training()).equals(bare(b.training()))
                && sameSamples(dataset, other.dataset);
    }

    private static Training bare(Training training) {
        return training.withOptimizer(NONE).withEpochs(0);
    }

    /// Of equal data, other samples are images that have arrived, and the user's own.
    private static boolean sameSamples(Dataset one, Dataset another) {
        return one == another || one.own() == 0 && another.own() == 0 && one.train().count() == another.train().count()
                && one.test().count() == another.test().count();
    }

    /// How many steps an epoch takes, 1 or more.
    public long stepsPerEpoch() {
        return Math.max(1, Math.ceilDiv(dataset.train().count(), experiment.training().batchSize()));
    }

    /// The samples that a race starts with: fresh ones of every epoch are those of the first.
    Dataset atStart() {
        return Datasets.ofEpoch(experiment.data(), dataset, 0);
    }
}
