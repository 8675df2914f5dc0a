package dev.crescent.app;

import dev.crescent.insight.Region;
import org.jspecify.annotations.Nullable;

/// What the views would like to be shown of the network.
///
/// @param region the part of the plane on screen
/// @param home the part of the plane in the thumbnails
/// @param unit the unit whose field is wanted in place of the output
/// @param place where every unit's output is wanted
/// @param outcome whether it is to be counted what the network makes of the test samples
record Wish(Region region, Region home, @Nullable Unit unit, @Nullable Place place, boolean outcome) {
    /// @param layer -1 for the features
    record Unit(int layer, int index) {}

    record Place(double x1, double x2) {}
}
