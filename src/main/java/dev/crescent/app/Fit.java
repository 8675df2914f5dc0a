package dev.crescent.app;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
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

    /// What data ask for that are not read yet.
    static final Target UNKNOWN = new Target(Task.CLASSIFICATION, 0);

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

    /// The experiment with those data, and with an output layer and a loss that fit them.
    static Experiment with(Experiment experiment, Data data, Target target) {
        return with(experiment, data, target(experiment.data()).orElse(UNKNOWN), target);
    }

    /// The experiment with those data. Where they ask for another task or number of classes than those before, or the
    /// model cannot be trained on them, it gets an output layer and a loss that fit them; what fits already stays. What
    /// was made for images is nothing for points and tables: these get the default model and training.
    ///
    /// @param before what the present data ask for
    static Experiment with(Experiment present, Data data, Target before, Target target) {
        Experiment experiment = isImages(present.data()) && !isImages(data) 
                ? likeAnother(present, Experiment.defaults()) : present;
        if (!(experiment.model() instanceof Model.Network network)) {
            return experiment.withData(data);
        }
        Layer.Dense output = network.output();
        Loss loss = experiment.training().loss();
        if (trains(output, loss, target) && (before.equals(target) || suits(output, loss, target))) {
            return experiment.withData(data);
        }
        if (target.task() == Task.REGRESSION) {
            return built(experiment, data, network, output.withUnits(1).withActivation(Activation.LINEAR),
                    isRegression(loss) ? loss : Loss.MEAN_SQUARED_ERROR);
        }
        Layer.Dense more = output.withUnits(target.classes());
        boolean unitsOnly = before.task() == Task.CLASSIFICATION && before.classes() > 0 && output.units() > 1
                && trains(more, loss, target);
        return unitsOnly ? built(experiment, data, network, more, loss)
                : built(experiment, data, network, more.withActivation(Activation.SOFTMAX), Loss.CROSS_ENTROPY);
    }

    /// The experiment with images. Where there were none before, it gets a model and a training that were made for some.
    ///
    /// @param images of 28 x 28 pixels and ten classes
    /// @param made for such images
    static Experiment withImages(Experiment experiment, Data images, Experiment made) {
        boolean alike = isImages(experiment.data())
                && !(experiment.data().source() instanceof Source.Images other && other.set() == ImageSet.IDX);
        return alike ? experiment.withData(images)
                : likeAnother(experiment.withData(images), made);
    }

    /// Whether these are images and nothing else, which models are made for in the first place.
    static boolean isImages(Data data) {
        return data.source() instanceof Source.Digits || data.source() instanceof Source.Images;
    }

    private static Experiment likeAnother(Experiment experiment, Experiment made) {
        return new Experiment(experiment.title(), experiment.notes(), experiment.data(), experiment.features(),
                made.model(), made.training(), experiment.device());
    }

    /// Whether an output layer can be trained on such data at all.
    private static boolean trains(Layer.Dense output, Loss loss, Target target) {
        if (target.task() == Task.REGRESSION) {
            return output.units() == 1 && isRegression(loss);
        }
        boolean units = output.units() == 1 ? target.classes() == 2 && output.activation() != Activation.SOFTMAX
                : output.units() == target.classes();
        return units && switch (loss) {
            case CROSS_ENTROPY -> output.units() > 1;
            case BINARY_CROSS_ENTROPY -> output.units() == 1 && output.activation() == Activation.SIGMOID;
            case MEAN_SQUARED_ERROR, HALF_SQUARED_ERROR, HUBER, HINGE -> true;
        };
    }

    /// Whether an output layer that can be trained on other data is what one would choose for them: a single sigmoid
    /// reaches few values, and a value without limits was meant for a regression.
    private static boolean suits(Layer.Dense output, Loss loss, Target target) {
        return target.task() == Task.REGRESSION ? output.activation() != Activation.SIGMOID
                : output.activation() != Activation.LINEAR || loss == Loss.CROSS_ENTROPY;
    }

    private static boolean isRegression(Loss loss) {
        return loss == Loss.MEAN_SQUARED_ERROR || loss == Loss.HALF_SQUARED_ERROR || loss == Loss.HUBER;
    }

    private static Experiment built(Experiment experiment, Data data, Model.Network network, Layer.Dense output,
            Loss loss) {
        return new Experiment(experiment.title(), experiment.notes(), data, experiment.features(),
                network.withLayer(network.layers().size() - 1, output), experiment.training().withLoss(loss),
                experiment.device());
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
