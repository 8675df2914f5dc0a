package dev.crescent.ui.points;

import dev.crescent.experiment.Task;

/// How good a network is.
///
/// @param task whose networks have an accuracy, or none
/// @param tested whether on the test part; else on the training part, there being no other
/// @param accuracy 0 to 1; NaN for a regression, or before it is measured
/// @param counted samples that the accuracy is of
/// @param loss NaN before it is measured
/// @param looked samples that the loss is of
/// @param samples of the part
public record Scores(Task task, boolean tested, double accuracy, int counted, double loss, int looked,
                     int samples) {}
