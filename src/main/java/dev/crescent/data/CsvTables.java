package dev.crescent.data;

import dev.crescent.experiment.Gaps;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the tables of a CSV source.
final class CsvTables {
    private static final int FEWEST_ROWS = 2;

    private CsvTables() {}

    /// Reads the table at `data.path`.
    static RawSamples read(Source.Csv source, Path base) throws DataException {
        CsvFile file = CsvFile.open(base, source.path(), "data.path");
        int target = target(source, file);
        int[] features = features(source, file, target);
        checkShape(source.shape(), features.length, file.name());
        checkNames(file, features);
        CsvClasses classes = source.task() == Task.CLASSIFICATION ? new CsvClasses() : null;
        CsvRows rows = rows(file, features, target, classes, FEWEST_ROWS, wanted(source));
        List<String> classNames = classes == null ? List.of() : classes.sorted();
        if (classNames.size() == 1) {
            throw new DataException(file.name() + ": column \"" + CsvCell.shown(file.columns().get(target))
                    + "\" has only the class \"" + CsvCell.shown(classNames.getFirst())
                    + "\"; choose another target or the task regression");
        }
        List<String> names = new ArrayList<>();
        for (int feature : features) {
            names.add(file.columns().get(feature));
        }
        int[] places = classes == null ? new int[0] : classes.placesIn(classNames);
        return samples(rows, source, classNames, names, places, classes == null ? file.columns().get(target) : "");
    }

    /// Reads the table at `data.testPath`, with the columns and classes of the first.
    static RawSamples readTest(Source.Csv source, String testPath, RawSamples train, Path base) throws DataException {
        CsvFile first = CsvFile.open(base, source.path(), "data.path");
        CsvFile file = CsvFile.open(base, testPath, "data.testPath");
        int target = target(source, first);
        int[] features = features(source, first, target);
        if (!file.columns().equals(first.columns())) {
            for (int f = 0; f < features.length; f++) {
                features[f] = counterpart(file, first, features[f]);
            }
            target = counterpart(file, first, target);
        }
        CsvClasses classes = source.task() == Task.CLASSIFICATION ? new CsvClasses(train.classNames()) : null;
        CsvRows rows = rows(file, features, target, classes, 1, wanted(source));
        int[] places = classes == null ? new int[0] : classes.placesIn(train.classNames());
        return samples(rows, source, train.classNames(), train.columnNames(), places, train.targetName());
    }

    /// The column of the test table that has the same name, or the same number if one of the tables has no names.
    private static int counterpart(CsvFile test, CsvFile first, int column) throws DataException {
        if (test.header() && first.header()) {
            return test.indexOf(first.columns().get(column), "data.testPath");
        }
        if (test.columns().size() != first.columns().size()) {
            throw new DataException("data.testPath: " + test.name() + " has " + test.columns().size() + " columns, "
                    + first.name() + " has " + first.columns().size() + "; give both the same columns or a header");
        }
        return column;
    }

    static int target(Source.Csv source, CsvFile file) throws DataException {
        return source.target().isBlank() ? file.columns().size() - 1 : file.indexOf(source.target(), "data.target");
    }

    /// All columns but the target.
    private static int[] others(CsvFile file, int target) throws DataException {
        int[] features = new int[file.columns().size() - 1];
        for (int i = 0; i < features.length; i++) {
            features[i] = i < target ? i : i + 1;
        }
        if (features.length == 0) {
            throw new DataException(file.name() + ": has one column only; separate features and target by commas,"
                    + " semicolons, tabs or |");
        }
        return features;
    }

    static int[] features(Source.Csv source, CsvFile file, int target) throws DataException {
        if (source.columns().isEmpty()) {
            return others(file, target);
        }
        int[] features = new int[source.columns().size()];
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < features.length; i++) {
            String key = "data.columns[" + i + "]";
            features[i] = file.indexOf(source.columns().get(i), key);
            if (features[i] == target) {
                throw new DataException(key + ": \"" + CsvCell.shown(source.columns().get(i))
                        + "\" is the target; take it out of data.columns or choose another target");
            }
            if (!taken.add(features[i])) {
                throw new DataException(key + ": \"" + CsvCell.shown(source.columns().get(i))
                        + "\" is listed twice; take one out");
            }
        }
        return features;
    }

    /// Columns go by their names, in the window and where samples are predicted.
    private static void checkNames(CsvFile file, int[] features) throws DataException {
        Set<String> names = new HashSet<>();
        for (int feature : features) {
            String name = file.columns().get(feature);
            if (!names.add(name)) {
                throw new DataException(file.name() + ": has several columns named \"" + CsvCell.shown(name)
                        + "\"; give each of them a name of its own");
            }
        }
    }

    private static void checkShape(List<Integer> shape, int features, String name) throws DataException {
        long needed = 1;
        for (int size : shape) {
            needed *= size;
        }
        if (!shape.isEmpty() && needed != features) {
            throw new DataException("data.shape: " + shape + " needs " + needed + " feature columns, " + name + " has "
                    + features + "; correct the shape, or list the columns of an image under data.columns");
        }
    }

    /// @param target -1 if there is none
    /// @param classes null if the target is none, or a value
    /// @param fewest how many rows there must be
    static CsvRows rows(CsvFile file, int[] features, int target, @Nullable CsvClasses classes, int fewest,
            CsvRows.Wanted wanted) throws DataException {
        CsvRows rows = new CsvRows(file, features, target, classes, wanted);
        file.readRows(rows);
        if (rows.count() < fewest) {
            throw new DataException(file.name() + ": has too few rows, " + rows.count()
                    + (file.header() ? " below the header" : "") + (!rows.skipped().isEmpty() ? " without gaps" : "") + "; at least "
                    + fewest + " are needed");
        }
        return rows;
    }

    private static CsvRows.Wanted wanted(Source.Csv source) {
        return source.gaps() == Gaps.SKIP ? CsvRows.Wanted.WHOLE : CsvRows.Wanted.ALL;
    }

    /// @param places for each class in the order of being met, its index
    private static RawSamples samples(CsvRows rows, Source.Csv source, List<String> classNames, List<String> names,
                                      int[] places, String targetName) {
        int count = rows.count();
        boolean classified = source.task() == Task.CLASSIFICATION;
        float[] values = rows.drainTargets();
        int[] labels = new int[count];
        for (int i = 0; i < count && classified; i++) {
            labels[i] = places[(int) values[i]];
            values[i] = labels[i];
        }
        return new RawSamples(source.task(), classNames, names, count, rows.drainRows(), labels,
                classified ? values : inUnit(values, source), targetName);
    }

    /// Values of a regression as they are learned, in place.
    static float[] inUnit(float[] values, Source source) {
        double unit = source instanceof Source.Csv csv ? csv.targetUnit() : 1;
        for (int i = 0; i < values.length && unit != 1; i++) {
            values[i] = (float) (values[i] / unit);
        }
        return values;
    }
}
