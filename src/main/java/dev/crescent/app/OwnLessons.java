package dev.crescent.app;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.lesson.Beat;
import dev.crescent.lesson.Lesson;
import dev.crescent.lesson.LessonReader;
import dev.crescent.lesson.Scene;
import dev.crescent.lesson.ShotChecks;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import dev.crescent.ui.Sentences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads lessons of the user's own. Every failure is a sentence for the user, said before anybody looks at a stage.
final class OwnLessons {
    private final Path file;
    private final Engines engines;
    private @Nullable Beat checked; // the last one
    private @Nullable Dataset data; // its

    private OwnLessons(Path file, Engines engines) {
        this.file = file;
        this.engines = engines;
    }

    /// The lesson in a file, the paths in it relative to the file's folder. Every scene has its data, and can be trained on
    /// them. Reads files; not on the JavaFX thread.
    ///
    /// @throws OpeningException with the file and the scene
    static Lesson open(Path file, Engines engines) throws OpeningException {
        return new OwnLessons(file, engines).open();
    }

    private Lesson open() throws OpeningException {
        try {
            Lesson read = LessonReader.read(file);
            List<Scene> scenes = new ArrayList<>();
            for (int i = 0; i < read.scenes().size(); i++) {
                scenes.add(placed(read.scenes().get(i), "scenes[" + i + "]"));
            }
            return new Lesson(read.title(), scenes);
        } catch (ExperimentFileException e) {
            throw new OpeningException(Sentences.of(e), e);
        }
    }

    private Scene placed(Scene scene, String place) throws OpeningException {
        List<Beat> beats = new ArrayList<>();
        for (int i = 0; i < scene.beats().size(); i++) {
            Beat beat = scene.beats().get(i);
            Beat whole = beat.withExperiment(Document.of(file, beat.experiment()).experiment());
            String here = i == 0 ? place : place + ".then[" + (i - 1) + "]";
            try {
                check(whole);
            } catch (DataException | TrainingException e) {
                throw new OpeningException(file + ": " + here + ": " + Sentences.of(e), e);
            } catch (InvalidSettingException e) {
                throw new OpeningException(file + ": " + Sentences.of(e.under(here)), e);
            }
            beats.add(whole);
        }
        return new Scene(scene.title(), beats);
    }

    /// Images that are not there yet are refused, too: on a stage nobody fetches them.
    private void check(Beat beat) throws DataException, TrainingException {
        Experiment experiment = beat.experiment();
        Experiment before = checked == null ? null : checked.experiment();
        Dataset there = data;
        if (there == null || before == null || !before.data().equals(experiment.data())
                || !before.features().equals(experiment.features())) {
            there = Datasets.load(Documents.few(experiment.data()), experiment.features(), Path.of(""));
        }
        if (!experiment.equals(before)) {
            Run.check(experiment, there, engines);
        }
        ShotChecks.check(beat.camera(), there);
        checked = beat;
        data = there;
    }
}
