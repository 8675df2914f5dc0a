package dev.crescent.insight.image;

/// What runs between two layers.
///
/// @param values that one layer gives to the next
/// @param slopes the gradient of the score by the values
record Signal(double[] values, double[] slopes) {
    Signal(int width) {
        this(new double[width], new double[width]);
    }
}
