package dev.crescent.ui.race;

import dev.crescent.insight.descent.StepLine;
import dev.crescent.ui.FormulaLabel;
import dev.crescent.ui.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The lines of an optimizer's step as they are set. Pure but for measuring text.
final class StepText {
    private static final Pattern SIMPLE_ROOT = Pattern.compile("sqrt\\((\\w+)\\)");
    private static final Pattern TWICE = Pattern.compile("\\(\\(([^()]*)\\)\\)");
    private static final Pattern POWER = Pattern.compile("\\^(\\d+)");
    private static final String RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final Pattern WEIGHT = Pattern.compile("\\bw\\b");

    private StepText() {}

    /// A line as [FormulaLabel] takes it, with the coordinate's name for the weight's, in as many pieces as it needs.
    ///
    /// @param most width of a piece in pixels
    static List<String> pieces(StepLine line, String variable, double most) {
        String left = named(line.target(), variable) + " \u2190 ";
        String right = named(line.right(), variable);
        List<String> pieces = new ArrayList<>();
        String rest = Numbers.inText(left + right);
        while (new FormulaLabel(rest, most).isCut()) {
            int cut = cut(rest, most);
            if (cut < 0) {
                break;
            }
            pieces.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        pieces.add(rest);
        return pieces;
    }

    /// The last sign outside of all parentheses before which the formula fits; -1 if there is none.
    private static int cut(String formula, double most) {
        int found = -1;
        int depth = 0;
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            boolean sign = depth == 0 && i > 0 && (formula.startsWith(" + ", i) || formula.startsWith(" - ", i));
            if (sign && !new FormulaLabel(formula.substring(0, i), most).isCut()) {
                found = i;
            }
        }
        return found;
    }

    private static String named(String text, String variable) {
        String rooted = SIMPLE_ROOT.matcher(text).replaceAll("\u221a$1").replace("sqrt", "\u221a");
        return WEIGHT.matcher(rooted).replaceAll(variable);
    }

    /// The numbers of now in print: product dots, roots, raised powers and minus signs.
    static String numbers(StepLine line) {
        String printed = line.numbers().replace("*", "\u2009\u00b7\u2009").replace("-", "\u2212").replace("sqrt", "\u221a");
        String bare = TWICE.matcher(printed).replaceAll("($1)");
        return POWER.matcher(bare).replaceAll(found -> raised(found.group(1)));
    }

    private static String raised(String digits) {
        StringBuilder text = new StringBuilder();
        digits.chars().forEach(digit -> text.append(RAISED.charAt(digit - '0')));
        return text.toString();
    }

    /// The result in print.
    static String result(StepLine line) {
        return "=\u00a0" + line.shown().replace("-", "\u2212");
    }
}
