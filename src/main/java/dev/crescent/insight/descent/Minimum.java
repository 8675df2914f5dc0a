package dev.crescent.insight.descent;

import java.util.List;

/// A point where a function is lower than around it, or one of a floor of such points.
///
/// @param floor points of the floor not far apart, `at` among them: only this one where the minimum is a point
public record Minimum(PlaneVector at, double value, List<PlaneVector> floor) {
    public Minimum {
        floor = List.copyOf(floor);
    }

    Minimum(double x, double y, double value) {
        this(new PlaneVector(x, y), value, List.of(new PlaneVector(x, y)));
    }

    /// How far a point is from the floor.
    public double distance(PlaneVector point) {
        double least = Double.POSITIVE_INFINITY;
        for (PlaneVector place : floor) {
            least = Math.min(least, place.distance(point));
        }
        return least;
    }
}
