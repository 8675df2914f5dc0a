package dev.crescent.insight.descent;

import dev.crescent.insight.Region;

/// A function of the plane that an optimizer can walk down. Immutable.
public sealed interface PlaneFunction permits TestFunction, FormulaFunction {
    /// The value at a point; NaN or infinite where there is none.
    double value(double x, double y);

    /// The exact gradient at a point; NaN or infinite where there is none.
    ///
    /// @param into receives the derivatives along x and y
    /// @return the value
    double gradient(double x, double y, double[] into);

    /// The function as a [dev.crescent.experiment.Formula] over x and y.
    String formula();

    /// The part of the plane that is worth a look; x is its first axis.
    Region region();

    /// A start from which there is something to see.
    PlaneVector start();
}
