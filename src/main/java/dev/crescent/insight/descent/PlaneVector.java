package dev.crescent.insight.descent;

/// A point of the plane, or a direction in it.
public record PlaneVector(double x, double y) {
    public double length() {
        return Math.hypot(x, y);
    }

    /// The distance between two points.
    public double distance(PlaneVector other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
