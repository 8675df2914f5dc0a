package dev.crescent.app;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Training;
import dev.crescent.ui.Texts;
import java.util.List;

/// Networks for images that are ready to be trained, as the experiments that come with Crescent have them.
final class ReadyNetworks {
    /// A network with the training that suits it.
    ///
    /// @param name for a menu, such as "Softmax templates"
    /// @param hint one sentence on what it is
    record Ready(String name, String hint, Model.Network network, Training training) {}

    private static final List<String> EXPERIMENTS = List.of("mnist-softmax", "mnist-old", "mnist-modern", "digits-mlp",
            "digits-small", "digits-conv", "mnist-conv");
    private static final List<Ready> ALL = EXPERIMENTS.stream().map(ReadyNetworks::read).toList();

    private ReadyNetworks() {}

    /// From the simplest to the slowest.
    static List<Ready> all() {
        return ALL;
    }

    /// The experiment with another network and its training settings. Data, features, title and device stay; the output has
    /// as many units as the data have classes.
    static Experiment with(Experiment experiment, Ready ready) {
        return with(experiment, ready, Fit.target(experiment.data()).orElse(Fit.UNKNOWN));
    }

    /// As above, for data of which is known what they ask for.
    static Experiment with(Experiment experiment, Ready ready, Fit.Target target) {
        Data data = experiment.data();
        Experiment next = new Experiment(experiment.title(), experiment.notes(), data, experiment.features(),
                ready.network(), ready.training(), experiment.device());
        return target.equals(Fit.UNKNOWN) ? next
                : Fit.with(next, data, new Fit.Target(target.task(), ready.network().output().units()), target);
    }

    private static Ready read(String name) {
        try {
            Experiment experiment = Builtins.read(name);
            return new Ready(Texts.get("ready." + name), Texts.get("ready." + name + ".hint"),
                    (Model.Network) experiment.model(), experiment.training());
        } catch (ExperimentFileException e) {
            throw new IllegalStateException("Crescent's installation is damaged, install it again", e);
        }
    }
}
