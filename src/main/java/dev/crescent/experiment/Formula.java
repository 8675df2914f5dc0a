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
    }

    record Constant(double value) implements Node {
        @Override
        public double at(double[] values) {
            return value;
        }
    }

    record Variable(int index) implements Node {
        @Override
        public double at(double[] values) {
            return values[index];
        }
    }

    record Sum(Node left, Node right) implements Node {
        @Override
        public double at(double[] values) {
            return left.at(values) + right.at(values);
        }
    }

    record Difference(Node left, Node right) implements Node {
        @Override
        public double at(double[] values) {
            return left.at(values) - right.at(values);
        }
    }

    record Product(Node left, Node right) implements Node {
        @Override
        public double at(double[] values) {
            return left.at(values) * right.at(values);
        }
    }

    record Quotient(Node left, Node right) implements Node {
        @Override
        public double at(double[] values) {
            return left.at(values) / right.at(values);
        }
    }

    record Power(Node base, Node exponent) implements Node {
        @Override
        public double at(double[] values) {
            return Math.pow(base.at(values), exponent.at(values));
        }
    }

    record Negative(Node of) implements Node {
        @Override
        public double at(double[] values) {
            return -of.at(values);
        }
    }

    record Call(DoubleUnaryOperator function, Node argument) implements Node {
        @Override
        public double at(double[] values) {
            return function.applyAsDouble(argument.at(values));
        }
    }
}
