package dev.crescent.train;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Training;
import java.nio.file.Path;
import java.util.List;

/// Small experiments that train in no time.
final class Experiments {
    static final Engines ENGINES = new Engines(List.of(new CpuEngine()));
    static final int STEPS_PER_EPOCH = 7;

    private Experiments() {}

    /// 50 training samples in mini-batches of 8, the last one smaller.
    static Experiment moons() {
        Experiment defaults = Experiment.defaults();
        return defaults.withData(new Data(new Source.Points(PointSet.MOONS, 100, 0.1), 1, 0.5, Scaling.NONE))
                .withTraining(defaults.training().withBatchSize(8));
    }

    /// Everything in it that is random or counts steps.
    static Experiment random() {
        Experiment moons = moons();
        Training t = moons.training();
        return moons.withModel(new Model.Network(3, List.of(new Layer.Dense(8, Activation.TANH), new Layer.Dropout(0.2),
                        new Layer.Dense(6, Activation.RELU), new Layer.Noise(0.05), new Layer.Dense(2, Activation.SOFTMAX))))
                .withTraining(new Training(t.loss(), new Optimizer.NAdam(0.01, 0.9, 0.999), 8, 100, true, 5, 1e-4, 1e-3,
                        new Schedule.Exponential(0.99, 2), 1));
    }

    /// Steps much too large for a sum of squares.
    static Experiment diverging(double learningRate) {
        return moons().withModel(new Model.Network(1, List.of(new Layer.Dense(2, Activation.LINEAR))))
                .withTraining(moons().training().withLoss(Loss.MEAN_SQUARED_ERROR)
                        .withOptimizer(new Optimizer.Sgd(learningRate, 0, false)));
    }

    static Experiment painted(PaintedPoint... points) {
        return moons().withData(new Data(new Source.Painted(List.of(points)), 1, 0, Scaling.NONE));
    }

    static Experiment withOptimizer(Experiment experiment, Optimizer optimizer) {
        return experiment.withTraining(experiment.training().withOptimizer(optimizer));
    }

    static Experiment withRate(Experiment experiment, double rate) {
        return withOptimizer(experiment, experiment.training().optimizer().withLearningRate(rate));
    }

    /// No engine trains a perceptron.
    static Experiment refused() {
        return moons().withModel(new Model.Perceptron());
    }

    static Dataset data(Experiment experiment) throws DataException {
        return Datasets.load(experiment.data(), experiment.features(), Path.of(""));
    }

    static Run run(Experiment experiment) throws DataException, TrainingException {
        return Run.start(experiment, data(experiment), ENGINES);
    }
}
