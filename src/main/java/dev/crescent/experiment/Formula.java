package dev.crescent.experiment;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// A formula over named variables, such as `x1^2 + sin(3*x2)`.
///
/// Grammar, loosest first: `+ -`, `* /`, a sign, `^` (to the right; `-x^2` is `-(x^2)`, `2^-x` is allowed), then a
/// number (`2`, `.5`, `1e-3`), `pi`, a variable, a function `sin cos tan exp log sqrt abs tanh` with its argument in
/// parentheses, or parentheses. A product needs its `*`. Arithmetic is in double and follows [Math]: a formula without
/// a value somewhere, such as `log(x1)` at -1, is NaN or infinite there.
///
/// Immutable; two formulas are equal if their texts and variables are.
public final class Formula {
    /// The longest text.
    public static final int MAX_LENGTH = 200;
    /// How deep parentheses, signs and powers may nest.
    public static final int MAX_DEPTH = 50;

    private final String text;
    private final List<String> variables;
    private final Node root;

    private Formula(String text, List<String> variables, Node root) {
        this.text = text;
        this.variables = variables;
        this.root = root;
    }

    /// Reads a formula.
    ///
    /// @param variables the names it may use, in the order of [#evaluate(double...)]'s values
    /// @throws InvalidSettingException without a path; its problem names the position, counted from 1, and the remedy
    public static Formula parse(String text, List<String> variables) {
        List<String> names = List.copyOf(variables);
        Check.require(!text.isBlank(), "", "is empty; write a formula such as x1 or sin(x1)");
        Check.require(text.length() <= MAX_LENGTH, "",
                "is " + text.length() + " characters long; use at most " + MAX_LENGTH);
        return new Formula(text, names, new Parser(text, names).formula());
    }

    /// The text as it was written.
    public String text() {
        return text;
    }

    /// Whether the formula is a variable's name and nothing else.
    public boolean isVariable() {
        return root instanceof Variable;
    }

    /// The value for one value a variable; NaN or infinite where there is none.
    public double evaluate(double... values) {
        if (values.length != variables.size()) {
            throw new IllegalArgumentException(values.length + " values for " + variables.size() + " variables");
        }
        return root.at(values);
    }

