package dev.crescent.cli;

import dev.crescent.export.Weights;
import dev.crescent.export.WeightsException;
import dev.crescent.train.Run;
import java.nio.file.Path;

/// The weights of a run from and to NumPy's `.npz`.
final class WeightsFile {
    private WeightsFile() {}

    /// Has a run that is not begun yet start from a file's weights.
    static void load(Path file, Run run) throws BadInputException {
        try {
            run.load(Weights.read(file, run.layout()));
        } catch (WeightsException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    static void save(Run run, Path file) throws BadInputException {
        OutputFile.replace(file, out -> Weights.write(out, run.layout(), run.parameters()));
    }
}
