package dev.crescent.train;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Training;
import java.util.List;
import java.util.Objects;

/// What has to happen to a run when its experiment changes.
public enum Change {
    /// Nothing that training reads has changed: title, notes, epochs.
    NONE,
    /// Weights and what the optimizer remembers stay: learning rate, batch size, penalties, clip, loss, activation,
    /// other samples of the same problem.
    HOT,
    /// Weights stay, the optimizer starts anew: another kind of optimizer, whose memory means something else.
    OPTIMIZER,
    /// Everything starts anew: the parameters have other shapes, other starting values were asked for, or another problem
    /// is to be learned.
    RESET;

    /// Whether training begins anew whatever the data turn out to be: the model starts otherwise, or the problem is another.
    public static boolean restarts(Experiment before, Experiment after) {
        return !sameStart(before.model(), after.model()) || !before.features().equals(after.features())
                || !sameProblem(before.data().source(), after.data().source());
    }

    /// @param data the new experiment's data set
    static Change between(Experiment before, Dataset dataBefore, Experiment after, Dataset data) {
        if (!sameStart(before.model(), after.model()) || !dataBefore.inputShape().equals(data.inputShape())
                || !dataBefore.inputNames().equals(data.inputNames()) || dataBefore.task() != data.task()
                || !sameProblem(before.data().source(), after.data().source())) {
            return RESET;
        }
        if (!before.training().optimizer().getClass().equals(after.training().optimizer().getClass())
                || momentum(before.training().optimizer()) != momentum(after.training().optimizer())) {
            return OPTIMIZER;
        }
        boolean same = data == dataBefore && before.model().equals(after.model()) && before.device() == after.device()
                && sameTraining(before.training(), after.training());
        return same ? NONE : HOT;
    }

    /// Whether weights that fit the data before are a start for those after: more or other samples of the same problem,
    /// which for a table is what is learned from which of its columns, or points painted over them. Another problem is
    /// learned from the start, else its curve tells nothing.
    private static boolean sameProblem(Source before, Source after) {
        return switch (after) {
            case Source.Painted _ -> true;
            case Source.Points points -> before instanceof Source.Points other && other.set() == points.set();
            case Source.Csv csv -> before instanceof Source.Csv other && csv.equals(new Source.Csv(other.path(), other.target(),
                    other.task(), other.columns(), other.shape(), csv.testPath(), csv.gaps(), other.targetUnit()));
            case Source.Images images -> before instanceof Source.Images other && other.set() == images.set()
                    && Objects.equals(other.path(), images.path());
            case Source.Digits _ -> before instanceof Source.Digits;
        };
    }

    private static boolean sameTraining(Training before, Training after) {
        return before.withEpochs(0).equals(after.withEpochs(0));
    }

    /// Plain SGD remembers nothing and SGD with momentum a velocity: other memories.
    private static boolean momentum(Optimizer optimizer) {
        return optimizer instanceof Optimizer.Sgd sgd && sgd.momentum() > 0;
    }

    /// Whether both models have the same parameters at the start, activations apart.
    private static boolean sameStart(Model before, Model after) {
        if (before instanceof Model.Network a && after instanceof Model.Network b) {
            return a.seed() == b.seed() && parameters(a).equals(parameters(b));
        }
        return before.equals(after);
    }

    /// The layers that have parameters, all with the same activation.
    private static List<Layer> parameters(Model.Network network) {
        return network.layers().stream().filter(l -> !(l instanceof Layer.Dropout || l instanceof Layer.Noise))
                .map(Change::withoutActivation).toList();
    }

    private static Layer withoutActivation(Layer layer) {
        return switch (layer) {
            case Layer.Dense d -> d.withActivation(Activation.LINEAR);
            case Layer.Maxout m -> new Layer.Maxout(m.units(), m.pieces(), Activation.LINEAR, m.initializer(), m.bias(),
                    m.biasInitializer());
            case Layer.Conv c -> new Layer.Conv(c.filters(), c.kernel(), c.stride(), c.padding(), Activation.LINEAR,
                    c.initializer(), c.bias(), c.biasInitializer());
            case Layer.MaxPool p -> p;
            case Layer.BatchNorm n -> n;
            case Layer.Flatten f -> f;
            case Layer.Dropout d -> d;
            case Layer.Noise n -> n;
        };
    }
}
