package dev.crescent.insight.image;

/// A sample near an image.
///
/// @param sample its number in its part
/// @param label its class
/// @param distance Euclidean, in the units of the inputs, 0 or more
public record Neighbor(int sample, int label, double distance) {}
