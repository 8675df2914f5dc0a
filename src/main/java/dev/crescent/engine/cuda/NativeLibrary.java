package dev.crescent.engine.cuda;

import dev.crescent.host.CacheFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// A library of jcuda, which comes in a jar and has to lie in a folder.
///
/// jcuda would unpack it into the folder for temporary files by itself and load whatever lies there under its name: another
/// user's file, or half of one, which ends the virtual machine. So it lies in a folder of the user's own, and is read and
/// compared each time before it is loaded.
final class NativeLibrary {
    private static final String VERSION = "12.6.0";
    /// Where jcuda unpacks to; it reads the property when it loads a library.
    private static final String FOLDER_PROPERTY = "java.io.tmpdir";
    private static final int HASH_DIGITS = 12;

    private final String file;
    private final byte[] content;
    private final Path folder;

    private NativeLibrary(String file, byte[] content, Path parent) {
        this.file = file;
        this.content = content;
        String hash = HexFormat.of().formatHex(hash(content));
        folder = parent.resolve(VERSION + "-" + hash.substring(0, HASH_DIGITS)).toAbsolutePath();
    }

    /// One of this machine's, to be kept in the user's cache folder.
    ///
    /// @param name such as `JCudaDriver`
    /// @return empty if jcuda has none for this machine
    static Optional<NativeLibrary> here(String name) throws IOException {
        return here(name, CacheFolder.find().resolve("native"));
    }

    /// @param parent gets a folder for each version
    static Optional<NativeLibrary> here(String name, Path parent) throws IOException {
        return find(name, System.getProperty("os.name", ""), System.getProperty("os.arch", ""), parent);
    }

    static Optional<NativeLibrary> find(String name, String system, String processor, Path parent) throws IOException {
        String lower = system.toLowerCase(Locale.ROOT);
        boolean windows = lower.startsWith("windows");
        if (!windows && !lower.startsWith("linux") || !processor.equals("amd64") && !processor.equals("x86_64")) {
            return Optional.empty();
        }
        String file = windows ? name + "-" + VERSION + "-windows-x86_64.dll" : "lib" + name + "-" + VERSION + "-linux-x86_64.so";
        try (InputStream in = NativeLibrary.class.getResourceAsStream("/lib/" + file)) {
            return in == null ? Optional.empty() : Optional.of(new NativeLibrary(file, in.readAllBytes(), parent));
        }
    }

    /// Has jcuda load it, by way of one of its classes.
    ///
    /// @param user the name of the class that loads it when it is initialised
    /// @throws IOException if the folder cannot take it
    /// @throws LinkageError if it cannot be loaded, because the driver is not there
    void load(String user) throws IOException, ClassNotFoundException {
        unpack();
        synchronized (NativeLibrary.class) {
            String before = System.getProperty(FOLDER_PROPERTY);
            System.setProperty(FOLDER_PROPERTY, folder.toString());
            try {
                Class.forName(user, true, NativeLibrary.class.getClassLoader());
            } finally {
                if (before == null) {
                    System.clearProperty(FOLDER_PROPERTY);
                } else {
                    System.setProperty(FOLDER_PROPERTY, before);
                }
            }
        }
    }

    /// Makes sure that the library lies in its folder, whole or not at all, and that nobody else can write there.
    ///
    /// @return where it lies
    Path unpack() throws IOException {
        Path target = folder.resolve(file);
        createFolder();
        if (isRight(target)) {
            return target;
        }
        Path part = Files.createTempFile(folder, "unpacking", ".part");
        try {
            Files.write(part, content);
            if (!isRight(part)) {
                throw new IOException(part + " does not hold what was written");
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Two may unpack at once; on Windows nobody can replace what the other has loaded already.
            if (!isRight(target)) {
                throw e;
            }
        } finally {
            Files.deleteIfExists(part);
        }
        return target;
    }

    private void createFolder() throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private boolean isRight(Path path) throws IOException {
        return Files.isRegularFile(path) && Files.size(path) == content.length
                && Arrays.equals(Files.readAllBytes(path), content);
    }

    private static byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
