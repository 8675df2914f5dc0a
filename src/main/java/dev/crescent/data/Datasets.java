package dev.crescent.data;

import dev.crescent.data.digits.SyntheticDigits;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Formula;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.host.CacheFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes the data set that an experiment describes.
public final class Datasets {
    private Datasets() {}

    /// Generates or reads the samples, splits them, and applies features and scaling.
    ///
    /// The split takes the last `testFraction` after a shuffle with `data.seed`; within each part the samples keep
    /// their order. Digits are drawn for each part instead. The scaling is fitted to the training part only. The same arguments and files give the same
    /// numbers.
    ///
    /// @param features formulas over x1 and x2, used for 2-D data
    /// @param base the folder that relative paths are relative to
    /// @throws DataException with one sentence if the data cannot be had or used
    public static Dataset load(Data data, List<String> features, Path base) throws DataException {
        return fitted(data, features, base).dataset();
    }

    /// A data set with what was fitted to it.
    ///
    /// @param formulas the features of 2-D data; empty for others
    record Fitted(Dataset dataset, Scaler scaler, List<Formula> formulas) {
        Fitted {
            formulas = List.copyOf(formulas);
        }
    }

    private static Fitted fitted(Data data, List<String> features, Path base) throws DataException {
        return switch (data.source()) {
            case Source.Points points -> points(PointSets.generate(points, data.seed()), data, features);
            case Source.Painted painted -> points(PointSets.painted(painted.points()), data, features);
            case Source.Csv csv -> table(csv, data, features, base);
            case Source.Digits digits -> digits(digits, data);
            case Source.Images images -> images(images, data, base);
        };
    }

    /// What brings samples that are not in the data set into the form of its inputs. The data set is read or generated
    /// only where something has to be fitted or found out: images of a known size whose scaling needs no fitting are
    /// not looked for.
    ///
    /// @throws DataException with one sentence if the data are needed and cannot be had or used
    public static NewSamples newSamples(Data data, List<String> features, Path base) throws DataException {
        boolean fixed = data.scaling() == Scaling.NONE || data.scaling() == Scaling.UNIT;
        Fitted known = switch (data.source()) {
            case Source.Digits _ when fixed -> without(ImageSet.MNIST, data.scaling());
            case Source.Images images when fixed && images.set() != ImageSet.IDX -> without(images.set(), data.scaling());
            case Source.Points _, Source.Painted _, Source.Csv _, Source.Digits _, Source.Images _ ->
                    fitted(data, features, base);
        };
        return new NewSamples(data.source(), base, known);
    }

    /// Likewise, but images that are not on this machine yet are no reason to refuse: the user can fetch them.
    ///
    /// @return an [#awaited] one in their place
    public static Dataset loadOrAwait(Data data, List<String> features, Path base) throws DataException {
        try {
            return load(data, features, base);
        } catch (NoImagesException e) {
            return awaited(e.set());
        }
    }

    /// The first images of a training part, as they are, and no test part: enough for a picture, and quickly read.
    ///
    /// @param count how many of them
    /// @param base the folder that a relative path is relative to
    /// @throws DataException with one sentence if they cannot be had
    public static Dataset first(Source.Images source, int count, Path base) throws DataException {
        IdxFolder.Images few = IdxFolder.first(new Source.Images(source.set(), source.path(), count), base, CacheFolder.find());
        RawSamples train = few.samples();
        RawSamples test = IdxFolder.none(source.set());
        return scaled(new Parts(train, test), train.columns(), test.columns(), train.columnNames(), few.shape(),
                Scaler.fit(Scaling.NONE, train.columns(), train.count(), train.width())).dataset();
    }

    /// A data set of images that are not there yet: without samples, in the shape that they will have.
    public static Dataset awaited(ImageSet set) {
        return without(set, Scaling.NONE).dataset();
    }

