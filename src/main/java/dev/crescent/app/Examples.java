package dev.crescent.app;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.ui.bars.TopBar;
import java.util.ArrayList;
import java.util.List;

/// The shipped experiments for the menu.
final class Examples {
    private Examples() {}

    /// Reads their files, which hold the titles; not on the JavaFX thread.
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
}
