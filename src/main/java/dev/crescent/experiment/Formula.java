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
    private final int rows;

    private Formula(String text, List<String> variables, Node root) {
        this.text = text;
        this.variables = variables;
        this.root = root;
        this.rows = FormulaSlopes.rows(root);
    }

    /// Reads a formula.
    ///
    /// @param variables the names it may use, in the order of [#evaluate(double...)]'s values
    /// @throws InvalidSettingException without a path; its problem names the position, counted from 1, and the remedy
    public static Formula parse(String text, List<String> variables) {
        List<String> names = List.copyOf(variables);
        Check.require(!text.isBlank(), "", "is empty; write a formula such as "
                + names.getFirst() + " or sin(" + names.getFirst() + ")");
        Check.require(text.length() <= MAX_LENGTH, "",
                "is " + text.length() + " characters long; use at most " + MAX_LENGTH);
        return new Formula(text, names, new FormulaParser(text, names).formula());
    }

    /// The text as it was written.
    public String text() {
        return text;
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

    /// The value for one value a variable, and its exact partial derivatives, by forward-mode automatic differentiation.
    ///
    /// A part that does not change along a variable adds nothing to that derivative, even where its factor is infinite:
    /// `abs(x1)` and `sqrt(x1^2)` have slope 0 at 0. Where there is no derivative, such as that of `sqrt(x1)` at 0, it is
    /// NaN or infinite.
    ///
    /// @param slopes receives the derivatives, one a variable
    public double differentiate(double[] values, double[] slopes) {
        if (values.length != variables.size() || slopes.length != variables.size()) {
            throw new IllegalArgumentException(values.length + " values and " + slopes.length + " slopes for "
                    + variables.size() + " variables");
        }
        return FormulaSlopes.of(root, rows, values, slopes);
    }

    /// The formula in another language.
    public <T> T translate(FormulaTranslator<T> translator) {
        return translate(root, translator);
    }

    private static <T> T translate(Node node, FormulaTranslator<T> translator) {
        return switch (node) {
            case Constant(double value) -> translator.number(value);
            case Variable(int index) -> translator.variable(index);
            case Sum(Node left, Node right) -> operation('+', left, right, translator);
            case Difference(Node left, Node right) -> operation('-', left, right, translator);
            case Product(Node left, Node right) -> operation('*', left, right, translator);
            case Quotient(Node left, Node right) -> operation('/', left, right, translator);
            case Power(Node base, Node exponent) -> operation('^', base, exponent, translator);
            case Negative(Node of) -> translator.negative(translate(of, translator));
            case Call call -> translator.call(call.name, translate(call.argument, translator));
        };
    }

    private static <T> T operation(char operator, Node left, Node right, FormulaTranslator<T> translator) {
        T first = translate(left, translator);
        return translator.operation(operator, first, translate(right, translator));
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
    sealed interface Node {
        double at(double[] values);

        /// The value; the partial derivatives are in a row of the table then, and the rows below it are taken, too.
        double at(FormulaSlopes walk, int row);
    }

    record Constant(double value) implements Node {
        @Override
        public double at(double[] values) {
            return value;
        }

        @Override
        public double at(FormulaSlopes walk, int row) {
            return walk.constant(row, value);
        }
    }

    record Variable(int index) implements Node {
        @Override
        public double at(double[] values) {
            return values[index];
        }

        @Override
        public double at(FormulaSlopes walk, int row) {
            return walk.variable(row, index);
        }
    }

    record Sum(Node left, Node right) implements Node {
        @Override
        public double at(double[] values) {
            return left.at(values) + right.at(values);
        }

        @Override
        public double at(FormulaSlopes walk, int row) {
            double a = left.at(walk, row);
            double b = right.at(walk, row + 1);
            return walk.blend(row, 1, 1, a + b);
        }
    }

    record Difference(Node left, Node right) implements Node {
        @Override
        public double at(double[] values) {
            return left.at(values) - right.at(values);
        }

        @Override
        public double at(FormulaSlopes walk, int row) {
            double a = left.at(walk, row);
            double b = right.at(walk, row + 1);
            return walk.blend(row, 1, -1, a - b);
        }
    }

    record Product(Node left, Node right) implements Node {
        @Override
        public double at(double[] values) {
            return left.at(values) * right.at(values);
        }

        @Override
        public double at(FormulaSlopes walk, int row) {
            double a = left.at(walk, row);
            double b = right.at(walk, row + 1);
            return walk.blend(row, b, a, a * b);
        }
    }

    record Quotient(Node left, Node right) implements Node {
        @Override
        public double at(double[] values) {
            return left.at(values) / right.at(values);
        }

        @Override
        public double at(FormulaSlopes walk, int row) {
            double a = left.at(walk, row);
            double b = right.at(walk, row + 1);
            return walk.blend(row, 1 / b, -a / b / b, a / b);
        }
    }

    record Power(Node base, Node exponent) implements Node {
        @Override
        public double at(double[] values) {
            return Math.pow(base.at(values), exponent.at(values));
        }

        @Override
        public double at(FormulaSlopes walk, int row) {
            double a = base.at(walk, row);
            return exponent instanceof Constant(double value) ? walk.fixedPower(row, a, value)
                    : walk.power(row, a, exponent.at(walk, row + 1));
        }
    }

    record Negative(Node of) implements Node {
        @Override
        public double at(double[] values) {
            return -of.at(values);
        }

        @Override
        public double at(FormulaSlopes walk, int row) {
            return walk.chain(row, -1, -of.at(walk, row));
        }
    }

    /// @param name the function's
    /// @param slope the function's derivative
    record Call(String name, DoubleUnaryOperator function, DoubleUnaryOperator slope, Node argument) implements Node {
        @Override
        public double at(double[] values) {
            return function.applyAsDouble(argument.at(values));
        }

        @Override
        public double at(FormulaSlopes walk, int row) {
            double a = argument.at(walk, row);
            return walk.chain(row, slope.applyAsDouble(a), function.applyAsDouble(a));
        }
    }
}
