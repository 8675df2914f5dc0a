package dev.crescent.data;

import dev.crescent.experiment.Gaps;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// What of a table is learned, and from what.
///
/// @param target the target's column, from 0
/// @param features the columns to learn from, from 0, ascending
/// @param skipsGaps whether rows with gaps are left out
public record ColumnChoice(int target, Task task, List<Integer> features, boolean skipsGaps) {
    /// More different numbers than this in a target column are a quantity, not classes; words always are classes.
    public static final int MOST_NUMBERED_CLASSES = 20;
    /// A column that misses more of its rows than this is left out itself, not its rows.
    private static final double MOST_GAPS = 0.3;
    /// What tables often call what is to be learned, where that is not their last column.
    private static final Set<String> TARGETS = Set.of("target", "label", "class", "species", "diagnosis", "outcome");

    public ColumnChoice {
        features = List.copyOf(features);
    }

    /// What a source says of its table.
    ///
    /// @throws DataException if it names a column that is not there
    public static ColumnChoice of(Source.Csv source, TableSurvey survey) throws DataException {
        int target = place(source.target(), "data.target", survey);
        List<Integer> features = List.of();
        if (source.columns().isEmpty()) {
            features = others(survey, target);
        } else {
            int[] places = new int[source.columns().size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = place(source.columns().get(i), "data.columns[" + i + "]", survey);
            }
            features = IntStream.of(places).sorted().boxed().toList();
        }
        return new ColumnChoice(target, source.task(), features, source.gaps() == Gaps.SKIP);
    }

    private static int place(String setting, String key, TableSurvey survey) throws DataException {
        int place = survey.indexOf(setting);
        if (place < 0) {
            throw new DataException(key + ": " + survey.name() + " has no column \"" + CsvCell.shown(setting) + "\"; use "
                    + CsvCell.list(survey.columns().stream().map(TableSurvey.Column::name).toList()));
        }
        return place;
    }

    private static List<Integer> others(TableSurvey survey, int target) {
        return IntStream.range(0, survey.columns().size()).filter(i -> i != target).boxed().toList();
    }

    /// What most people would want of a table: to learn a column that is called like a target, else the last one, from all
    /// other columns of numbers that are not mostly gaps and do not only number the rows, if there are others.
    ///
    /// @throws DataException if there is no such column
    public static ColumnChoice guess(TableSurvey survey) throws DataException {
        List<TableSurvey.Column> columns = survey.columns();
        int target = target(columns.stream().map(column -> column.name().toLowerCase(Locale.ROOT)).toList());
        List<Integer> usable = others(survey, target).stream()
                .filter(i -> columns.get(i).isNumeric() && !isSparse(survey, i)).toList();
        if (survey.rows() == 0) {
            throw new DataException(survey.name() + ": has no rows below its header; add samples");
        }
        if (usable.isEmpty()) {
            throw new DataException(survey.name() + ": has no column of numbers to learn from; words can be learned, but not"
                    + " learned from");
        }
        List<Integer> measured = usable.stream().filter(i -> !columns.get(i).numbering()).toList();
        List<Integer> features = measured.isEmpty() ? usable : measured;
        Task task = suited(columns.get(target));
        return new ColumnChoice(target, task, features, survey.rowsWithGaps(features, target, task) > 0);
    }

    /// The last one, where that is called like a target or no other is. A y is one but beside an x: those are a point's.
    private static int target(List<String> names) {
        int last = names.size() - 1;
        if (TARGETS.contains(names.get(last))) {
            return last;
        }
        boolean plane = names.contains("x");
        return IntStream.range(0, last).filter(i -> TARGETS.contains(names.get(i)) || !plane && names.get(i).equals("y"))
                .findFirst().orElse(last);
    }

    /// What a column asks for as a target.
    public static Task suited(TableSurvey.Column target) {
        boolean quantity = target.isNumeric() && (target.fractions() || target.different() > MOST_NUMBERED_CLASSES);
        return quantity ? Task.REGRESSION : Task.CLASSIFICATION;
    }

    /// Whether a column misses so much that it is better left out than the rows that miss it.
    public static boolean isSparse(TableSurvey survey, int column) {
        return survey.columns().get(column).gaps().cardinality() > MOST_GAPS * survey.rows();
    }

    /// The source that reads this of a table, in place of what it read before.
    public Source.Csv in(Source.Csv source, TableSurvey survey) {
        boolean last = target == survey.columns().size() - 1;
        boolean all = features.equals(others(survey, target));
        boolean same = task == source.task() && survey.indexOf(source.target()) == target;
        return new Source.Csv(source.path(), last ? "" : survey.setting(target), task,
                all ? List.of() : features.stream().map(survey::setting).toList(), source.shape(), source.testPath(),
                skipsGaps ? Gaps.SKIP : Gaps.REFUSE, same ? source.targetUnit() : 1);
    }

    /// How many rows are left out for their gaps, or would be if gaps were skipped.
    public int rowsWithGaps(TableSurvey survey) {
        return survey.rowsWithGaps(features, target, task);
    }
}
