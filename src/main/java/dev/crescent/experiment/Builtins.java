package dev.crescent.experiment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

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

    /// The experiment of that name. A table beside it is named as `builtin:NAME.csv`, so that the experiment finds it
    /// wherever it is saved.
    ///
    /// @param name with or without the prefix
    /// @throws ExperimentFileException if there is none
    public static Experiment read(String name) throws ExperimentFileException {
        return located(ExperimentReader.read(json(name)));
    }

    /// The text of that experiment's file.
    ///
    /// @param name with or without the prefix
    /// @throws ExperimentFileException if there is none
    public static String json(String name) throws ExperimentFileException {
        String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        if (!names().contains(bare)) {
            throw new ExperimentFileException(PREFIX + bare + ": there is no such experiment, must be one of "
                    + String.join(", ", names()));
        }
        return resource(bare + ".crescent");
    }

    /// A shipped experiment with the table beside it named as [#read] does.
    public static Experiment located(Experiment experiment) {
        if (!(experiment.data().source() instanceof Source.Csv csv)) {
            return experiment;
        }
        String testPath = csv.testPath();
        return experiment.withData(experiment.data().withSource(csv.withPaths(PREFIX + csv.path(),
                testPath == null ? null : PREFIX + testPath)));
    }

    /// Whether a path of data names a table that comes with Crescent, and no file of the user's: `builtin:NAME.csv`.
    public static boolean isShipped(String path) {
        return path.startsWith(PREFIX);
    }

    /// A table that comes with Crescent.
    ///
    /// @param path with the prefix
    /// @throws FileNotFoundException if there is none of that name
    public static InputStream table(String path) throws FileNotFoundException {
        String name = path.substring(PREFIX.length());
        InputStream in = name.matches("[a-z0-9-]+\\.csv") ? Builtins.class.getResourceAsStream(FOLDER + name) : null;
        if (in == null) {
            throw new FileNotFoundException(path);
        }
        return in;
    }

    /// The weights that come with an experiment, as NumPy's `.npz`: the resource `NAME.npz` beside `NAME.crescent`.
    ///
    /// @param name with or without the prefix
    /// @return a stream for the caller to close; empty if the experiment has none, or there is no such experiment
    public static Optional<InputStream> weights(String name) {
        String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        return bare.matches("[a-z0-9-]+")
                ? Optional.ofNullable(Builtins.class.getResourceAsStream(FOLDER + bare + ".npz")) : Optional.empty();
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
