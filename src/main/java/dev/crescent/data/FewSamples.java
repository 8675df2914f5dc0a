package dev.crescent.data;

import dev.crescent.data.digits.SyntheticDigits;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A few samples of a data set as they are before features and scaling, to try a network on.
///
/// @param origin where they are from, as in `the test part`
/// @param rows `[count][columns]`
/// @param targets what each is known to be, a class's name or a number; empty if that is not known
public record FewSamples(String origin, int count, float[] rows, List<String> targets) {
    /// Of a pixel, on its way to the network's scale and back.
    private static final double ROUNDING = 1e-4;

    public FewSamples {
        targets = List.copyOf(targets);
    }

    /// Those from all over the test part, or the training part if there is no other. Where images have not been read they are read
    /// or drawn; where they cannot be had, drawn digits stand for them.
    ///
    /// @param data that the data set was loaded from
    /// @param base the folder that relative paths are relative to
    public static FewSamples of(Data data, Dataset dataset, RawInputs inputs, Path base, int most) {
        Dataset.Samples test = dataset.test();
        if (test.count() > 0) {
            return of(dataset, test, inputs, "the test part", most);
        }
        if (dataset.train().count() > 0) {
            return of(dataset, dataset.train(), inputs, "the training part", most);
        }
        return switch (data.source()) {
            case Source.Digits _ -> drawn(data.seed(), most);
            case Source.Images images -> read(images, base, most).orElseGet(() -> stranger(drawn(data.seed(), most)));
            case Source.Points _, Source.Painted _, Source.Csv _ ->
                    new FewSamples("no sample", 0, new float[0], List.of());
        };
    }

    private static FewSamples of(Dataset dataset, Dataset.Samples part, RawInputs inputs, String origin, int most) {
        int count = Math.min(most, part.count());
        int width = part.rawWidth();
        float[] rows = new float[count * width];
        for (int i = 0; i < count; i++) {
            System.arraycopy(part.raw(), place(i, count, part) * width, rows, i * width, width);
        }
        // To hold them once, images are scaled where they lie.
        if (dataset.hasImages() && part.raw() == part.inputs()) {
            for (int i = 0; i < rows.length; i++) {
                int column = i % width;
                double value = rows[i] * inputs.divisor()[column] + inputs.offset()[column];
                rows[i] = (float) (Math.abs(value - Math.rint(value)) < ROUNDING ? Math.rint(value) : value);
            }
        }
        return new FewSamples(origin, count, rows, targets(dataset, part, count));
    }

    /// The first samples of a part may all lie in one corner.
    private static int place(int i, int count, Dataset.Samples part) {
        return (int) ((long) i * part.count() / count);
    }

    private static List<String> targets(Dataset dataset, Dataset.Samples part, int count) {
        String[] targets = new String[count];
        for (int i = 0; i < count; i++) {
            targets[i] = dataset.task() == Task.REGRESSION ? Float.toString(part.values()[place(i, count, part)])
                    : dataset.classNames().get(part.labels()[place(i, count, part)]);
        }
        return List.of(targets);
    }

    private static FewSamples drawn(long seed, int most) {
        RawSamples drawn = DigitSets.draw(0, most, seed, SyntheticDigits.Part.TEST);
        return new FewSamples("the test part", most, drawn.columns(),
                Arrays.stream(drawn.labels()).mapToObj(drawn.classNames()::get).toList());
    }

    private static FewSamples stranger(FewSamples digits) {
        return new FewSamples("Crescent's own drawn digits, since the data set is not on this machine", digits.count,
                digits.rows, List.of());
    }

    private static Optional<FewSamples> read(Source.Images images, Path base, int most) {
        try {
            Dataset first = Datasets.first(images, most, base);
            RawInputs plain = RawInputs.of(new Data(images, 1, 0, Scaling.NONE), first, base);
            return Optional.of(of(first, first.train(), plain, "the training part", most));
        } catch (DataException e) {
            return Optional.empty(); // nothing that is asked for depends on them
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FewSamples(String its, int n, float[] numbers, List<String> names) && origin.equals(its)
                && count == n && Arrays.equals(rows, numbers) && targets.equals(names);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(rows) + targets.hashCode();
    }
}
