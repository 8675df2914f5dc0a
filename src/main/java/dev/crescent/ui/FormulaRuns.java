package dev.crescent.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A formula's text as mathematics is set: italic variables, Greek letters, lowered indices,
/// raised exponents, no product signs. Pure.
public final class FormulaRuns {
    /// Where a run stands: on the line, raised, lowered, or as a hat over the last letter before it.
    public enum Level { LINE, UP, DOWN, HAT }

    /// Letters of one kind.
    public record Run(String text, boolean italic, Level level) {}

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|[A-Za-z_][A-Za-z_]*|\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|\\.\\d+|.");
    private static final Pattern SIMPLE_ARGUMENT = Pattern.compile("\\(\\s*(x1|x2|pi)\\s*\\).*");

    /// Names that are letters in print.
    private static final Map<String, String> LETTERS = Map.of("eta", "\u03b7", "epsilon", "\u03b5", "mu", "\u03bc",
            "nu", "\u03bd", "pi", "\u03c0", "mhat", "m", "vhat", "v");
    private static final String ARROW = "\u2190";

    private final List<Run> runs = new ArrayList<>();
    private final String text;
    private int at;

    private FormulaRuns(String text) {
        this.text = text;
    }

    /// @param formula one that parses; any other text is set letter by letter
    public static List<Run> of(String formula) {
        if (formula.replaceAll("\\s+", "").equals("x1^2+x2^2")) {
            return List.of(new Run("r", true, Level.LINE), new Run("2", false, Level.UP));
        }
        FormulaRuns reader = new FormulaRuns(formula.strip());
        while (reader.at < reader.text.length()) {
            reader.next(Level.LINE);
        }
        return List.copyOf(reader.runs);
    }

    private void next(Level level) {
        String token = token();
        if (token.isBlank()) {
            return;
        }
        switch (token) {
            case "^" -> exponent(level);
            case "*" -> product(level);
            case "+", "-" -> sign(token.equals("+") ? "+" : "\u2212", level);
            case "x" -> variable(level);
            case ARROW, "=" -> add("\u2009" + token + "\u2009", false, level);
            default -> word(token, level);
        }
    }

    private String token() {
        Matcher matcher = TOKEN.matcher(text).region(at, text.length());
        String token = matcher.lookingAt() ? matcher.group() : text.substring(at, at + 1);
        at += token.length();
        return token;
    }

    private void variable(Level level) {
        add("x", true, level);
        if (at < text.length() && Character.isDigit(text.charAt(at))) {
            add(token(), false, level == Level.LINE ? Level.DOWN : level);
        }
    }

    /// Raises a number, a variable or a group after `^`; a second power within the first stays on its level.
    private void exponent(Level level) {
        if (level == Level.UP) {
            add("^", false, level);
            return;
        }
        skipSpaces();
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
            add("\u2212", false, Level.UP);
            skipSpaces();
        }
        if (at >= text.length()) {
            return;
        }
        if (text.charAt(at) != '(') {
            next(Level.UP);
            return;
        }
        int end = closing(at);
        String inside = text.substring(at + 1, Math.max(at + 1, end - 1));
        at = end;
        FormulaRuns group = new FormulaRuns(inside);
        while (group.at < inside.length()) {
            group.next(Level.UP);
        }
        runs.addAll(group.runs);
    }

    /// A product needs a sign before a digit, which would look like an index, and air before a function's name.
    private void product(Level level) {
        skipSpaces();
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (Character.isDigit(next)) {
            add("\u00b7", false, level);
        } else if (Character.isLetter(next) && next != 'x') {
            add("\u2009", false, level);
        }
    }

    private void sign(String sign, Level level) {
        boolean binary = !runs.isEmpty() && !runs.getLast().text().endsWith("(");
        add(binary && level == Level.LINE ? "\u2009" + sign + "\u2009" : sign, false, level);
    }

    private void word(String word, Level level) {
        if (Character.isLetter(word.charAt(0)) && SIMPLE_ARGUMENT.matcher(text.substring(at)).matches()) {
            String argument = text.substring(at + 1, closing(at) - 1).strip();
            at = closing(at);
            add(word + "\u2009", false, level);
            FormulaRuns inside = new FormulaRuns(argument);
            inside.next(level);
            runs.addAll(inside.runs);
            return;
        }
        String letter = LETTERS.getOrDefault(word, word);
        add(letter, letter.length() == 1 && Character.isLetter(letter.charAt(0)), level);
        if (word.endsWith("hat")) {
            add("^", false, Level.HAT);
        }
    }

    /// The place after the parenthesis that closes the one at `open`; the end if none does.
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void add(String letters, boolean italic, Level level) {
        Run last = runs.isEmpty() ? new Run("", italic, level) : runs.getLast();
        if (!runs.isEmpty() && last.italic() == italic && last.level() == level) {
            runs.set(runs.size() - 1, new Run(last.text() + letters, italic, level));
        } else {
            runs.add(new Run(letters, italic, level));
        }
    }
}
