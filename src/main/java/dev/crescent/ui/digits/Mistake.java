package dev.crescent.ui.digits;

/// A test image that the network reads as something else than it is.
///
/// @param ink `[rows * columns]` from 0 to 1
/// @param truth the class it is of
/// @param said the class it is read as
/// @param probability of what it is read as
/// @param loss of this one image
public record Mistake(float[] ink, String truth, String said, double probability, double loss) {}
