package dev.crescent.app;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Source;
import dev.crescent.train.Engines;
import java.nio.file.Path;

/// Where the user said that images lie, so that it is asked for once and not by every shipped experiment.
///
/// @param preferences where it is kept
record ImageFolders(Preferences preferences, Engines engines) {
    void remember(ImageSet set, Path folder) {
        preferences.setText(key(set), folder.toAbsolutePath().toString());
    }

    /// A shipped experiment, with the folder of its images where it is known and still has them. Reads files; not on the
    /// JavaFX thread.
    Document shipped(Experiment experiment) {
        Document plain = Document.begun(experiment);
        if (!(experiment.data().source() instanceof Source.Images images) || images.path() != null) {
            return plain;
        }
        String folder = preferences.text(key(images.set()));
        if (folder.isEmpty()) {
            return plain;
        }
        Experiment found = experiment.withData(experiment.data().withSource(
                new Source.Images(images.set(), folder, images.limit())));
        try {
            Documents.check(Document.begun(found), experiment.title(), engines);
            return plain.with(found);
        } catch (OpeningException e) {
            Logs.warning("The images that were in " + folder + " are not there any more", e);
            return plain;
        }
    }

    private static String key(ImageSet set) {
        return "images." + set.id();
    }
}
