package dev.crescent.export.code;

import dev.crescent.experiment.Formula;
import dev.crescent.experiment.FormulaTranslator;

/// Formulas over x1 and x2 as Python or Java writes them, with as few parentheses as they need.
final class FormulaCode implements FormulaTranslator<FormulaCode.Part> {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private final boolean java;

    private FormulaCode(boolean java) {
        this.java = java;
    }

    /// @param level how tightly it holds together
    /// @param varies whether it depends on a variable
    record Part(String text, int level, boolean varies) {
        private String within(int least) {
            return level >= least ? text : "(" + text + ")";
        }
    }

    /// Over arrays, with NumPy.
    static String python(Formula formula) {
        Part part = formula.translate(new FormulaCode(false));
        return part.varies ? part.text : "np.full_like(x1, " + part.text + ")";
    }

    static String java(Formula formula) {
        return formula.translate(new FormulaCode(true)).text;
    }

    @Override
    public Part number(double value) {
        if (value == Math.PI) {
            return new Part(java ? "Math.PI" : "np.pi", ATOM, false);
        }
        String text = Literals.real(value);
        // Java divides whole numbers without a rest.
        return new Part(java && text.matches("[0-9]+") ? text + ".0" : text, ATOM, false);
    }

    @Override
    public Part variable(int index) {
        return new Part("x" + (index + 1), ATOM, true);
    }

    @Override
    public Part operation(char operator, Part left, Part right) {
        boolean varies = left.varies || right.varies;
        return switch (operator) {
            case '+', '-' -> new Part(left.within(SUM) + " " + operator + " " + right.within(PRODUCT), SUM, varies);
            case '*', '/' -> new Part(left.within(PRODUCT) + " " + operator + " " + right.within(SIGN), PRODUCT, varies);
            case '^' -> java ? new Part("Math.pow(" + left.text + ", " + right.text + ")", ATOM, varies)
                    : new Part(left.within(ATOM) + "**" + right.within(SIGN), POWER, varies);
            default -> throw new IllegalArgumentException("no operator: " + operator);
        };
    }

    @Override
    public Part negative(Part of) {
        return new Part("-" + of.within(SIGN), SIGN, of.varies);
    }

    @Override
    public Part call(String function, Part argument) {
        return new Part((java ? "Math." : "np.") + function + "(" + argument.text + ")", ATOM, argument.varies);
    }
}
