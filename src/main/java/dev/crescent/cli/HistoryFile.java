package dev.crescent.cli;

import dev.crescent.engine.Metrics;
import dev.crescent.train.Run;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;

/// The history of a run as CSV, one row an epoch, row 0 before training. A value that does not exist is empty.
final class HistoryFile implements EpochWatcher, AutoCloseable {
    static final String HEADER = "epoch,trainLoss,testLoss,trainAccuracy,testAccuracy,seconds";

    private final Path path;
    private final Writer writer;

    HistoryFile(Path path) throws BadInputException {
        this.path = path;
        this.writer = OutputFile.open(path);
        line(HEADER);
    }

    @Override
    public boolean wants(long epoch) {
        return true;
    }

    @Override
    public void measured(Run run, long epoch, Metrics train, Metrics test, double seconds) throws BadInputException {
        line(epoch + "," + Numbers.csv(train.loss()) + "," + Numbers.csv(test.loss()) + ","
                + Numbers.csv(train.accuracy()) + "," + Numbers.csv(test.accuracy()) + "," + Numbers.csv(seconds));
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
