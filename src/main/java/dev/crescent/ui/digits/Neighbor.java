package dev.crescent.ui.digits;

/// A training image that the network sees almost as it sees the drawing.
///
/// @param ink `[rows * columns]` from 0 to 1
/// @param label its class
/// @param wrong whether that is another class than the answer
/// @param distance of the two in the space they were compared in
public record Neighbor(float[] ink, String label, boolean wrong, double distance) {}
