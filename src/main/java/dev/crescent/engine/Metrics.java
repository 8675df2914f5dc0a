package dev.crescent.engine;

/// What was measured over a part.
///
/// @param loss mean loss, penalties left out; NaN for an empty part
/// @param accuracy share of samples classified right, 0 to 1; NaN for an empty part or without classes
public record Metrics(double loss, double accuracy) {
    public static final Metrics NONE = new Metrics(Double.NaN, Double.NaN);
}
