package dev.crescent.insight.descent;

import dev.crescent.insight.Region;
import java.util.List;

/// To which minimum each start of a grid leads: a start for each cell's middle, row-major, row 0 on top (largest y).
/// Immutable by convention: nobody writes into the array.
///
/// @param numbers `[rows * columns]`, places in `minima`, or [#NONE] or [#LIMIT]
/// @param cell how many cells a side share one computed start: 1 when the map is complete
public record Basins(Region region, int columns, int rows, int[] numbers, int cell, List<Minimum> minima) {
    /// The start leads away, to a place without a value, or to one that is no minimum.
    public static final int NONE = -1;
    /// The start was still under way when the steps were used up.
    public static final int LIMIT = -2;

    /// A ball this close to a minimum has reached it, in diagonals of the region.
    static final double NEAR = 0.02;

    public Basins {
        minima = List.copyOf(minima);
    }

    /// How close to a minimum a ball must be to have reached it: never so far that two could be meant.
    static double radius(Region region, List<Minimum> minima) {
        double radius = NEAR * Math.hypot(region.width(), region.height());
        for (int i = 0; i < minima.size(); i++) {
            for (int j = 0; j < i; j++) {
                for (PlaneVector place : minima.get(i).floor()) {
                    radius = Math.min(radius, 0.45 * minima.get(j).distance(place));
                }
            }
        }
        return radius;
    }
}
