package dev.crescent.app;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.export.link.PlaygroundLink;
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
    /// @param arguments nothing, or one experiment file, shipped experiment or link
    static Opening read(List<String> arguments, Preferences preferences, Autosave autosave, Engines engines) {
        Opening last = last(preferences, autosave, engines);
        if (arguments.isEmpty()) {
            return last;
        }
        try {
            Document asked = asked(arguments.getFirst(), preferences, engines);
            return new Opening(asked, last.document().isSaved() ? null : last.document(), last.problem());
        } catch (OpeningException | ExperimentFileException e) {
            String problem = String.valueOf(e.getMessage());
            return new Opening(last.document(), null, last.problem().isEmpty() ? problem
                    : Texts.get("window.both", problem, last.problem()));
        }
    }

    /// What waited for its room when the window was closed; null if nothing did, or if it cannot be put on the bench now.
    static @Nullable Document waiting(Preferences preferences, Autosave autosave, Engines engines) {
        Opening last = last(preferences, autosave, engines);
        return autosave.exists() && last.problem().isEmpty() ? last.document() : null;
    }

    private static Document asked(String argument, Preferences preferences, Engines engines)
            throws OpeningException, ExperimentFileException {
        if (PlaygroundLink.isLink(argument)) {
            return PlaygroundLinks.document(argument);
        }
        if (argument.startsWith(Builtins.PREFIX)) {
            return new ImageFolders(preferences, engines).shipped(Builtins.read(argument));
        }
        try {
            // The next start may be in another folder.
            Path file = Path.of(argument).toAbsolutePath().normalize();
            Document document = Documents.open(file, engines);
            preferences.addRecent(file);
            return document;
        } catch (InvalidPathException e) {
            throw new OpeningException(Texts.get("window.noFileName", argument), e);
        }
    }

    private static Opening last(Preferences preferences, Autosave autosave, Engines engines) {
        Document shipped = Document.shipped(Experiment.defaults());
        try {
            Experiment experiment = autosave.read().orElse(null);
            if (experiment == null) {
                return new Opening(shipped, null, "");
            }
            Document document = kept(experiment, autosave.documentName(preferences));
            Documents.check(document, Titles.of(document), engines);
            return new Opening(document, null, "");
        } catch (OpeningException | ExperimentFileException e) {
            // A table that has moved, a version that knew more. The work stays where the user can find it.
            String problem = String.valueOf(e.getMessage());
            Logs.warning("The unsaved experiment cannot be put on the bench", e);
            return new Opening(shipped, null, Texts.get("window.setAside", problem, autosave.setAside()));
        }
    }

    /// @param file its name; empty if it has none
    private static Document kept(Experiment experiment, String file) {
        try {
            return file.isEmpty() ? Document.recovered(experiment)
                    : new Document(experiment, Path.of(file), saved(Path.of(file)));
        } catch (InvalidPathException e) {
            Logs.warning("The unsaved experiment's file has no possible name", e);
            return Document.recovered(experiment);
        }
    }

    private static @Nullable Experiment saved(Path file) {
        try {
            return Documents.read(file).experiment();
        } catch (ExperimentFileException e) {
            // The file has gone; the work is still here, and not saved.
            return null;
        }
    }
}
