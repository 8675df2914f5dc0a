package dev.crescent.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
<<<<<<< HEAD
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
=======
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
>>>>>>> main

/// Files that commands write.
final class OutputFile {
    private OutputFile() {}

    /// Opens a file for UTF-8 text; one that exists is replaced.
    static Writer open(Path file) throws BadInputException {
<<<<<<< HEAD
        try {
            refuseFolder(file);
            return text(Files.newOutputStream(file));
        } catch (IOException e) {
            throw unopened(file, e);
        }
    }

    /// Something that can be written into a stream.
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /// Whether a file can be written there, asked before the work that it is for.
    static void check(Path file) throws BadInputException {
        refuseFolder(file);
        Path folder = folder(file);
        if (!Files.isDirectory(folder)) {
            throw unopened(file, new NoSuchFileException(file.toString()));
        }
        if (!Files.isWritable(folder) || Files.exists(file) && !Files.isWritable(file)) {
            throw unopened(file, new AccessDeniedException(file.toString()));
        }
    }

    /// Writes a file as a whole: until the last byte is written, what was there before stays.
    static void replace(Path file, Content content) throws BadInputException {
        Path part = null;
        try {
            part = Files.createTempFile(folder(file), ".crescent-", ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                content.write(out);
            }
            publish(part, file);
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw unopened(file, e);
        } catch (IOException | UncheckedIOException e) {
            throw failed(file, e);
        } finally {
            discard(part);
        }
    }

    private static void publish(Path part, Path file) throws IOException {
        if (Files.getFileStore(part).supportsFileAttributeView(PosixFileAttributeView.class)) {
            // A temporary file is its owner's alone; this one is like any other the user writes.
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
        }
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(@Nullable Path part) throws BadInputException {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new BadInputException(part + ": is left over and cannot be removed, " + e.getMessage(), e);
        }
    }

    private static Path folder(Path file) {
        Path absolute = file.toAbsolutePath();
        return Optional.ofNullable(absolute.getParent()).orElse(absolute);
    }

    private static void refuseFolder(Path file) throws BadInputException {
        if (Files.isDirectory(file)) {
            throw new BadInputException(file + ": is a folder, name a file in it");
        }
    }

    private static BadInputException unopened(Path file, IOException e) {
        return new BadInputException(file + switch (e) {
            case NoSuchFileException _ -> ": its folder does not exist, make it first";
            case AccessDeniedException _ -> ": may not be written, its permissions forbid it";
            default -> ": cannot be written, " + e.getMessage();
        }, e);
=======
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
            throw new BadInputException(file + ": may not be written, its permissions forbid it");
        }
    }

    /// Writes a whole file at once: whoever reads it, and whatever happens meanwhile, there is the old one or the new
    /// one, never a part.
    static void replace(Path file, String text) throws BadInputException {
        check(file);
        try {
            // What a link names is replaced, not the link.
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                Files.writeString(target, text); // a pipe or a device
                return;
            }
            Path draft = target.resolveSibling("." + UUID.randomUUID() + ".tmp");
            try {
                Files.writeString(draft, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
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
        return e instanceof AccessDeniedException
                ? new BadInputException(file + ": may not be written, its permissions forbid it", e)
                : new BadInputException(file + ": cannot be written, " + e.getMessage(), e);
>>>>>>> main
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
