package dev.crescent.ui.data;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Formula;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The formulas to choose from and the chosen ones. Pure.
final class FeatureList {
    /// What TensorFlow Playground offers, and the distance from the origin.
    static final List<String> STANDARD =
            List.of("x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(x1)", "sin(x2)", "x1^2 + x2^2");
    static final List<String> VARIABLES = List.of("x1", "x2");
    /// So many samples of each part are tried before a formula is added; more are left to loading.
    private static final int TRIED = 20_000;

    private FeatureList() {}

    static Formula parsed(String text) {
        return Formula.parse(text, VARIABLES);
    }

    /// Whether two texts are the same formula but for spaces.
    static boolean same(String a, String b) {
        return bare(a).equals(bare(b));
    }

    static boolean contains(Collection<String> formulas, String formula) {
        return formulas.stream().anyMatch(f -> same(f, formula));
    }

    /// A formula without spaces.
    static String bare(String formula) {
        return formula.replaceAll("\\s+", "");
    }

    /// All that is offered: the standard formulas, then the others that are chosen or were.
    static List<String> offered(List<String> chosen, Collection<String> kept) {
        List<String> all = new ArrayList<>(STANDARD);
        for (List<String> more : List.of(chosen, List.copyOf(kept))) {
            more.stream().filter(f -> !contains(all, f)).forEach(all::add);
        }
        return all;
    }

    /// The chosen formulas with one more, in the order in which they are offered where they are in that order already.
    static List<String> with(List<String> chosen, String formula, List<String> offered) {
        int place = place(offered, formula);
        int at = chosen.size();
        while (at > 0 && place(offered, chosen.get(at - 1)) > place) {
            at--;
        }
        List<String> next = new ArrayList<>(chosen);
        next.add(at, formula);
        return next;
    }

    static List<String> without(List<String> chosen, String formula) {
        return chosen.stream().filter(f -> !same(f, formula)).toList();
    }

    /// Which of the two columns a formula reads, as words that follow a sentence; empty if they have no names of their own.
    ///
    /// @param columns what x1 and x2 are called in the data
    static String columns(String formula, List<String> columns) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < VARIABLES.size(); i++) {
            if (formula.contains(VARIABLES.get(i)) && !columns.equals(VARIABLES)) {
                words.append(' ').append(Texts.get("features.column", VARIABLES.get(i), columns.get(i)));
            }
        }
        return words.toString();
    }

    /// The name of the column that a formula is, alone; empty if it is more than a column, or columns have no names.
    static String column(String formula, List<String> columns) {
        int variable = VARIABLES.indexOf(bare(formula));
        return variable < 0 || columns.equals(VARIABLES) ? "" : columns.get(variable);
    }

    private static int place(List<String> offered, String formula) {
        for (int i = 0; i < offered.size(); i++) {
            if (same(offered.get(i), formula)) {
                return i;
            }
        }
        return offered.size();
    }

    /// Why a typed formula cannot be added, as one sentence.
    ///
    /// @param dataset the data that it must have a value at; null if there are none yet
    static Optional<String> problem(String text, List<String> chosen, @Nullable Dataset dataset) {
        try {
            Formula formula = parsed(text);
            if (contains(chosen, text)) {
                return Optional.of(Texts.get("features.twice", text.strip()));
            }
            if (chosen.size() >= Experiment.MAX_FEATURES) {
                return Optional.of(Texts.get("features.tooMany", Integer.toString(Experiment.MAX_FEATURES)));
            }
            return dataset == null ? Optional.empty() : withoutValue(formula, dataset);
        } catch (InvalidSettingException e) {
            return Optional.of(Texts.get("features.wrong", Sentences.local(e.problem())));
        }
    }

    private static Optional<String> withoutValue(Formula formula, Dataset dataset) {
        if (dataset.train().rawWidth() != VARIABLES.size()) {
            return Optional.empty();
        }
        for (Dataset.Samples part : List.of(dataset.train(), dataset.test())) {
            for (int i = 0; i < Math.min(TRIED, part.count()); i++) {
                float x1 = part.raw()[2 * i];
                float x2 = part.raw()[2 * i + 1];
                if (!Float.isFinite((float) formula.evaluate(x1, x2))) {
                    return Optional.of(Texts.get("features.noValue", Numbers.fixed(x1, 2), Numbers.fixed(x2, 2)));
                }
            }
        }
        return Optional.empty();
    }
}
