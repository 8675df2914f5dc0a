package dev.crescent.ui.picture;

import dev.crescent.engine.Metrics;
import dev.crescent.insight.CurveData;
import dev.crescent.insight.landscape.PathPoint;
import java.util.List;

/// What a picture is of: a state of training, and how it was reached.
///
/// @param epoch how many epochs were done
/// @param parameters `[layout.total()]`
/// @param path the way of the parameters up to here, this moment the last; empty for a picture that does not show it
/// @param curves the losses and accuracies up to here; empty for a picture that does not show them
public record Moment(double epoch, Metrics train, Metrics test, float[] parameters, List<PathPoint> path,
                     CurveData curves) {}
