package dev.crescent.insight.race;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.train.Engines;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Small races.
final class Races {
    static final Engines ENGINES = new Engines(List.of(new CpuEngine(1)));
    static final Optimizer SGD = new Optimizer.Sgd(0.1, 0, false);
    static final Optimizer MOMENTUM = new Optimizer.Sgd(0.03, 0.9, false);
    static final Optimizer RMSPROP = new Optimizer.RmsProp(0.003, 0.99, false);
    static final Optimizer ADAM = new Optimizer.Adam(0.01, 0.9, 0.999);
    static final List<Entrant> FOUR = entrants(SGD, MOMENTUM, RMSPROP, ADAM);

    private Races() {}

    static List<Entrant> entrants(Optimizer... optimizers) {
        return IntStream.range(0, optimizers.length).mapToObj(i -> new Entrant(i, optimizers[i])).toList();
    }

    /// With all that is random in training: an order of samples, dropout, noise.
    static Experiment random() {
        Experiment defaults = Experiment.defaults();
        return defaults.withModel(new Model.Network(3, List.of(new Layer.Dense(8, Activation.TANH), new Layer.Dropout(0.2),
                new Layer.Noise(0.05), new Layer.Dense(2, Activation.SOFTMAX)))).withTraining(
                defaults.training().withBatchSize(16).withPenalty(1e-4, 1e-3).withClip(1));
    }

    static Dataset data(Experiment experiment) throws DataException {
        return Datasets.load(experiment.data(), experiment.features(), Path.of(""));
    }

    static RaceTerms terms(Experiment experiment) throws DataException {
        return new RaceTerms(experiment, data(experiment));
    }

    /// The data as they are before their images have arrived.
    static Dataset without(Dataset of) {
        Dataset.Samples none = new Dataset.Samples(0, new float[0], new float[0], 2, new int[0], new float[0]);
        return new Dataset(of.task(), of.classNames(), of.inputNames(), of.inputShape(), none, none, of.plane());
    }
}
