package dev.crescent.train;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;

/// Brings an experiment and its data into the form an engine trains: targets as its loss wants them.
final class Problems {
    private Problems() {}

    /// @throws TrainingException if model and data do not fit each other
    static Problem of(Experiment experiment, Dataset data) throws TrainingException {
        if (!(experiment.model() instanceof Model.Network network)) {
            throw new TrainingException("model.type: " + experiment.model().id()
                    + " cannot be trained by this version of Crescent; use network");
        }
        Layer.Dense output = network.output();
        checkFit(experiment, data, output);
        return new Problem(network, experiment.training(), data.inputShape(),
                encode(data, data.train(), experiment.training().loss(), output),
                encode(data, data.test(), experiment.training().loss(), output));
    }

    /// The same problem with other training samples.
    static Problem with(Problem problem, Experiment experiment, Dataset data) {
        return new Problem(problem.network(), problem.training(), problem.inputShape(),
                encode(data, data.train(), experiment.training().loss(), problem.network().output()),
                problem.samples(Part.TEST));
    }

    private static void checkFit(Experiment experiment, Dataset data, Layer.Dense output) throws TrainingException {
        String place = "model.layers[" + (((Model.Network) experiment.model()).layers().size() - 1) + "]";
        if (data.task() == Task.REGRESSION) {
            if (output.units() != 1) {
                throw new TrainingException(place + ".units: must be 1 for a regression, is " + output.units());
            }
            Loss loss = experiment.training().loss();
            if (loss == Loss.BINARY_CROSS_ENTROPY || loss == Loss.HINGE) {
                throw new TrainingException("training.loss: " + loss.id()
                        + " is for classes, and the data are a regression; use mean-squared-error or huber");
            }
            return;
        }
        int classes = data.classNames().size();
        if (output.units() == 1 ? classes > 2 : output.units() != classes) {
            throw new TrainingException(place + ".units: must be " + classes + " for the data's " + classes
                    + " classes, is " + output.units());
        }
    }

    private static Samples encode(Dataset data, Dataset.Samples part, Loss loss, Layer.Dense output) {
        int outputs = output.units();
        float[] targets = new float[part.count() * outputs]; // [sample][output]
        boolean regression = data.task() == Task.REGRESSION;
        float low = lowTarget(loss, output);
        for (int i = 0; i < part.count(); i++) {
            if (regression) {
                targets[i] = part.values()[i];
            } else if (outputs == 1) {
                targets[i] = part.labels()[i] == 1 ? 1 : low;
            } else {
                targets[i * outputs + part.labels()[i]] = 1;
            }
        }
        return new Samples(part.count(), data.inputWidth(), outputs, part.inputs(), targets,
                regression ? null : part.labels());
    }

    /// A single output says class 0 by 0 after a sigmoid, else by -1 as TensorFlow Playground does; the hinge loss takes
    /// -1 always.
    private static float lowTarget(Loss loss, Layer.Dense output) {
        return loss != Loss.HINGE && output.activation() == Activation.SIGMOID ? 0 : -1;
    }
}
