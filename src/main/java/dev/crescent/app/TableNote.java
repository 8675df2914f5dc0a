package dev.crescent.app;

import dev.crescent.data.ColumnChoice;
import dev.crescent.data.TableSurvey;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Tells what was made of a table of which not all is learned from as it stands, so that nothing is left out in silence.
final class TableNote {
    private static final int MOST_NAMES = 4;

    private TableNote() {}

    static String of(TableSurvey survey, ColumnChoice choice) {
        List<String> left = new ArrayList<>();
        IntPredicate words = i -> !survey.columns().get(i).words().isEmpty();
        String wordy = left(survey, choice, words);
        IntPredicate numbering = i -> survey.columns().get(i).numbering();
        String numbered = left(survey, choice, numbering);
        String sparse = left(survey, choice, words.or(numbering).negate());
        if (!wordy.isEmpty()) {
            left.add(Texts.get("table.leftWords", wordy));
        }
        if (!numbered.isEmpty()) {
            left.add(Texts.get("table.leftNumbers", numbered));
        }
        if (!sparse.isEmpty()) {
            left.add(Texts.get("table.leftSparse", sparse));
        }
        if (choice.skipsGaps()) {
            left.add(Texts.get("table.leftRows", choice.rowsWithGaps(survey), survey.rows()));
        }
        String target = survey.columns().get(choice.target()).name();
        int features = choice.features().size();
        return left.isEmpty() ? Texts.get("table.whole", target, features)
                : Texts.get("table.note", target, features, String.join("; ", left));
    }

    /// The columns of a kind that are neither learned nor learned from.
    private static String left(TableSurvey survey, ColumnChoice choice, IntPredicate kind) {
        List<String> names = IntStream.range(0, survey.columns().size())
                .filter(i -> i != choice.target() && !choice.features().contains(i)).filter(kind)
                .mapToObj(i -> survey.columns().get(i).name()).toList();
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return names.size() <= MOST_NAMES ? first : first + ", " + Texts.get("columns.more", names.size() - MOST_NAMES);
    }
}
