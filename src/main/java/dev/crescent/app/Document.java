package dev.crescent.app;

import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Source;
import dev.crescent.export.DataPaths;
import dev.crescent.train.Progress;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// An experiment and the file it lives in. Paths of data within it are absolute.
///
/// @param file null until it is saved for the first time
/// @param saved the experiment as the file has it, as it was shipped, or begun with data; null if it is nowhere else
/// @param trainedTo the step up to which the file holds the training, too; [#NO_TRAINING] if it holds the settings alone,
///     [#SETTINGS_WANTED] if that is what the user wants although there is training
/// @param stamp of the file when it was last read or written here; [FileStamp#UNKNOWN] if nobody knows
record Document(Experiment experiment, @Nullable Path file, @Nullable Experiment saved, long trainedTo, FileStamp stamp) {
    /// Of a file with the settings alone.
    static final long NO_TRAINING = -1;
    /// Of a file whose user has chosen the settings alone while there was training.
    static final long SETTINGS_WANTED = -2;

    /// Of a file that holds the settings alone, or of none.
    Document(Experiment experiment, @Nullable Path file, @Nullable Experiment saved) {
        this(experiment, file, saved, NO_TRAINING, FileStamp.UNKNOWN);
    }

    /// A shipped experiment, or one that was made to fit data which were opened, and lie where they lay: nothing would be lost,
    /// and there is nothing to save, until it is changed.
    static Document begun(Experiment experiment) {
        return new Document(experiment, null, experiment);
    }

    /// Work from an earlier day that no file has. It began as the shipped experiment of that title and those notes, if there is
    /// one, as a link has it, or with a table. Reads files; not on the JavaFX thread.
    static Document recovered(Experiment experiment) {
        return new Document(experiment, null, Examples.like(experiment).or(() -> PlaygroundLinks.origin(experiment))
                .or(() -> OpenedTable.origin(experiment)).orElse(null));
    }

    /// What a file holds; its relative paths are relative to its folder.
    static Document of(Path file, Experiment read) {
        Experiment experiment = DataPaths.changed(read, path -> folder(file).resolve(path).normalize().toString());
        return new Document(experiment, file, experiment);
    }

    Document with(Experiment changed) {
        return new Document(changed, file, saved, trainedTo, stamp);
    }

    /// The same document, whose file holds the training up to a step.
    Document trainedTo(long step) {
        return new Document(experiment, file, saved, step, stamp);
    }

    /// The same document, whose file was read or written when it had that stamp.
    Document stamped(FileStamp read) {
        return new Document(experiment, file, saved, trainedTo, read);
    }

    /// Whether another program or window has written its file since. Asks the disk.
    boolean isFileChanged() {
        return file != null && stamp.isOutdated(file);
    }

    /// Whether the file holds the training, too.
    boolean holdsTraining() {
        return trainedTo >= 0;
    }

    /// Whether training is work of this document's that its file may lack: it is no file's before the first is written, and
    /// the user may want the settings alone.
    boolean countsTraining() {
        return file != null && trainedTo != SETTINGS_WANTED;
    }

    /// The experiment as a file in that place has it: data beside or below it by relative paths.
    Experiment forFile(Path target) {
        Path folder = folder(target);
        return DataPaths.changed(experiment, path -> {
            Path absolute = Path.of(path);
            return absolute.startsWith(folder)
                    ? folder.relativize(absolute).toString().replace('\\', '/') : path;
        });
    }

    /// Whether nothing would be lost if this were closed.
    boolean isSaved() {
        return experiment.equals(saved) || file == null && saved != null && anywhere(experiment).equals(anywhere(saved));
    }

    /// Whether nothing would be lost with the window, training that no file has included.
    ///
    /// @param progress where training stands; null at the start
    boolean isSaved(@Nullable Progress progress) {
        return isSaved() && (progress == null || progress.step() == Math.max(0, trainedTo));
    }

    /// Shipped experiments do not say where their images lie, nor on what they are trained; that is this machine's affair, and
    /// not the user's work.
    private static Experiment anywhere(Experiment experiment) {
        Experiment any = experiment.withDevice(Device.AUTO);
        return any.data().source() instanceof Source.Images images && images.set() != ImageSet.IDX
                ? any.withData(any.data().withSource(new Source.Images(images.set(), null, images.limit()))) : any;
    }

    /// The folder that a file is in.
    static Path folder(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? Path.of("").toAbsolutePath() : parent;
    }
}
