package dev.crescent.app;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Source;
import dev.crescent.export.ExperimentFile;
import dev.crescent.insight.descent.TestFunction;
import dev.crescent.insight.hidden.Overview;
import dev.crescent.lesson.LessonReader;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import dev.crescent.ui.landscape.Camera;
import dev.crescent.ui.landscape.Track;
import dev.crescent.ui.start.DigitsThumbnail;
import dev.crescent.ui.start.PlaneThumbnail;
import dev.crescent.ui.start.SurfaceThumbnail;
import dev.crescent.ui.start.Thumbnail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Makes the pictures of the start screen: what they show is trained, raced and drawn for them. Takes its time; not on the
/// JavaFX thread.
final class StartPictures {
    /// Of a training. The first ones are close to each other: that is when a boundary moves most.
    private static final int MOMENTS = 60;
    private static final int DIGIT_COLUMNS = 8;
    private static final int DIGIT_ROWS = 5;
    /// After so many the slowest optimizer has shown its way.
    private static final int MOST_RACED = 2000;
    /// A table with more bytes is not read for a picture.
    private static final long LARGEST_TABLE = 4 << 20;
    /// As many of its samples as can be told from each other.
    private static final int MOST_SAMPLES = 3000;

    /// The race's: three of the optimizers end in the near well, and the one with momentum in the deeper one.
    static final TestFunction RACED = TestFunction.TWO_WELLS;
    /// From where both wells are seen.
    private static final Camera CAMERA = new Camera(Math.toRadians(208), Math.toRadians(46), 1.25);

    private StartPictures() {}

    /// The points of a shipped experiment.
    static Thumbnail points(String builtin) {
        return PlaneThumbnail.points(load(shipped(builtin)));
    }

    /// What a shipped experiment learns with its own seeds in its own number of epochs.
    ///
    /// @param stopped asked now and then whether to give up
    /// @throws CancellationException if so
    static Thumbnail trained(String builtin, BooleanSupplier stopped) {
        Experiment experiment = shipped(builtin).withDevice(Device.CPU);
        Dataset data = load(experiment);
        CpuEngine engine = new CpuEngine(1);
        try (Run run = Run.start(experiment, data, new Engines(List.of(engine)))) {
            List<float[]> moments = new ArrayList<>(List.of(run.parameters()));
            while (run.epochsDone() == 0) {
                train(run, run.step() + 1, stopped); // an epoch's steps are known after the first
            }
            long all = run.step() * experiment.training().epochs();
            for (int i = 1; i < MOMENTS; i++) {
                double share = i / (MOMENTS - 1.0);
                train(run, Math.round(all * share * share), stopped);
                moments.add(run.parameters());
            }
            return PlaneThumbnail.fields(experiment, data,
                    engine.evaluator((Model.Network) experiment.model(), data.inputShape()), moments);
        } catch (TrainingException e) {
            throw new IllegalStateException("A shipped experiment cannot be trained", e);
        }
    }

    private static void train(Run run, long upTo, BooleanSupplier stopped) {
        while (run.step() < upTo) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException();
            }
            run.train(upTo - run.step());
        }
    }

    /// The ground of the race down a function, as the descent room begins it.
    static Thumbnail ground() {
        FunctionRace race = race();
        return new SurfaceThumbnail(FunctionLandscape.of(race.function(), race.minima()).landscape(), CAMERA,
                List.of(tracks(race)));
    }

    /// That race until all have arrived.
    static Thumbnail raced() {
        FunctionRace race = race();
        List<List<Track>> moments = new ArrayList<>(List.of(tracks(race)));
        int steps = decided();
        for (int i = 1; i < MOMENTS; i++) {
            double share = i / (MOMENTS - 1.0);
            while (race.steps() < Math.round(steps * share * share) && race.step()) {
                // on to the next moment
            }
            moments.add(tracks(race));
        }
        return new SurfaceThumbnail(FunctionLandscape.of(race.function(), race.minima()).landscape(), CAMERA, moments);
    }

    /// How many steps it takes.
    private static int decided() {
        FunctionRace race = race();
        while (!race.isDecided() && race.steps() < MOST_RACED && race.step()) {
            // on
        }
        return race.steps();
    }

    private static FunctionRace race() {
        FunctionRace race = new FunctionRace();
        race.setFunction(RACED, RACED.minima());
        return race;
    }

    private static List<Track> tracks(FunctionRace race) {
        return race.racers().stream().map(Racer::track).toList();
    }

    /// Digits as they are drawn for the shipped reader.
    static Thumbnail digits(String builtin) {
        return new DigitsThumbnail(DIGIT_COLUMNS, DIGIT_ROWS, shipped(builtin).data().seed());
    }

    /// What a file holds: what its network says if it was trained, else its points or digits, and of a table with more columns
    /// its samples in the plane in which they vary most; null if there is no small picture of it.
    static @Nullable Thumbnail ofFile(Path file) {
        if (LessonReader.isLesson(file)) {
            return null;
        }
        try {
            if (OpenedTable.isTable(file.toString())) {
                return ofTable(file);
            }
            ExperimentFile content = ExperimentFile.read(file);
            Experiment experiment = Document.of(file, content.experiment()).experiment();
            return switch (experiment.data().source()) {
                case Source.Digits _ -> new DigitsThumbnail(2, 2, experiment.data().seed());
                case Source.Images _ -> null; // reading them takes longer than anybody looks
                case Source.Csv csv when !isSmall(csv) -> null;
                case Source.Csv _, Source.Points _, Source.Painted _ -> ofPlane(content, experiment);
            };
        } catch (ExperimentFileException | OpeningException | DataException | RuntimeException e) {
            Logs.warning("There is no picture of " + file, e); // opening it says what is wrong with it
            return null;
        }
    }

    private static @Nullable Thumbnail ofTable(Path file) throws OpeningException, DataException {
        return isSmall(file) ? ofPoints(load(OpenedTable.document(file, OpenedTable.read(file)).experiment().data())) : null;
    }

    private static boolean isSmall(Source.Csv csv) {
        return Builtins.isShipped(csv.path()) || isSmall(Path.of(csv.path()));
    }

    private static boolean isSmall(Path table) {
        return Files.isRegularFile(table) && table.toFile().length() <= LARGEST_TABLE;
    }

    private static @Nullable Thumbnail ofPoints(Dataset data) {
        if (data.plane() != null) {
            return PlaneThumbnail.points(data);
        }
        return data.inputWidth() < 2 ? null : PlaneThumbnail.points(Overview.of(data, MOST_SAMPLES));
    }

    private static Dataset load(Data data) throws DataException {
        return Datasets.load(data, List.of("x1", "x2"), Path.of(""));
    }

    private static @Nullable Thumbnail ofPlane(ExperimentFile content, Experiment experiment) throws DataException {
        Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        return data.plane() == null || content.progress() == null || !(experiment.model() instanceof Model.Network network)
                ? ofPoints(data)
                : PlaneThumbnail.fields(experiment, data, new CpuEngine(1).evaluator(network, data.inputShape()),
                        List.of(content.progress().parameters()));
    }

    private static Experiment shipped(String builtin) {
        try {
            return Builtins.read(builtin);
        } catch (ExperimentFileException e) {
            throw new IllegalStateException("Crescent's installation is damaged, install it again", e);
        }
    }

    private static Dataset load(Experiment experiment) {
        try {
            return Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        } catch (DataException e) {
            throw new IllegalStateException("Points that are generated did not load", e);
        }
    }
}
