package dev.crescent.ui.network;

import dev.crescent.experiment.Formula;
import dev.crescent.experiment.InvalidSettingException;
import java.util.List;

/// Features' names as mathematics writes them.
public final class MathNames {
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private MathNames() {}

    /// Whether a name is a formula over the plane rather than a column of a table.
    static boolean isFormula(String name) {
        try {
            Formula.parse(name, List.of("x1", "x2"));
            return true;
        } catch (InvalidSettingException e) {
            return false;
        }
    }

    /// `x1*x2^2` becomes x₁x₂², `sin(x1)` becomes sin x₁; other names stay as they are.
    public static String pretty(String name) {
        if (!isFormula(name)) {
            return name;
        }
        String text = name.replace(" ", "").replace("x1", "x\u2081").replace("x2", "x\u2082");
        for (int digit = 0; digit < 10; digit++) {
            text = text.replaceAll("\\^" + digit + "(?![\\d.])", SUPERSCRIPTS.substring(digit, digit + 1));
        }
        text = text.replaceAll("(?<=[\u2081\u2082)])\\*(?=[x(])", "").replace('*', '\u00b7').replace('-', '\u2212');
        return text.replaceAll("\\b(sin|cos|tan|exp|log|abs|tanh)\\((x[\u2081\u2082])\\)", "$1\u2009$2");
    }
}
