package dev.crescent.app;

import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.ExperimentReader;
import dev.crescent.experiment.ExperimentWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// Reads and writes documents. Every failure is a sentence for the user.
final class Documents {
    private Documents() {}

    static Document read(Path file) throws ExperimentFileException {
        return Document.of(file, ExperimentReader.read(file));
    }

    /// @return a sentence if the file could not be written; empty if it was
    static String write(Document document, Path file) {
        try {
            UserFolder.write(file, ExperimentWriter.write(document.forFile(file)).getBytes(StandardCharsets.UTF_8));
            return "";
        } catch (IOException e) {
            String reason = e instanceof FileSystemException f && f.getReason() != null ? f.getReason()
                    : e.getClass().getSimpleName();
            return file + " could not be written (" + reason + "); choose another place, nothing is lost.";
        }
    }
}
