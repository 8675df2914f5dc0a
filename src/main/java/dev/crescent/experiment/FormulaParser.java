package dev.crescent.experiment;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Reads one text by recursive descent; one method a level of the grammar.
final class FormulaParser {
    /// The functions by name with their derivatives, in the order in which a message lists them.
    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private enum Function {
        SIN(Math::sin, Math::cos), COS(Math::cos, x -> -Math.sin(x)),
        TAN(Math::tan, x -> 1 + Math.tan(x) * Math.tan(x)), EXP(Math::exp, Math::exp), LOG(Math::log, x -> 1 / x),
        SQRT(Math::sqrt, x -> 0.5 / Math.sqrt(x)), ABS(Math::abs, Math::signum),
        TANH(Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x));

        private final DoubleUnaryOperator operator;
        private final DoubleUnaryOperator slope;

        Function(DoubleUnaryOperator operator, DoubleUnaryOperator slope) {
            this.operator = operator;
            this.slope = slope;
        }

        private String text() {
            return Named.kebab(this);
        }
    }

    private static final int END = -1;

    private final String text;
    private final List<String> variables;
    private int at;
    private int depth;

    FormulaParser(String text, List<String> variables) {
        this.text = text;
        this.variables = variables;
    }

    Formula.Node formula() {
        Formula.Node node = sum();
        if (peek() == END) {
            return node;
        }
        if (peek() == ')') {
            throw problem("has a ')' at position " + (at + 1) + " without its '('; take it out");
        }
        if (startsOperand(peek())) {
            throw problem("has no operator before " + found() + "; write one of + - * / ^ there");
        }
        throw unexpected();
    }

    private Formula.Node sum() {
        Formula.Node left = product();
        while (true) {
            if (take('+')) {
                left = new Formula.Sum(left, product());
            } else if (take('-')) {
                left = new Formula.Difference(left, product());
            } else {
                return left;
            }
        }
    }

    private Formula.Node product() {
        Formula.Node left = signed();
        while (true) {
            if (take('*')) {
                left = new Formula.Product(left, signed());
            } else if (take('/')) {
                left = new Formula.Quotient(left, signed());
            } else {
                return left;
            }
        }
    }

    private Formula.Node signed() {
        if (++depth > Formula.MAX_DEPTH) {
            throw problem("is nested too deeply at position " + (at + 1) + "; use at most "
                    + Formula.MAX_DEPTH + " levels");
        }
        Formula.Node node = take('-') ? new Formula.Negative(signed()) : take('+') ? signed() : power();
        depth--;
        return node;
    }

    private Formula.Node power() {
        Formula.Node base = operand();
        return take('^') ? new Formula.Power(base, signed()) : base;
    }

    private Formula.Node operand() {
        int next = peek();
        if (next == '(') {
            return parentheses();
        }
        if (isDigit(next) || next == '.') {
            return number();
        }
        if (Character.isLetter(next) || next == '_') {
            return named();
        }
        if (next == END) {
            throw problem("ends where a number, a variable or a function should follow; complete it");
        }
        throw unexpected();
    }

    private Formula.Node parentheses() {
        int opened = at;
        at++;
        Formula.Node inside = sum();
        if (take(')')) {
            return inside;
        }
        if (peek() == END) {
            throw problem("has a '(' at position " + (opened + 1) + " that is never closed; add a ')'");
        }
        throw problem("needs an operator or a ')' before " + found() + "; add it");
    }

    private Formula.Node number() {
        int start = at;
        skipDigits();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            skipDigits();
            if (at == start + 1) {
                throw problem("has a '.' without digits at position " + at + "; write a number such as 0.5");
            }
        }
        skipExponent();
        double value = Double.parseDouble(text.substring(start, at));
        if (!Double.isFinite(value)) {
            throw problem("has a number that is too large at position " + (start + 1) + "; use one below 1e308");
        }
        return new Formula.Constant(value);
    }

    /// Skips `e-3` and the like, but not the `e` of `2exp(x1)`, which only lacks its operator.
    private void skipExponent() {
        int before = at;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            int digits = at;
            skipDigits();
            at = at == digits ? before : at;
        }
    }

    private Formula.Node named() {
        int start = at;
        while (at < text.length() && isNamePart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        String name = text.substring(start, at);
        if (variables.contains(name)) {
            return new Formula.Variable(variables.indexOf(name));
        }
        if (name.equals("pi")) {
            return new Formula.Constant(Math.PI);
        }
        for (Function function : Function.values()) {
            if (function.text().equals(name)) {
                return call(function, start);
            }
        }
        throw problem("has an unknown name '" + name + "' at position " + (start + 1) + "; use " + names());
    }

    private Formula.Node call(Function function, int start) {
        if (peek() != '(') {
            throw problem("has no '(' after " + function.text() + " at position " + (start + 1) + "; write "
                    + function.text() + "(...)");
        }
        return new Formula.Call(function.text(), function.operator, function.slope, parentheses());
    }

    private String names() {
        StringBuilder names = new StringBuilder();
        variables.forEach(v -> names.append(v).append(", "));
        for (Function function : Function.values()) {
            names.append(function.text()).append(", ");
        }
        return names.append("pi").toString();
    }

    private InvalidSettingException unexpected() {
        return problem("has an unexpected " + found() + "; use numbers, + - * / ^ ( ), " + names());
    }

    /// What stands at the position, for a sentence; control characters as their code.
    private String found() {
        int next = text.codePointAt(at);
        boolean printable = !Character.isISOControl(next) && Character.isValidCodePoint(next)
                && Character.getType(next) != Character.SURROGATE;
        String shown = printable ? Character.toString(next) : String.format("U+%04X", next);
        return "'" + shown + "' at position " + (at + 1);
    }

    private boolean startsOperand(int next) {
        return next == '(' || next == '.' || next == '_' || isDigit(next) || Character.isLetter(next);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(int c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private void skipDigits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    /// The next character that is not white space, or [#END].
    private int peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.codePointAt(at) : END;
    }

    private boolean take(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private static InvalidSettingException problem(String sentence) {
        return new InvalidSettingException("", sentence);
    }
}
