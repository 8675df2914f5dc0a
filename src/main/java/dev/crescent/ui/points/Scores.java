package dev.crescent.ui.points;

/// How good a network is.
///
/// @param tested whether on the test part; else on the training part, there being no other
/// @param accuracy 0 to 1; NaN for a regression
/// @param counted samples that the accuracy is of
/// @param loss NaN before it is measured
/// @param looked samples that the loss is of
/// @param samples of the part
public record Scores(boolean tested, double accuracy, int counted, double loss, int looked, int samples) {}
