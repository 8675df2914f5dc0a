package dev.crescent.ui.picture;

import dev.crescent.engine.Metrics;
import dev.crescent.insight.CurveData;

/// What a picture is of: a state of training, and how it was reached.
///
/// @param epoch how many epochs were done
/// @param parameters `[layout.total()]`
/// @param curves the losses and accuracies up to here; empty for a picture that does not show them
public record Moment(double epoch, Metrics train, Metrics test, float[] parameters, CurveData curves) {}
