package dev.crescent.export;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The user's files and folders that an experiment's data name; tables that come with Crescent are none of them.
public final class DataPaths {
    private DataPaths() {}

    /// The paths as they are written in the experiment: a table, a second one for the test part, a folder of images.
    public static List<String> of(Experiment experiment) {
        List<String> paths = new ArrayList<>();
        changed(experiment, path -> {
            paths.add(path);
            return path;
        });
        return List.copyOf(paths);
    }

    /// The experiment with each of these paths changed.
    public static Experiment changed(Experiment experiment, UnaryOperator<String> change) {
        Data data = experiment.data();
        return switch (data.source()) {
            case Source.Csv csv -> experiment.withData(data.withSource(csv.withPaths(file(csv.path(), change),
                    changed(csv.testPath(), change))));
            case Source.Images images -> experiment.withData(data.withSource(
                    new Source.Images(images.set(), changed(images.path(), change), images.limit())));
            case Source.Points _, Source.Painted _, Source.Digits _ -> experiment;
        };
    }

    private static @Nullable String changed(@Nullable String path, UnaryOperator<String> change) {
        return path == null ? null : file(path, change);
    }

    private static String file(String path, UnaryOperator<String> change) {
        return Builtins.isShipped(path) ? path : change.apply(path);
    }
}
