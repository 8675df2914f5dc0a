package dev.crescent.app;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a new window begins with: the file that was asked for, else what was on the bench last, else the default.
///
/// @param problem a sentence if the file that was asked for could not be opened; else empty
record Opening(Document document, String problem) {
    /// Reads files; not on the JavaFX thread.
    ///
    /// @param arguments nothing, or one experiment file
    static Opening read(List<String> arguments, Preferences preferences, Autosave autosave) {
        if (arguments.isEmpty()) {
            return new Opening(last(preferences, autosave), "");
        }
        try {
            Path file = Path.of(arguments.getFirst());
            Document document = Documents.read(file);
            preferences.addRecent(file);
            return new Opening(document, "");
        } catch (ExperimentFileException | InvalidPathException e) {
            return new Opening(last(preferences, autosave), String.valueOf(e.getMessage()));
        }
    }

    private static Document last(Preferences preferences, Autosave autosave) {
        Experiment experiment = autosave.read().orElse(null);
        if (experiment == null) {
            return Document.untitled(Experiment.defaults());
        }
        String file = preferences.text("document");
        return file.isEmpty() ? Document.untitled(experiment) : new Document(experiment, Path.of(file), saved(file));
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
