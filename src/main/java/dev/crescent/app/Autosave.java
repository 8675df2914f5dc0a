package dev.crescent.app;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.ExperimentReader;
import dev.crescent.experiment.ExperimentWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Keeps the experiment on the bench in the user's folder, so that neither a closed window nor a crash loses it.
final class Autosave {
    private final Path file;

    Autosave(Path file) {
        this.file = file;
    }

    /// What was on the bench last; empty at the first start, or if it cannot be read.
    Optional<Experiment> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ExperimentReader.read(file));
        } catch (ExperimentFileException e) {
            Logs.warning("The unsaved experiment cannot be read", e);
            return Optional.empty();
        }
    }

    void write(Experiment experiment) {
        try {
            UserFolder.write(file, ExperimentWriter.write(experiment).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            Logs.warning("The unsaved experiment cannot be kept", e);
        }
    }
}
