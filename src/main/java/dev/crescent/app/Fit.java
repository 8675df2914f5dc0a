package dev.crescent.app;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.experiment.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Keeps a network's output layer and loss fitting the data: as many outputs as classes, or one value.
final class Fit {
    /// What a model has to give out.
    ///
    /// @param classes 2 or more; 0 for a regression
    record Target(Task task, int classes) {
        static Target of(Dataset data) {
            return new Target(data.task(), data.classNames().size());
        }
    }

    private Fit() {}

    /// What data ask for, as far as that is known without reading files.
    static Optional<Target> target(Data data) {
        return switch (data.source()) {
            case Source.Points points -> Optional.of(ofPoints(points));
            case Source.Painted painted -> Optional.of(new Target(Task.CLASSIFICATION, Math.max(2,
                    painted.points().stream().mapToInt(PaintedPoint::label).max().orElse(0) + 1)));
            case Source.Csv _ -> Optional.empty();
            case Source.Digits _, Source.Images _ -> Optional.of(new Target(Task.CLASSIFICATION, 10));
        };
    }

    /// The experiment with those data, and with an output layer and a loss that fit them. What fits already stays.
    static Experiment with(Experiment experiment, Data data, Target target) {
        if (!(experiment.model() instanceof Model.Network network)) {
            return experiment.withData(data);
        }
        Layer.Dense output = network.output();
        Training training = experiment.training();
        if (target.task() == Task.REGRESSION) {
            boolean fits = output.units() == 1 && output.activation() != Activation.SIGMOID && isRegression(training.loss());
            Layer.Dense next = fits ? output : output.withUnits(1).withActivation(Activation.LINEAR);
            return built(experiment, data, network, next,
                    isRegression(training.loss()) ? training : training.withLoss(Loss.MEAN_SQUARED_ERROR));
        }
        boolean single = output.units() == 1 && output.activation() != Activation.LINEAR && target.classes() == 2;
        if (single || output.units() == target.classes() && output.activation() != Activation.LINEAR) {
            return experiment.withData(data);
        }
        return built(experiment, data, network,
                output.withUnits(target.classes()).withActivation(Activation.SOFTMAX),
                training.withLoss(Loss.CROSS_ENTROPY));
    }

    private static boolean isRegression(Loss loss) {
        return loss == Loss.MEAN_SQUARED_ERROR || loss == Loss.HALF_SQUARED_ERROR || loss == Loss.HUBER;
    }

    private static Experiment built(Experiment experiment, Data data, Model.Network network, Layer.Dense output,
            Training training) {
        return new Experiment(experiment.title(), experiment.notes(), data, experiment.features(),
                network.withLayer(network.layers().size() - 1, output), training, experiment.device());
    }

    /// A few points tell how many classes their set has.
    private static Target ofPoints(Source.Points points) {
        try {
            Data few = new Data(new Source.Points(points.set(), 64, 0), 1, 0, Scaling.NONE);
            return Target.of(Datasets.load(few, List.of("x1", "x2"), Path.of("")));
        } catch (DataException e) {
            throw new IllegalStateException("A point set cannot be generated: " + points.set(), e);
        }
    }
}
