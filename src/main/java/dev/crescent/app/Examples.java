package dev.crescent.app;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.ui.bars.TopBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The shipped experiments. Reads their files; not on the JavaFX thread.
final class Examples {
    private Examples() {}

    /// All of them for the menu.
    static List<TopBar.Example> read() {
        List<TopBar.Example> found = new ArrayList<>();
        for (String name : Builtins.names()) {
            try {
                found.add(new TopBar.Example(name, Builtins.read(name).title()));
            } catch (ExperimentFileException e) {
                Logs.error("The shipped experiment " + name + " cannot be read", e);
            }
        }
        return List.copyOf(found);
    }

    /// The one with a title; empty if none has it.
    static Optional<Experiment> titled(String title) {
        try {
            for (String name : Builtins.names()) {
                Experiment experiment = Builtins.read(name);
                if (experiment.title().equals(title)) {
                    return Optional.of(experiment);
                }
            }
        } catch (ExperimentFileException e) {
            Logs.error("A shipped experiment cannot be read", e);
        }
        return Optional.empty();
    }
}
