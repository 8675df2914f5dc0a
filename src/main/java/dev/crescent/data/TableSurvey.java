package dev.crescent.data;

import dev.crescent.experiment.Task;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/// What the columns of a table hold, for whoever chooses what to learn, and from what.
///
/// @param name what messages call the file
/// @param rows how many there are below the header
/// @param columns in the file's order
public record TableSurvey(String name, int rows, List<Column> columns) {
    /// More different words or numbers of a column than this are not told apart.
    public static final int MOST_DIFFERENT = 101;

    public TableSurvey {
        columns = List.copyOf(columns);
    }

    /// A column.
    ///
    /// @param name in the header, or by its number
    /// @param numbers how many cells hold one
    /// @param words the different cells that hold neither a number nor nothing, up to [#MOST_DIFFERENT]
    /// @param different how many different numbers and words it has, up to [#MOST_DIFFERENT] each
    /// @param fractions whether one of the numbers is not whole
    /// @param numbering whether it numbers the rows in their order, from 0 or 1, as tables often do in their first column
    /// @param least the smallest number; infinite where there is none
    /// @param greatest the largest number; minus infinite where there is none
    /// @param gaps the rows, from 0, that hold nothing where a number is expected
    /// @param classless the rows that hold nothing where a class is expected: "none" is one
    public record Column(String name, int numbers, List<String> words, int different, boolean fractions, boolean numbering,
            float least, float greatest, BitSet gaps, BitSet classless) {
        public Column {
            words = List.copyOf(words);
            gaps = (BitSet) gaps.clone();
            classless = (BitSet) classless.clone();
        }

        /// Whether a network can learn from it: there are numbers, and nothing else but gaps.
        public boolean isNumeric() {
            return numbers > 0 && words.isEmpty();
        }

        @Override
        public BitSet gaps() {
            return (BitSet) gaps.clone();
        }

        @Override
        public BitSet classless() {
            return (BitSet) classless.clone();
        }
    }

    /// Reads a whole table once; of a large one that takes seconds.
    ///
    /// @param location absolute, or `builtin:NAME.csv`
    /// @throws DataException if it is no table that can be read
    public static TableSurvey of(String location) throws DataException {
        CsvFile file = CsvFile.open(Path.of(""), location, "data.path");
        TableSurveyor surveyor = new TableSurveyor(file);
        file.readRows(surveyor);
        return new TableSurvey(file.name(), surveyor.rows(), surveyor.columns());
    }

    /// How many rows have a gap in one of these columns.
    ///
    /// @param features by number, from 0
    /// @param target likewise
    public int rowsWithGaps(Collection<Integer> features, int target, Task task) {
        Column asked = columns.get(target);
        BitSet any = task == Task.CLASSIFICATION ? asked.classless() : asked.gaps();
        features.forEach(column -> any.or(columns.get(column).gaps));
        return any.cardinality();
    }

    /// The number of the column that a setting names, from 0: by its name, else by its number from 1, -1 if there is none.
    ///
    /// @param setting empty for the last
    public int indexOf(String setting) {
        if (setting.isBlank()) {
            return columns.size() - 1;
        }
        List<String> names = columns.stream().map(Column::name).toList();
        int named = names.indexOf(setting.strip());
        double number = CsvNumber.parse(setting);
        boolean counts = number >= 1 && number <= columns.size() && number == Math.rint(number);
        return named >= 0 || !counts ? named : (int) number - 1;
    }

    /// What a setting calls a column: its name where no other has it, else its number.
    public String setting(int column) {
        String name = columns.get(column).name;
        return columns.stream().filter(each -> each.name.equals(name)).count() == 1 ? name : Integer.toString(column + 1);
    }
}
