package dev.crescent.app;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.ui.ShippedTitles;
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
                found.add(new TopBar.Example(name, ShippedTitles.local(Builtins.read(name).title())));
            } catch (ExperimentFileException e) {
                Logs.error("The shipped experiment " + name + " cannot be read", e);
            }
        }
        return List.copyOf(found);
    }

    /// The one with a title and notes, which the window does not change; empty if none has them.
    static Optional<Experiment> like(Experiment experiment) {
        List<Experiment> all = new ArrayList<>(List.of(Experiment.defaults()));
        try {
            for (String name : Builtins.names()) {
                all.add(Builtins.read(name));
            }
        } catch (ExperimentFileException e) {
            Logs.error("A shipped experiment cannot be read", e);
        }
        return all.stream().filter(shipped -> shipped.title().equals(experiment.title())
                && shipped.notes().equals(experiment.notes())).findFirst();
    }
}
