package dev.crescent.ui.network;

import dev.crescent.ui.FormulaRuns;
import java.util.List;

/// Features as mathematics writes them, in plain text.
final class MathNames {
    private static final String PLAIN = "0123456789+\u2212()";
    private static final String RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207a\u207b\u207d\u207e";
    private static final String LOWERED = "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089\u208a\u208b\u208d\u208e";

    private MathNames() {}

    /// `x1*x2^2` becomes x₁x₂², `sin(x1)` becomes sin x₁, as the data panel sets them.
    static String pretty(String formula) {
        StringBuilder text = new StringBuilder();
        List<FormulaRuns.Run> runs = FormulaRuns.of(formula);
        for (int i = 0; i < runs.size(); i++) {
            FormulaRuns.Level level = runs.get(i).level();
            StringBuilder together = new StringBuilder(runs.get(i).text());
            while (i + 1 < runs.size() && runs.get(i + 1).level() == level) {
                together.append(runs.get(++i).text());
            }
            text.append(switch (level) {
                case LINE -> together.toString();
                case HAT -> "\u0302";
                case UP -> shifted(together.toString(), RAISED, "^");
                case DOWN -> shifted(together.toString(), LOWERED, "_");
            });
        }
        return text.toString();
    }

    /// Small characters where there are such; else plain ones in parentheses after a sign.
    private static String shifted(String text, String small, String sign) {
        if (text.chars().anyMatch(c -> PLAIN.indexOf(c) < 0)) {
            return sign + "(" + text + ")";
        }
        StringBuilder result = new StringBuilder();
        text.chars().forEach(c -> result.append(small.charAt(PLAIN.indexOf(c))));
        return result.toString();
    }
}
