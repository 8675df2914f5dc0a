package dev.crescent.cli;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentWriter;
import dev.crescent.export.DataPaths;
import java.io.File;
import java.nio.file.Path;

/// Writes an experiment to another place than it came from.
final class SavedExperiment {
    private SavedExperiment() {}

    /// Its relative paths are rewritten so that they name the same files from there.
    ///
    /// @param base the folder that its relative paths are relative to now
    static void write(Experiment experiment, Path base, Path file) throws BadInputException {
        OutputFile.replace(file, ExperimentWriter.write(moved(experiment, base, OutputFile.folder(file))));
    }

    static Experiment moved(Experiment experiment, Path base, Path folder) {
        return DataPaths.changed(experiment, path -> moved(path, base, folder));
    }

    private static String moved(String path, Path base, Path folder) {
        if (Path.of(path).isAbsolute()) {
            return path;
        }
        Path from = base.toAbsolutePath().normalize();
        Path to = folder.toAbsolutePath().normalize();
        if (from.equals(to)) {
            return path;
        }
        Path file = from.resolve(path).normalize();
        // From one drive to another there is no relative path.
        return file.getRoot().equals(to.getRoot())
                ? to.relativize(file).toString().replace(File.separatorChar, '/') : file.toString();
    }
}
