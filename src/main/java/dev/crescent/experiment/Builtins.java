package dev.crescent.experiment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The experiments that come with Crescent, by name.
public final class Builtins {
    /// What stands before the name where a file could be named, too: `builtin:moons`.
    public static final String PREFIX = "builtin:";

    private static final String FOLDER = "/dev/crescent/experiments/";

    private Builtins() {}

    /// All names, the default experiment's first.
    public static List<String> names() {
        return resource("index").lines().filter(line -> !line.isBlank()).toList();
    }

    /// The experiment of that name.
    ///
    /// @param name with or without the prefix
    /// @throws ExperimentFileException if there is none
    public static Experiment read(String name) throws ExperimentFileException {
        String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        if (!names().contains(bare)) {
            throw new ExperimentFileException(PREFIX + bare + ": there is no such experiment, must be one of "
                    + String.join(", ", names()));
        }
        return ExperimentReader.read(resource(bare + ".crescent"));
    }

    private static String resource(String name) {
        try (InputStream in = Builtins.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new FileNotFoundException(FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Crescent's installation is damaged, install it again", e);
        }
    }
}
