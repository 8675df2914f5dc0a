package dev.crescent.cli;

import dev.crescent.engine.Metrics;
import dev.crescent.train.History;
import dev.crescent.train.Progress;
import dev.crescent.train.Run;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// The history of a run as CSV, one row an epoch, row 0 before training; where training broke off within an epoch, a row with
/// the fraction of it. A value that does not exist is empty, as are the
/// seconds of what was trained another day.
final class HistoryFile implements EpochWatcher, AutoCloseable {
    static final String HEADER = "epoch,trainLoss,testLoss,trainAccuracy,testAccuracy,seconds";

    private final Path path;
    private final Writer writer;

    /// @param from where training goes on; null if it starts
    HistoryFile(Path path, @Nullable Progress from) throws BadInputException {
        this.path = path;
        this.writer = OutputFile.open(path);
        line(HEADER);
        if (from != null) {
            known(from);
        }
    }

    /// What was measured before. The epoch at whose end training goes on is measured again.
    private void known(Progress from) throws BadInputException {
        History history = from.history();
        boolean within = from.epoch() != Math.rint(from.epoch());
        for (int row = 0; row < history.size(); row++) {
            if (history.epoch(row) < from.epoch() || within) {
                row(Numbers.csv(history.epoch(row)), history.trainLoss(row), history.testLoss(row), history.trainAccuracy(row),
                        history.testAccuracy(row), Double.NaN);
            }
        }
    }

    @Override
    public boolean wants(long epoch) {
        return true;
    }

    @Override
    public void measured(Run run, long epoch, Metrics train, Metrics test, double seconds) throws BadInputException {
        if (!EpochWatcher.isWithin(run)) {
            row(run.atEpochStart() ? Long.toString(epoch) : Numbers.csv(run.epoch()), train.loss(), test.loss(), train.accuracy(), test.accuracy(), seconds);
        }
    }

    private void row(String epoch, double... values) throws BadInputException {
        StringJoiner row = new StringJoiner(",").add(epoch);
        for (double value : values) {
            row.add(Numbers.csv(value));
        }
        line(row.toString());
    }

    /// Each line goes out at once: whoever stops a long training keeps what it reached.
    private void line(String text) throws BadInputException {
        try {
            writer.write(text);
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw OutputFile.failed(path, e);
        }
    }

    @Override
    public void close() throws BadInputException {
        try {
            writer.close();
        } catch (IOException e) {
            throw OutputFile.failed(path, e);
        }
    }
}
