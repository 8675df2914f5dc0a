package dev.crescent.ui.lens;

import dev.crescent.ui.FormulaRuns.Level;
import dev.crescent.ui.FormulaRuns.Run;
import java.util.ArrayList;
import java.util.List;

/// The markup of [dev.crescent.insight.step.MathLine] as mathematics is set: single letters italic, words upright, indices
/// lowered, powers raised. Pure.
final class MathText {
    private static final char HAT = '\u0302';

    private MathText() {}

    static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean group = (c == '_' || c == '^') && at + 1 < text.length() && text.charAt(at + 1) == '{';
            if (group) {
                int end = text.indexOf('}', at);
                end = end < 0 ? text.length() : end;
                line(text.substring(at + 2, end), c == '_' ? Level.DOWN : Level.UP, runs);
                at = Math.min(text.length(), end + 1);
            } else {
                int end = at + 1;
                while (end < text.length() && !(text.charAt(end) == '_' || text.charAt(end) == '^')) {
                    end++;
                }
                line(text.substring(at, end), Level.LINE, runs);
                at = end;
            }
        }
        return List.copyOf(runs);
    }

    private static void line(String text, Level level, List<Run> runs) {
        int at = 0;
        while (at < text.length()) {
            int end = at + 1;
            if (text.charAt(at) == HAT) {
                runs.add(new Run("^", false, Level.HAT));
            } else if (isLetter(text, at)) {
                while (end < text.length() && isLetter(text, end)) {
                    end++;
                }
                runs.add(new Run(text.substring(at, end), end == at + 1, level));
            } else {
                while (end < text.length() && !isLetter(text, end) && text.charAt(end) != HAT) {
                    end++;
                }
                runs.add(new Run(text.substring(at, end), false, level));
            }
            at = end;
        }
    }

    /// Not of a number such as 3.1e−6.
    private static boolean isLetter(String text, int at) {
        char c = text.charAt(at);
        boolean power = c == 'e' && at > 0 && Character.isDigit(text.charAt(at - 1));
        return Character.isLetter(c) && !power && c != '\u03a3' && c != '\u03a6';
    }
}
