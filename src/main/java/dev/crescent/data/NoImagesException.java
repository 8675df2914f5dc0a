package dev.crescent.data;

import dev.crescent.experiment.ImageSet;
import java.nio.file.Path;

/// Images that an experiment names without a path, and that are not in the folder for those.
public final class NoImagesException extends DataException {
    private static final long serialVersionUID = 1L;

    private final ImageSet set;

    /// @param lookedIn where they would have been found
    NoImagesException(ImageSet set, Path lookedIn) {
        super("data.path: names no folder, and the four files of " + set.id() + " are not in " + lookedIn
                + "; put them there, or name the folder that holds them");
        this.set = set;
    }

    /// Which images.
    public ImageSet set() {
        return set;
    }
}
