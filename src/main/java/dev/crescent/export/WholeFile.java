package dev.crescent.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Files that are written whole: whoever reads one, and whatever happens meanwhile, there is the old content or the new
/// one, never a part.
public final class WholeFile {
    private WholeFile() {}

    /// What a file is to hold.
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /// Writes a file, or replaces the one that is there, whose permissions stay. Of a link, what it names is replaced;
    /// a pipe or a device is written to as it is.
    ///
    /// @throws IOException if its folder does not take it, or the content cannot be had; what was there before stays
    public static void write(Path file, Content content) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        boolean replaced = Files.exists(target);
        if (replaced && !Files.isRegularFile(target)) {
            write(content, Files.newOutputStream(target), () -> { });
            return;
        }
        Path draft = target.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                write(content, Channels.newOutputStream(channel), () -> channel.force(true));
            }
            if (replaced) {
                keepPermissions(target, draft);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Why a file could not be written, for a sentence: what the system said, but no class of ours and no name of a file
    /// that the user never heard of.
    public static String reason(Path file, Throwable e) {
        if (e instanceof AccessDeniedException) {
            return "its permissions forbid it";
        }
        if (e instanceof FileSystemException system) {
            return Optional.ofNullable(system.getReason()).map(Object::toString)
                    .orElseGet(() -> "the folder " + file.toAbsolutePath().getParent() + " takes no new files");
        }
        return String.valueOf(e.getMessage());
    }

    /// Something that is done when all is written.
    private interface End {
        void run() throws IOException;
    }

    /// @param end brings it to the disk, before it gets its name: else a power failure could leave an empty file of that name
    private static void write(Content content, OutputStream file, End end) throws IOException {
        try (OutputStream out = new BufferedOutputStream(file, 1 << 16)) {
            content.write(out);
            out.flush();
            end.run();
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (Files.getFileAttributeView(from, PosixFileAttributeView.class) != null) {
            Set<PosixFilePermission> kept = Files.getPosixFilePermissions(from);
            // File systems without permissions give all files the same, and take no others.
            if (!kept.equals(Files.getPosixFilePermissions(to))) {
                Files.setPosixFilePermissions(to, kept);
            }
        }
    }
}
