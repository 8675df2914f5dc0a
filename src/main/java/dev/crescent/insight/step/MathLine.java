package dev.crescent.insight.step;

/// One line of mathematics, `symbols = numbers = result`.
///
/// Markup: `_{...}` is lowered, `^{...}` raised; single letters are variables, words are functions or plain words; minus is
/// U+2212 already.
///
/// @param symbols with names; may hold an equation itself
/// @param numbers the right side with the numbers of now; empty where the result says it all
/// @param result what comes out
public record MathLine(String symbols, String numbers, String result) {
    /// The whole line, for screen readers and tests, without markup.
    public String text() {
        String plain = symbols + (numbers.isEmpty() ? "" : " = " + numbers) + (result.isEmpty() ? "" : " = " + result);
        return plain.replaceAll("[_^]\\{([^{}]*)}", "$1").replaceAll("[_^]\\{([^{}]*)}", "$1");
    }
}
