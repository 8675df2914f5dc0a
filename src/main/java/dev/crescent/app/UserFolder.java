package dev.crescent.app;

import dev.crescent.export.WholeFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/// Where Crescent keeps a user's preferences, unsaved work and log: `$CRESCENT_HOME`, or the place that the system has
/// for such things.
record UserFolder(Path path) {
    private static final String LEFT = "left-";

    /// This user's folder; it need not exist yet.
    static UserFolder find() {
        return find(System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", "."));
    }

    static UserFolder find(Map<String, String> environment, String system, String home) {
        UnaryOperator<String> variable = name -> environment.getOrDefault(name, "");
        if (!variable.apply("CRESCENT_HOME").isBlank()) {
            return new UserFolder(Path.of(variable.apply("CRESCENT_HOME")));
        }
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows") && !variable.apply("APPDATA").isBlank()) {
            return new UserFolder(Path.of(variable.apply("APPDATA"), "Crescent"));
        }
        if (lower.startsWith("mac")) {
            return new UserFolder(Path.of(home, "Library", "Application Support", "Crescent"));
        }
        if (!variable.apply("XDG_DATA_HOME").isBlank()) {
            return new UserFolder(Path.of(variable.apply("XDG_DATA_HOME"), "crescent"));
        }
        return new UserFolder(Path.of(home, ".local", "share", "crescent"));
    }

    Path preferences() {
        return path.resolve("preferences.properties");
    }

    /// The experiment as it was last seen, saved by the user or not.
    ///
    /// @param desk the window's, from 1
    Path autosave(int desk) {
        return path.resolve("unsaved" + suffix(desk) + Titles.EXTENSION);
    }

    /// The experiment that waits for its room.
    ///
    /// @param desk the window's, from 1
    Path waiting(int desk) {
        return path.resolve("waiting" + suffix(desk) + Titles.EXTENSION);
    }

    /// What a window locks while it is open.
    ///
    /// @param desk the window's, from 1
    Path lock(int desk) {
        return path.resolve("window" + suffix(desk) + ".lock");
    }

    private static String suffix(int desk) {
        return desk == 1 ? "" : "-" + desk;
    }

    /// Work that a window left behind, which has a name of its own, so that no other window writes over it.
    ///
    /// @param name of several, those that were set aside first come first in the order of their names
    Path left(String name) {
        return path.resolve(LEFT + name + Titles.EXTENSION);
    }

    /// All such work that is there, what was set aside first at first.
    List<Path> allLeft() {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path, LEFT + "*" + Titles.EXTENSION)) {
            return StreamSupport.stream(found.spliterator(), false).sorted().toList();
        } catch (IOException | DirectoryIteratorException e) {
            Logs.warning("The work that windows left behind cannot be looked for in " + path, e);
            return List.of();
        }
    }

    /// The user's own labeled drawings.
    Path drawings() {
        return path.resolve("drawings.zip");
    }

    /// What is on the drawing pad.
    Path pad() {
        return path.resolve("pad.drawing");
    }

    Path log() {
        return path.resolve("crescent.log");
    }

    /// Writes a file whole or not at all, with the folders above it.
    static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /// Likewise.
    static void write(Path file, WholeFile.Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException(file + " is a folder");
        }
        Files.createDirectories(folder);
        WholeFile.write(file, content);
    }
}
