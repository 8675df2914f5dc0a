package dev.crescent.insight.image;

/// What one sample does to a unit or a feature map.
///
/// @param sample its number in its part
/// @param value what the unit gives out; of a feature map its greatest value
/// @param row of that value in the map, the first of equal ones line by line; 0 for a unit
/// @param column likewise
public record Peak(int sample, float value, int row, int column) {}
