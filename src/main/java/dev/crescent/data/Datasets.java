package dev.crescent.data;

import dev.crescent.experiment.Data;
import java.nio.file.Path;
import java.util.List;

/// Makes the data set that an experiment describes.
public final class Datasets {
    private Datasets() {}

    /// @param features formulas over x1 and x2, used for 2-D data
    /// @param base the folder that relative paths are relative to
    /// @throws DataException with one sentence if the data cannot be had or used
    public static Dataset load(Data data, List<String> features, Path base) throws DataException {
        throw new DataException("not yet");
    }
}
