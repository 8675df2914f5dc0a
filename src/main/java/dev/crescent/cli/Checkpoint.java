package dev.crescent.cli;

import dev.crescent.engine.Metrics;
import dev.crescent.experiment.Experiment;
import dev.crescent.export.ExperimentFile;
import dev.crescent.export.Tables;
import dev.crescent.train.History;
import dev.crescent.train.Progress;
import dev.crescent.train.Run;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file that holds an experiment with where its training stands.
final class Checkpoint implements EpochWatcher {
    private final Path file;
    private final ExperimentArgument argument;
    private final @Nullable EpochWatcher other;
    private History history;

    /// @param other follows the run, too; null for nobody
    /// @param from where training goes on; null if it starts
    Checkpoint(Path file, ExperimentArgument argument, @Nullable EpochWatcher other, @Nullable Progress from) {
        this.file = file;
        this.argument = argument;
        this.other = other;
        this.history = from == null ? History.EMPTY : from.history();
    }

    @Override
    public boolean wants(long epoch) {
        return true;
    }

    @Override
    public void measured(Run run, long epoch, Metrics train, Metrics test, double seconds) throws BadInputException {
        if (!EpochWatcher.isWithin(run)) { // what is known of the epoch before stays the last row
            add(run, train, test);
        }
        if (other != null) {
            other.measured(run, epoch, train, test, seconds);
        }
    }

    private void add(Run run, Metrics train, Metrics test) {
        history = history.with(run.epoch(), train.loss(), test.loss(), train.accuracy(), test.accuracy());
    }

    /// Where a run was stopped, and how it goes on, as a sentence.
    String interrupted(Run run) {
        String name = file.toString();
        String argument = name.chars().anyMatch(Character::isWhitespace) ? "\"" + name + "\"" : name;
        return "Stopped at epoch " + Numbers.csv(Math.floor(100 * run.epoch()) / 100) + " of " + run.experiment().training().epochs()
                + ": what was reached is saved in " + name + ", and crescent train " + argument + " --resume goes on from there";
    }

    /// Writes what the run has reached; its numbers are finite.
    void write(Run run) throws BadInputException {
        Progress progress = run.progress(history);
        Path folder = OutputFile.folder(file);
        Experiment moved = SavedExperiment.moved(run.experiment(), argument.base(), folder);
        Map<String, byte[]> tables = Tables.of(moved, folder);
        OutputFile.replace(file, new ExperimentFile(moved, progress, tables, argument.pinned(), Map.of())::write);
    }
}
