package dev.crescent.insight.step;

import dev.crescent.insight.descent.StepLine;
import java.util.regex.Pattern;

/// An optimizer's formula in the markup of [MathLine].
final class UpdateText {
    private static final Pattern SIMPLE_ROOT = Pattern.compile("sqrt\\((\\w+)\\)");
    private static final Pattern NUMBER_ROOT = Pattern.compile("sqrt\\(([0-9.]+(?:e-?[0-9]+)?)\\)");
    private static final Pattern TWICE = Pattern.compile("\\(\\(([^()]*)\\)\\)");
    private static final Pattern GROUP_POWER = Pattern.compile("\\^\\(([^()]*)\\)");
    private static final Pattern POWER = Pattern.compile("\\^(\\w+)");
    private static final Pattern WEIGHT = Pattern.compile("\\bw\\b");

    private UpdateText() {}

    /// @param variable what the parameter is called, w or b
    static MathLine of(StepLine line, String variable) {
        String symbols = line.target() + " \u2190 " + line.right();
        String named = WEIGHT.matcher(names(symbols)).replaceAll(variable);
        return new MathLine(named, printed(line.numbers()), printed(line.shown()));
    }

    private static String names(String formula) {
        String letters = formula.replace("mhat", "m\u0302").replace("vhat", "v\u0302").replace("epsilon", "\u03b5")
                .replaceAll("\\beta\\b", "\u03b7").replaceAll("\\bmu\\b", "\u03bc").replaceAll("\\bnu\\b", "\u03bd");
        String roots = SIMPLE_ROOT.matcher(letters.replaceAll("sqrt\\(([mvab]\\u0302?)\\)", "\u221a$1")).replaceAll("\u221a$1")
                .replace("sqrt", "\u221a");
        String products = roots.replaceAll("(?<=[0-9])\\*(?=[0-9])", " \u00b7 ").replaceAll("\\*(?=[0-9])", " \u00b7 ").replace("*", " ");
        return raised(products).replace("-", "\u2212");
    }

    private static String printed(String numbers) {
        String text = NUMBER_ROOT.matcher(numbers.replace("*", " \u00b7 ")).replaceAll("\u221a$1").replace("sqrt", "\u221a");
        return raised(TWICE.matcher(text).replaceAll("($1)")).replace("-", "\u2212");
    }

    private static String raised(String text) {
        return POWER.matcher(GROUP_POWER.matcher(text).replaceAll("^{$1}")).replaceAll("^{$1}");
    }
}
