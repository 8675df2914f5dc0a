package dev.crescent.data;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.Formula;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How a sample, as it is generated or read, becomes a network's inputs: by formulas over the two coordinates of 2-D data,
/// or else column by column; then by the scaling that was fitted to the training part. With this, a network can be used
/// outside of Crescent.
///
/// @param columns what a sample consists of: x1 and x2, a table's columns, pixels
/// @param formulas over the two columns of 2-D data, one an input; empty where each column is an input
/// @param offset `[inputs]`, `divisor` likewise: input c becomes `(x - offset[c]) / divisor[c]`
public record RawInputs(List<String> columns, List<Formula> formulas, double[] offset, double[] divisor) {
    public RawInputs {
        columns = List.copyOf(columns);
        formulas = List.copyOf(formulas);
    }

    /// Those of a data set. Images whose scaling is fitted to them are read once more, nothing else.
    ///
    /// @param data that the data set was loaded from
    /// @param base the folder that relative paths are relative to
    /// @throws DataException with one sentence if images are needed and cannot be had
    public static RawInputs of(Data data, Dataset dataset, Path base) throws DataException {
        if (dataset.plane() instanceof ScaledFormulas(List<Formula> formulas, Scaler scaler, List<String> axes)) {
            return new RawInputs(axes, formulas, scaler.offset(), scaler.divisor());
        }
        Scaler scaler = scaler(data, dataset, base);
        return new RawInputs(dataset.inputNames(), List.of(), scaler.offset(), scaler.divisor());
    }

    private static Scaler scaler(Data data, Dataset dataset, Path base) throws DataException {
        Dataset.Samples train = dataset.train();
        int width = dataset.inputWidth();
        return switch (data.source()) {
            // Its raw values are kept beside the scaled ones.
            case Source.Csv _ -> Scaler.fit(data.scaling(), train.raw(), train.count(), width);
            case Source.Points _, Source.Painted _, Source.Digits _, Source.Images _ ->
                    data.scaling() == Scaling.NONE || data.scaling() == Scaling.UNIT
                            ? Scaler.fit(data.scaling(), train.inputs(), 0, width)
                            : Datasets.newSamples(data, List.of(), base).scaler();
        };
    }

    /// How many numbers go into the network.
    public int width() {
        return offset.length;
    }

    /// Whether each input is a column as it is, before scaling.
    public boolean isPlain() {
        return formulas.isEmpty() || formulas.size() == columns.size() && IntStream.range(0, formulas.size())
                .allMatch(i -> formulas.get(i).text().strip().equals(RawSamples.PLANE.get(i)));
    }

    /// Whether nothing is scaled.
    public boolean isUnscaled() {
        return sameDivisor() && divisor[0] == 1 && Arrays.stream(offset).allMatch(x -> x == 0);
    }

    /// Whether all inputs are divided by the same number, and nothing else.
    public boolean isDivided() {
        return sameDivisor() && Arrays.stream(offset).allMatch(x -> x == 0);
    }

    private boolean sameDivisor() {
        return Arrays.stream(divisor).allMatch(x -> x == divisor[0]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawInputs(List<String> itsColumns, List<Formula> itsFormulas, double[] offsets, double[] divisors)
                && columns.equals(itsColumns) && formulas.equals(itsFormulas) && Arrays.equals(offset, offsets)
                && Arrays.equals(divisor, divisors);
    }

    @Override
    public int hashCode() {
        return 31 * columns.hashCode() + formulas.hashCode();
    }
}
