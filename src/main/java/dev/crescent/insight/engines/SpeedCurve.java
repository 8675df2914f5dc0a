package dev.crescent.insight.engines;

import java.util.List;

/// How fast one engine trains networks that differ in one size. Immutable.
///
/// @param id the engine's
/// @param points those that were measured, by ascending size
/// @param remark why some of them are missing, one sentence; empty if there is no reason
public record SpeedCurve(String id, List<Point> points, String remark) {
    public SpeedCurve {
        points = List.copyOf(points);
    }

    /// @param size units or samples
    /// @param rate samples a second, the median of the rounds
    /// @param spread how many times the least of the rounds the greatest was, 1 or more
    public record Point(int size, double rate, double spread) {
        /// Of a single round.
        public Point(int size, double rate) {
            this(size, rate, 1);
        }
    }

    /// Samples a second; NaN where it was not measured.
    double rateAt(int size) {
        return points.stream().filter(point -> point.size() == size).mapToDouble(Point::rate).findFirst().orElse(Double.NaN);
    }
}
