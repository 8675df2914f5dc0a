package dev.crescent.ui.network;

/// A unit of a column.
///
/// @param column 0 for the features
record UnitRef(int column, int unit) {}
