package dev.crescent.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Text files that commands write.
final class OutputFile {
    private OutputFile() {}

    /// Opens a file for UTF-8 text; one that exists is replaced.
    static Writer open(Path file) throws BadInputException {
        if (Files.isDirectory(file)) {
            throw new BadInputException(file + ": is a folder, name a file in it");
        }
        try {
            return text(Files.newOutputStream(file));
        } catch (NoSuchFileException e) {
            throw new BadInputException(file + ": its folder does not exist, make it first", e);
        } catch (AccessDeniedException e) {
            throw new BadInputException(file + ": may not be written, its permissions forbid it", e);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be written, " + e.getMessage(), e);
        }
    }

    /// CSV is UTF-8 on standard output, too, whatever the terminal's encoding is.
    static Writer text(OutputStream out) {
        return new OutputStreamWriter(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8);
    }

    /// What went wrong while writing, as a sentence.
    static BadInputException failed(Path file, Exception e) {
        Throwable reason = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        return new BadInputException(file + ": could not be written to the end, " + reason.getMessage(), e);
    }
}
