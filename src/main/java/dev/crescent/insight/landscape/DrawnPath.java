package dev.crescent.insight.landscape;

import java.util.ArrayList;
import java.util.List;

/// A descent path as seen from a plane, and how far the plane is from it.
///
/// @param points oldest first
/// @param places where they lie; not finite where a network diverged
public record DrawnPath(List<PathPoint> points, List<Place> places) {
    public DrawnPath {
        points = List.copyOf(points);
        places = List.copyOf(places);
    }

    public static DrawnPath of(Plane plane, List<PathPoint> points) {
        List<Place> places = new ArrayList<>();
        for (PathPoint point : points) {
            places.add(plane.project(point.parameters()));
        }
        return new DrawnPath(points, places);
    }

    /// The path's distance from the plane: the root of the mean of the squares; 0 without points.
    public double distance() {
        double squares = 0;
        int count = 0;
        for (Place place : places) {
            if (place.isFinite()) {
                squares += place.distance() * place.distance();
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }

    /// The distance of the point that is farthest from the plane; 0 without points.
    public double farthest() {
        return places.stream().filter(Place::isFinite).mapToDouble(Place::distance).max().orElse(0);
    }
}
