package dev.crescent.app;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.ExperimentReader;
import dev.crescent.experiment.ExperimentWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Keeps the experiment on the bench in the user's folder, so that neither a closed window nor a crash loses it.
final class Autosave {
    /// The preference that names the kept document's file; empty if it has none.
    static final String NAME = "document";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /// The same of a document that waits for its room.
    private static final String WAITING = "document.waiting";

    private final Path file;
    private final String name;

    Autosave(Path file) {
        this(file, NAME);
    }

    private Autosave(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /// For what waits until its room is entered again.
    static Autosave ofWaiting(Path file) {
        return new Autosave(file, WAITING);
    }

    /// The file that the kept document is of; empty if it has none.
    String documentName(Preferences preferences) {
        return preferences.text(name);
    }

    /// Nothing is to be kept any more.
    void clear(Preferences preferences) {
        preferences.setText(name, "");
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Logs.warning("An experiment that is not needed any more cannot be deleted", e);
        }
    }

    boolean exists() {
        return Files.exists(file);
    }

    /// What was on the bench last; empty at the first start.
    ///
    /// @throws ExperimentFileException if the file is damaged, or of a version that knew more
    Optional<Experiment> read() throws ExperimentFileException {
        return Files.exists(file) ? Optional.of(ExperimentReader.read(file)) : Optional.empty();
    }

    /// Keeps what cannot be put on the bench under another name.
    ///
    /// @return where; the old place if the folder does not let it be renamed, nor then written over
    Path setAside() {
        LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
        Path aside = file.resolveSibling("unsaved-" + STAMP.format(now) + ".crescent");
        try {
            Files.move(file, aside);
        } catch (IOException e) {
            Logs.warning("The unsaved experiment cannot be set aside", e);
            return file;
        }
        return aside;
    }

    /// Keeps a document: its experiment here, its file's name among the preferences. A crash or a full disk in between
    /// must not give one document's work the name of another, so that meanwhile it has none.
    void write(Document document, Preferences preferences) {
        String path = document.file() == null ? "" : document.file().toString();
        boolean same = path.equals(preferences.text(name));
        if (!same) {
            preferences.setText(name, "");
            preferences.write();
        }
        if (write(document.experiment()) && !same) {
            preferences.setText(name, path);
            preferences.write();
        }
    }

    private boolean write(Experiment experiment) {
        try {
            UserFolder.write(file, ExperimentWriter.write(experiment).getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            Logs.warning("The unsaved experiment cannot be kept", e);
            return false;
        }
    }
}