    /// @param scaling one that needs no fitting
    private static Fitted without(ImageSet set, Scaling scaling) {
        RawSamples none = IdxFolder.none(set);
        return scaled(new Parts(none, none), none.columns(), none.columns(), none.columnNames(), List.of(1, 28, 28),
                Scaler.fit(scaling, none.columns(), 0, none.width()));
    }

    /// Where images lie that an experiment names without a path.
    public static Path folderOf(ImageSet set) {
        return CacheFolder.find().resolve(set.id()).toAbsolutePath();
    }

    /// The two parts before features and scaling.
    record Parts(RawSamples train, RawSamples test) {}

    private static Parts split(RawSamples all, Data data) {
        Split split = Split.of(all.count(), data.testFraction(), data.seed());
        return new Parts(all.pick(split.train()), all.pick(split.test()));
    }

    private static Fitted points(RawSamples all, Data data, List<String> features) throws DataException {
        return plane(split(all, data), features, data.scaling());
    }

    /// A table: 2-D if it has two features and is not read as images.
    private static Fitted table(Source.Csv csv, Data data, List<String> features, Path base) throws DataException {
        RawSamples all = CsvTables.read(csv, base);
        String testPath = csv.testPath();
        Parts parts = testPath == null ? split(all, data)
                : new Parts(all, CsvTables.readTest(csv, testPath, all, base));
        if (all.width() == 2 && csv.shape().isEmpty()) {
            return plane(parts, features, data.scaling());
        }
        // Without scaling the inputs are the table itself, and large tables need their memory once.
        boolean same = data.scaling() == Scaling.NONE;
        float[] train = same ? parts.train.columns() : parts.train.columns().clone();
        float[] test = same ? parts.test.columns() : parts.test.columns().clone();
        Scaler scaler = Scaler.fit(data.scaling(), train, parts.train.count(), all.width());
        List<Integer> shape = csv.shape().isEmpty() ? List.of(all.width()) : csv.shape();
        return scaled(parts, train, test, all.columnNames(), shape, scaler);
    }

    /// Images and their own test part, or a part of them where they have none. Large sets need their memory once: their
    /// raw values are the inputs.
    private static Fitted images(Source.Images source, Data data, Path base) throws DataException {
        IdxFolder.Parts read = IdxFolder.read(source, base, CacheFolder.find());
        IdxFolder.Images test = read.test();
        Parts parts = test == null ? split(read.train().samples(), data)
                : new Parts(read.train().samples(), test.samples());
        RawSamples train = parts.train();
        Scaler scaler = Scaler.fit(data.scaling(), train.columns(), train.count(), train.width());
        return scaled(parts, train.columns(), parts.test().columns(), train.columnNames(), read.train().shape(), scaler);
    }

    /// Drawn digits: each part from a row of its own, so that a digit stays what it is when their number changes, and
    /// nothing is held twice.
    private static Fitted digits(Source.Digits source, Data data) {
        int testing = Split.testing(source.samples(), data.testFraction());
        Parts parts = new Parts(DigitSets.draw(0, source.samples() - testing, data.seed(), SyntheticDigits.Part.TRAINING),
                DigitSets.draw(0, testing, data.seed(), SyntheticDigits.Part.TEST));
        RawSamples train = parts.train();
        Scaler scaler = Scaler.fit(data.scaling(), train.columns(), train.count(), train.width());
        return scaled(parts, train.columns(), parts.test().columns(), train.columnNames(), DigitSets.SHAPE, scaler);
    }

    /// Whether every epoch has other training samples.
    public static boolean isFresh(Data data) {
        return data.source() instanceof Source.Digits digits && digits.fresh();
    }

