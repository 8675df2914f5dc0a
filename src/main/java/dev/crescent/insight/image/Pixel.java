package dev.crescent.insight.image;

/// A place in an image.
///
/// @param row from the top, from 0
/// @param column from the left, from 0
public record Pixel(int row, int column) {}
