package dev.crescent.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that is not whole yet, `NAME.part` beside where it will be, and in `NAME.part.tag` whose it is: the address and
/// the version that its server gave it.
final class PartFile {
    private static final int BUFFER = 1 << 16;

    private final RemoteFile file;
    private final Path target;
    private final Path part;
    private final Path tag;

    PartFile(RemoteFile file, Path folder) {
        this.file = file;
        this.target = folder.resolve(file.name());
        this.part = folder.resolve(file.name() + ".part");
        this.tag = folder.resolve(file.name() + ".part.tag");
    }

    /// What it is a part of.
    RemoteFile file() {
        return file;
    }

    Path path() {
        return part;
    }

    /// Bytes that have come; 0 if there is no such file.
    long size() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    /// Whether the file itself is there, as it was published.
    boolean isFinished() throws IOException {
        return Files.isRegularFile(target) && isPublished(target);
    }

    /// Whether what has come is what was published.
    boolean isWhole() throws IOException {
        return isPublished(part);
    }

    /// The version that was begun, if it was from there; null if that is not known.
    @Nullable String tagOf(URI address) throws IOException {
        List<String> lines = Files.exists(tag) ? Files.readAllLines(tag) : List.of();
        return lines.size() == 2 && lines.getFirst().equals(address.toString()) ? lines.getLast() : null;
    }

    /// Starts from nothing.
    ///
    /// @param version null if the server gives none
    void begin(URI address, @Nullable String version) throws IOException {
        discard();
        if (version != null) {
            Files.write(tag, List.of(address.toString(), version));
        }
    }

    void discard() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(tag);
    }

    /// Puts the whole file in its place, safe on the disk.
    void finish() throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(tag);
    }

    private boolean isPublished(Path path) throws IOException {
        return Files.size(path) == file.size() && sha256(path).equals(file.sha256());
    }

    private static String sha256(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
