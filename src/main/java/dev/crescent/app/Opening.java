package dev.crescent.app;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.train.Engines;
import dev.crescent.ui.Texts;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a new window begins with: the file that was asked for, else what was on the bench last, else the default. It can
/// be trained.
///
/// @param before unsaved work that the file takes the place of, one undo away; null if there is none
/// @param problem a sentence if what was asked for, or was there last, could not be opened; else empty
record Opening(Document document, @Nullable Document before, String problem) {
    /// Reads files; not on the JavaFX thread.
    ///
    /// @param arguments nothing, or one experiment file or shipped experiment
    static Opening read(List<String> arguments, Preferences preferences, Autosave autosave, Engines engines) {
        Opening last = last(preferences, autosave, engines);
        if (arguments.isEmpty()) {
            return last;
        }
        try {
            Document asked = asked(arguments.getFirst(), preferences, engines);
            return new Opening(asked, last.document().isSaved() ? null : last.document(), last.problem());
        } catch (OpeningException | ExperimentFileException | InvalidPathException e) {
            return new Opening(last.document(), null, String.valueOf(e.getMessage()));
        }
    }

    private static Document asked(String argument, Preferences preferences, Engines engines)
            throws OpeningException, ExperimentFileException {
        if (argument.startsWith("builtin:")) {
            return Document.shipped(Builtins.read(argument));
        }
        Path file = Path.of(argument);
        Document document = Documents.open(file, engines);
        preferences.addRecent(file);
        return document;
    }

    private static Opening last(Preferences preferences, Autosave autosave, Engines engines) {
        Experiment experiment = autosave.read().orElse(null);
        Document shipped = Document.shipped(Experiment.defaults());
        if (experiment == null) {
            return new Opening(shipped, null, "");
        }
        String file = preferences.text(Autosave.NAME);
        Document document = file.isEmpty() ? Document.recovered(experiment)
                : new Document(experiment, Path.of(file), saved(file));
        try {
            Documents.check(document, Titles.of(document), engines);
            return new Opening(document, null, "");
        } catch (OpeningException e) {
            // A table that has moved, or a version that knew more. The work stays where the user can find it.
            return new Opening(shipped, null, Texts.get("window.setAside", String.valueOf(e.getMessage()), autosave.setAside()));
        }
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
