package dev.crescent.app;

import dev.crescent.insight.BoundaryLines;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.UnitFields;
import dev.crescent.insight.ValueRange;
import dev.crescent.train.Snapshot;
import org.jspecify.annotations.Nullable;

/// What the plane looks like to the network of a snapshot.
///
/// @param wish what was asked for
/// @param shown the output's field, or that of the unit in the wish
/// @param range the values that get the ends of the color ramp in a unit's field; null for the output's
/// @param lines over the shown field
/// @param units every unit's thumbnail
/// @param probe what every unit says at the wish's place, `[layer][unit]` with the features first; null without one
/// @param outputs the outputs there; null without a place
record Fields(Snapshot snapshot, Wish wish, OutputField shown, @Nullable ValueRange range, BoundaryLines lines,
              UnitFields units, float @Nullable [][] probe, double @Nullable [] outputs) {}