    /// The values for many points at once.
    ///
    /// @param columns `[variables][count]`
    /// @param into receives the values from `offset` on, NaN where there is none or a float cannot hold it
    public void evaluate(float[][] columns, int count, float[] into, int offset) {
        if (columns.length != variables.size()) {
            throw new IllegalArgumentException(columns.length + " columns for " + variables.size() + " variables");
        }
        if (root instanceof Variable(int index)) {
            System.arraycopy(columns[index], 0, into, offset, count);
            return;
        }
        double[] values = new double[columns.length];
        for (int i = 0; i < count; i++) {
            for (int v = 0; v < values.length; v++) {
                values[v] = columns[v][i];
            }
            float value = (float) root.at(values);
            into[offset + i] = Float.isFinite(value) ? value : Float.NaN;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula f && text.equals(f.text) && variables.equals(f.variables);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /// A formula's parts. Walking them allocates nothing.
    private sealed interface Node {
        double at(double[] values);
    }

    private record Constant(double value) implements Node {
        @Override
        public double at(double[] values) {
            return value;
        }
    }

    private record Variable(int index) implements Node {
        @Override
        public double at(double[] values) {
            return values[index];
        }
    }

    private record Sum(Node left, Node right) implements Node {
        @Override
        public double at(double[] values) {
            return left.at(values) + right.at(values);
        }
    }

    private record Difference(Node left, Node right) implements Node {
        @Override
        public double at(double[] values) {
            return left.at(values) - right.at(values);
        }
    }

    private record Product(Node left, Node right) implements Node {
        @Override
        public double at(double[] values) {
            return left.at(values) * right.at(values);
        }
    }

    private record Quotient(Node left, Node right) implements Node {
        @Override
        public double at(double[] values) {
            return left.at(values) / right.at(values);
        }
    }

    private record Power(Node base, Node exponent) implements Node {
        @Override
        public double at(double[] values) {
            return Math.pow(base.at(values), exponent.at(values));
        }
    }

    private record Negative(Node of) implements Node {
        @Override
        public double at(double[] values) {
            return -of.at(values);
        }
    }

    private record Call(DoubleUnaryOperator function, Node argument) implements Node {
        @Override
        public double at(double[] values) {
            return function.applyAsDouble(argument.at(values));
        }
    }

    /// The functions by name, in the order in which a message lists them.
    private enum Function {
        SIN(Math::sin), COS(Math::cos), TAN(Math::tan), EXP(Math::exp), LOG(Math::log), SQRT(Math::sqrt),
        ABS(Math::abs), TANH(Math::tanh);

        @SuppressWarnings("ImmutableEnumChecker") // a method reference without state
        private final DoubleUnaryOperator operator;

        Function(DoubleUnaryOperator operator) {
            this.operator = operator;
        }

        private String text() {
            return Named.kebab(this);
        }
    }

    /// Reads one text by recursive descent; one method a level of the grammar.
    private static final class Parser {
        private static final int END = -1;

        private final String text;
        private final List<String> variables;
        private int at;
        private int depth;

        Parser(String text, List<String> variables) {
            this.text = text;
            this.variables = variables;
        }

        Node formula() {
            Node node = sum();
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

        private Node sum() {
            Node left = product();
            while (true) {
                if (take('+')) {
                    left = new Sum(left, product());
                } else if (take('-')) {
                    left = new Difference(left, product());
                } else {
                    return left;
                }
            }
        }

        private Node product() {
            Node left = signed();
            while (true) {
                if (take('*')) {
                    left = new Product(left, signed());
                } else if (take('/')) {
                    left = new Quotient(left, signed());
                } else {
                    return left;
                }
            }
        }

        private Node signed() {
            if (++depth > MAX_DEPTH) {
                throw problem("is nested too deeply at position " + (at + 1) + "; use at most " + MAX_DEPTH + " levels");
            }
            Node node = take('-') ? new Negative(signed()) : take('+') ? signed() : power();
            depth--;
            return node;
        }

        private Node power() {
            Node base = operand();
            return take('^') ? new Power(base, signed()) : base;
        }

        private Node operand() {
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

        private Node parentheses() {
            int opened = at;
            at++;
            Node inside = sum();
            if (take(')')) {
                return inside;
            }
            if (peek() == END) {
                throw problem("has a '(' at position " + (opened + 1) + " that is never closed; add a ')'");
            }
            throw problem("needs an operator or a ')' before " + found() + "; add it");
        }

        private Node number() {
            int start = at;
            skipDigits();
            if (at < text.length() && text.charAt(at) == '.') {
                at++;
                skipDigits();
            }
            int mantissa = at;
            if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
                at++;
                if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                    at++;
                }
                int digits = at;
                skipDigits();
                if (at == digits) {
                    at = mantissa; // "2exp(x1)" is not a number with an exponent but lacks its operator
                }
            }
            String digits = text.substring(start, at);
            if (digits.equals(".")) {
                throw problem("has a '.' without digits at position " + (start + 1) + "; write a number such as 0.5");
            }
            double value = Double.parseDouble(digits);
            if (!Double.isFinite(value)) {
                throw problem("has a number that is too large at position " + (start + 1) + "; use one below 1e308");
            }
            return new Constant(value);
        }

        private Node named() {
            int start = at;
            while (at < text.length() && isNamePart(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            String name = text.substring(start, at);
            if (variables.contains(name)) {
                return new Variable(variables.indexOf(name));
            }
            if (name.equals("pi")) {
                return new Constant(Math.PI);
            }
            for (Function function : Function.values()) {
                if (function.text().equals(name)) {
                    return call(function, start);
                }
            }
            throw problem("has an unknown name '" + name + "' at position " + (start + 1) + "; use " + names());
        }

        private Node call(Function function, int start) {
            if (peek() != '(') {
                throw problem("has no '(' after " + function.text() + " at position " + (start + 1) + "; write "
                        + function.text() + "(...)");
            }
            return new Call(function.operator, parentheses());
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
}