    /// The data set as an epoch has it: with training samples that no epoch before had, if the data are fresh ones, and
    /// else as it is. The test part is always the same.
    ///
    /// @param any the data set of any epoch
    /// @param epoch from 0 on
    public static Dataset ofEpoch(Data data, Dataset any, long epoch) {
        int count = any.train().count() - any.own();
        if (!isFresh(data) || count == 0) {
            return any;
        }
        RawSamples drawn = DigitSets.draw(epoch * count, count, data.seed(), SyntheticDigits.Part.TRAINING);
        Scaler.fit(data.scaling(), drawn.columns(), count, drawn.width()).applyRows(drawn.columns(), count);
        Dataset of = new Dataset(any.task(), any.classNames(), any.inputNames(), any.inputShape(),
                samples(drawn, drawn.columns()), any.test(), any.plane());
        return of.with(OwnSamples.of(any));
    }

    /// A 2-D data set: its inputs are the features' formulas.
    private static Fitted plane(Parts parts, List<String> features, Scaling scaling) throws DataException {
        List<Formula> formulas = parsed(features);
        float[] train = evaluated(formulas, parts.train.columns(), parts.train.count(), "training");
        float[] test = evaluated(formulas, parts.test.columns(), parts.test.count(), "test");
        Scaler scaler = Scaler.fit(scaling, train, parts.train.count(), formulas.size());
        List<Integer> shape = List.of(features.size());
        return scaled(parts, train, test, features, shape, scaler, formulas);
    }

    /// No 2-D data: the inputs are the columns.
    private static Fitted scaled(Parts parts, float[] train, float[] test, List<String> inputNames,
                                 List<Integer> shape, Scaler scaler) {
        return scaled(parts, train, test, inputNames, shape, scaler, List.of());
    }

    /// @param train `[count][inputNames]`, scaled in place, as is `test`
    /// @param formulas the features of 2-D data; empty for others
    private static Fitted scaled(Parts parts, float[] train, float[] test, List<String> inputNames,
                                 List<Integer> shape, Scaler scaler, List<Formula> formulas) {
        scaler.applyRows(train, parts.train.count());
        scaler.applyRows(test, parts.test.count());
        PlaneFeatures plane = formulas.isEmpty() ? null : new ScaledFormulas(formulas, scaler, parts.train.columnNames());
        return new Fitted(new Dataset(parts.train.task(), parts.train.classNames(), inputNames, shape,
                samples(parts.train, train), samples(parts.test, test), plane, 0, parts.train.targetName()), scaler, formulas);
    }

    private static Dataset.Samples samples(RawSamples raw, float[] inputs) {
        return new Dataset.Samples(raw.count(), inputs, raw.columns(), raw.width(), raw.labels(), raw.values());
    }

    private static List<Formula> parsed(List<String> features) throws DataException {
        if (features.isEmpty()) {
            throw new DataException("features: are empty; choose at least one, such as x1");
        }
        List<Formula> formulas = new ArrayList<>();
        for (int f = 0; f < features.size(); f++) {
            try {
                formulas.add(Formula.parse(features.get(f), RawSamples.PLANE));
            } catch (InvalidSettingException e) {
                throw new DataException("features[" + f + "]: " + e.problem(), e);
            }
        }
        return formulas;
    }

    /// The features' values, `[count][formulas]`, all finite.
    ///
    /// @param points `[count][2]`
    /// @param part what the samples are called in messages
    static float[] evaluated(List<Formula> formulas, float[] points, int count, String part) throws DataException {
        int width = formulas.size();
        float[] inputs = new float[count * width];
        for (int i = 0; i < count; i++) {
            float x1 = points[2 * i];
            float x2 = points[2 * i + 1];
            for (int f = 0; f < width; f++) {
                float value = (float) formulas.get(f).evaluate(x1, x2);
                if (!Float.isFinite(value)) {
                    throw new DataException("features[" + f + "]: " + formulas.get(f) + " has no finite value at "
                            + part + " sample " + (i + 1) + " (x1 = " + x1 + ", x2 = " + x2
                            + "); change the formula or leave it out");
                }
                inputs[i * width + f] = value;
            }
        }
        return inputs;
    }
}
