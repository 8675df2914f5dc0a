package dev.crescent.app;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a new window begins with: the file that was asked for, else what was on the bench last, else the default.
///
/// @param before unsaved work that the file takes the place of, one undo away; null if there is none
/// @param problem a sentence if the file that was asked for could not be opened; else empty
record Opening(Document document, @Nullable Document before, String problem) {
    /// Reads files; not on the JavaFX thread.
    ///
    /// @param arguments nothing, or one experiment file or shipped experiment
    static Opening read(List<String> arguments, Preferences preferences, Autosave autosave) {
        if (arguments.isEmpty()) {
            return new Opening(last(preferences, autosave), null, "");
        }
        Document last = last(preferences, autosave);
        try {
            return new Opening(asked(arguments.getFirst(), preferences), last.isSaved() ? null : last, "");
        } catch (ExperimentFileException | InvalidPathException e) {
            return new Opening(last, null, String.valueOf(e.getMessage()));
        }
    }

    private static Document asked(String argument, Preferences preferences) throws ExperimentFileException {
        if (argument.startsWith("builtin:")) {
            return Document.shipped(Builtins.read(argument));
        }
        Path file = Path.of(argument);
        Document document = Documents.read(file);
        preferences.addRecent(file);
        return document;
    }

    private static Document last(Preferences preferences, Autosave autosave) {
        Experiment experiment = autosave.read().orElse(null);
        if (experiment == null) {
            return Document.shipped(Experiment.defaults());
        }
        String file = preferences.text(Autosave.NAME);
        return file.isEmpty() ? Document.recovered(experiment) : new Document(experiment, Path.of(file), saved(file));
    }

    private static @Nullable Experiment saved(String file) {
        try {
            return Documents.read(Path.of(file)).experiment();
        } catch (ExperimentFileException | InvalidPathException e) {
            // The file has gone; the work is still here, and not saved.
            return null;
        }
    }
}
