package dev.crescent.experiment;

import java.util.Arrays;

/// A formula's partial derivatives, all in one walk over its parts.
///
/// The derivatives of the part at hand stand in one row of a table, those of what it is made of in this row and the next,
/// as numbers stand on a stack.
final class FormulaSlopes {
    private final double[] values;
    private final double[] table; // [rows][variables]

    private FormulaSlopes(double[] values, int rows) {
        this.values = values;
        this.table = new double[rows * values.length];
    }

    /// @param rows the formula's [#rows]
    /// @param slopes receives one derivative a variable
    /// @return the formula's value
    static double of(Formula.Node root, int rows, double[] values, double[] slopes) {
        FormulaSlopes walk = new FormulaSlopes(values, rows);
        double value = root.at(walk, 0);
        System.arraycopy(walk.table, 0, slopes, 0, slopes.length);
        return value;
    }

    /// How many rows a part takes: one more for what stands on the right of a sign, while that on the left waits.
    static int rows(Formula.Node node) {
        return switch (node) {
            case Formula.Constant _, Formula.Variable _ -> 1;
            case Formula.Sum(Formula.Node left, Formula.Node right) -> rows(left, right);
            case Formula.Difference(Formula.Node left, Formula.Node right) -> rows(left, right);
            case Formula.Product(Formula.Node left, Formula.Node right) -> rows(left, right);
            case Formula.Quotient(Formula.Node left, Formula.Node right) -> rows(left, right);
            case Formula.Power(Formula.Node base, Formula.Node exponent) -> rows(base, exponent);
            case Formula.Negative(Formula.Node of) -> rows(of);
            case Formula.Call(_, _, _, Formula.Node argument) -> rows(argument);
        };
    }

    private static int rows(Formula.Node left, Formula.Node right) {
        return Math.max(rows(left), rows(right) + 1);
    }

    /// The derivatives of what does not change.
    ///
    /// @return the value
    double constant(int row, double value) {
        int n = values.length;
        Arrays.fill(table, row * n, row * n + n, 0);
        return value;
    }

    /// The derivatives of a variable.
    ///
    /// @return its value
    double variable(int row, int index) {
        constant(row, 0);
        table[row * values.length + index] = 1;
        return values[index];
    }

    /// The derivatives of a function of the part whose derivatives are in the row.
    ///
    /// @param factor the function's own
    /// @return the value
    double chain(int row, double factor, double value) {
        int n = values.length;
        for (int i = row * n; i < row * n + n; i++) {
            table[i] = times(factor, table[i]);
        }
        return value;
    }

    /// The derivatives of a function of two parts, those of the left one in the row, those of the right one in the next.
    ///
    /// @return the value
    double blend(int row, double byLeft, double byRight, double value) {
        int n = values.length;
        for (int i = row * n; i < row * n + n; i++) {
            table[i] = times(byLeft, table[i]) + times(byRight, table[i + n]);
        }
        return value;
    }

    /// `d(a^b) = b a^(b-1) da + a^b log(a) db`; a power of 0 does not change with its exponent.
    double power(int row, double a, double b) {
        double value = Math.pow(a, b);
        return blend(row, byBase(a, b), a == 0 && b >= 0 ? 0 : value * Math.log(a), value);
    }

    /// A power whose exponent is a number.
    double fixedPower(int row, double base, double exponent) {
        return chain(row, byBase(base, exponent), Math.pow(base, exponent));
    }

    private static double byBase(double base, double exponent) {
        if (exponent == 2) {
            return 2 * base; // most powers are squares, and a general one takes as long as the rest of a formula
        }
        return exponent == 0 ? 0 : exponent * Math.pow(base, exponent - 1);
    }

    /// What does not change stays 0 where the factor is infinite or NaN.
    private static double times(double factor, double slope) {
        return slope == 0 ? 0 : factor * slope;
    }
}
