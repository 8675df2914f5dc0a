package dev.crescent.cli;

import dev.crescent.export.WholeFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Files that commands write.
final class OutputFile {
    private OutputFile() {}

    /// Opens a file for UTF-8 text; one that exists is replaced.
    static Writer open(Path file) throws BadInputException {
        check(file);
        try {
            return text(Files.newOutputStream(file));
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    /// Refuses what cannot be a file to write, before time is spent on what goes into it.
    static void check(Path file) throws BadInputException {
        if (Files.isDirectory(file)) {
            throw new BadInputException(file + ": is a folder, name a file in it");
        }
        if (!Files.isDirectory(folder(file))) {
            throw new BadInputException(file + ": its folder does not exist, make it first");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder(file))) {
            throw new BadInputException(file + ": may not be written, its permissions forbid it; name another one");
        }
    }

    /// Writes a whole text at once.
    static void replace(Path file, String text) throws BadInputException {
        replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Writes a whole file at once.
    static void replace(Path file, WholeFile.Content content) throws BadInputException {
        check(file);
        try {
            WholeFile.write(file, content);
        } catch (IOException e) {
            throw refused(file, e);
        }
    }

    /// The folder that a file is in.
    static Path folder(Path file) {
        Path absolute = file.toAbsolutePath();
        return Optional.ofNullable(absolute.getParent()).orElse(absolute);
    }

    private static BadInputException refused(Path file, IOException e) {
        String sentence = e instanceof AccessDeniedException ? ": may not be written, " : ": cannot be written, ";
        return new BadInputException(file + sentence + WholeFile.reason(file, e) + "; name another one", e);
    }

    /// CSV is UTF-8 on standard output, too, whatever the terminal's encoding is.
    static Writer text(OutputStream out) {
        return new OutputStreamWriter(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8);
    }

    /// What went wrong while writing, as a sentence.
    static BadInputException failed(Path file, Exception e) {
        Throwable reason = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        return new BadInputException(file + ": could not be written to the end, " + WholeFile.reason(file, reason), e);
    }
}
