package dev.crescent.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.crescent.data.Dataset;
import dev.crescent.data.NewSamples;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.insight.Predictor;
import java.io.IOException;
import java.io.Writer;
import java.util.BitSet;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a network says about some samples, as CSV and in one line.
final class Predictions {
    private final Dataset data;
    private final Source source;
    private final NewSamples.Batch batch;
    private final Predictor.Answers answers;
    private final boolean classified;
    private final int units;
    /// Whether a single output is the share of class 1.
    private final boolean share;

    /// @param source of the data
    Predictions(Dataset data, Source source, Layer.Dense output, NewSamples.Batch batch, Predictor.Answers answers) {
        this.data = data;
        this.source = source;
        this.batch = batch;
        this.answers = answers;
        this.classified = data.task() == Task.CLASSIFICATION;
        this.units = output.units();
        this.share = classified && units == 1 && output.activation() == Activation.SIGMOID;
    }

    /// `class,p0,p1,...`, a row a sample. A single output that is no share of a class is the column `output`; a regression
    /// has nothing else. A row of a table that is no sample, since it has gaps, is there with nothing in it.
    void write(Writer writer) throws IOException {
        int first = classified ? 1 : 0;
        String[] row = new String[first + (share ? 2 : units)];
        CsvWriter.CsvWriterBuilder builder = CsvWriter.builder().lineDelimiter(LineDelimiter.LF);
        // A single column without quotes would be an empty line, which many readers skip.
        CsvWriter csv = (row.length == 1 ? builder.quoteStrategy(QuoteStrategies.EMPTY) : builder).build(writer);
        for (int column = first; column < row.length; column++) {
            row[column] = share || units > 1 ? "p" + (column - first) : "output";
        }
        if (classified) {
            row[0] = "class";
        }
        csv.writeRecord(row);
        BitSet left = batch.left();
        String[] nothing = Collections.nCopies(row.length, "").toArray(String[]::new);
        int line = 0;
        for (int i = 0; i < batch.count(); i++, line++) {
            for (; left.get(line); line++) {
                csv.writeRecord(nothing);
            }
            if (classified) {
                int said = answers.classes()[i];
                row[0] = said < 0 ? "" : data.classNames().get(said);
            }
            for (int column = first; column < row.length; column++) {
                row[column] = Numbers.csv(output(i, column - first));
            }
            csv.writeRecord(row);
        }
        for (; left.get(line); line++) {
            csv.writeRecord(nothing);
        }
        csv.flush();
    }

    private float output(int sample, int column) {
        float value = answers.outputs()[sample * units + (share ? 0 : column)];
        return share && column == 0 ? 1 - value : value;
    }

    /// `10000 samples: accuracy 97.6 %`, or the mean squared error of a regression, where targets are known; what rows have no
    /// answer, and in what unit the answers are. Empty if there is nothing to say.
    Optional<String> summary() {
        int gaps = batch.left().cardinality();
        String rest = gaps == 0 ? "" : gaps == 1 ? "1 row with gaps has no answer" : gaps + " rows with gaps have no answer";
        String all = Stream.of(measured().orElse(""), rest, unit()).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private String unit() {
        return source instanceof Source.Csv table && table.targetUnit() != 1 ? "the output is " + data.targetName() + " divided by "
                + table.writtenUnit() : "";
    }

    private Optional<String> measured() {
        int[] labels = batch.labels();
        float[] values = batch.values();
        String samples = batch.count() + (batch.count() == 1 ? " sample: " : " samples: ");
        if (labels != null) {
            int right = 0;
            for (int i = 0; i < batch.count(); i++) {
                right += answers.classes()[i] == labels[i] ? 1 : 0;
            }
            return Optional.of(samples + "accuracy " + Numbers.percent((double) right / batch.count()));
        }
        if (values != null) {
            double sum = 0;
            for (int i = 0; i < batch.count(); i++) {
                double error = (double) answers.outputs()[i] - values[i];
                sum += error * error;
            }
            return Optional.of(samples + "mean squared error " + Numbers.loss(sum / batch.count()));
        }
        return Optional.empty();
    }
}
