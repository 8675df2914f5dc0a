package dev.crescent.insight.descent;

import dev.crescent.experiment.Formula;
import dev.crescent.insight.Region;
import java.util.List;

/// A function that somebody typed, as a formula over x and y with the grammar of the features.
public final class FormulaFunction implements PlaneFunction {
    private static final List<String> VARIABLES = List.of("x", "y");
    private static final Region REGION = Region.square(3, 0);
    /// Where the start lies in the region, as a share of its sides: off the axes and the diagonals, on which gradients of
    /// many a function are 0.
    private static final PlaneVector START = new PlaneVector(0.85, 0.7);

    private final Formula formula;
    private final Region region;

    private FormulaFunction(Formula formula, Region region) {
        this.formula = formula;
        this.region = region;
    }

    /// Reads a formula, to be looked at from -3 to 3.
    ///
    /// @throws dev.crescent.experiment.InvalidSettingException without a path; its problem names the position, counted
    ///     from 1, and the remedy
    public static FormulaFunction parse(String text) {
        return new FormulaFunction(Formula.parse(text, VARIABLES), REGION);
    }

    /// The same function, looked at elsewhere.
    public FormulaFunction in(Region other) {
        return new FormulaFunction(formula, other);
    }

    @Override
    public double value(double x, double y) {
        return formula.evaluate(x, y);
    }

    @Override
    public double gradient(double x, double y, double[] into) {
        return formula.differentiate(new double[] {x, y}, into);
    }

    @Override
    public String formula() {
        return formula.text();
    }

    @Override
    public Region region() {
        return region;
    }

    @Override
    public PlaneVector start() {
        return new PlaneVector(region.x1Min() + START.x() * region.width(), region.x2Min() + START.y() * region.height());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormulaFunction f && formula.equals(f.formula) && region.equals(f.region);
    }

    @Override
    public int hashCode() {
        return 31 * formula.hashCode() + region.hashCode();
    }

    @Override
    public String toString() {
        return formula.text();
    }
}
