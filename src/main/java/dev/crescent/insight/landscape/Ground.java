package dev.crescent.insight.landscape;

/// What a landscape stands on: a plane, and the part of it that is shown. Losses over it can be kept while it stays.
///
/// @param components whether the plane's directions are the first two principal components of the path, in this order; not
///     so where they are turned to follow those of an older plane
public record Ground(PlaneChoice choice, Plane plane, Area area, boolean components) {
    /// How far apart the ends of its shorter side are.
    public double side() {
        return Math.min(area.width(), area.height());
    }
}
