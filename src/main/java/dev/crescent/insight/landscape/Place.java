package dev.crescent.insight.landscape;

/// Where parameters lie as seen from a plane.
///
/// @param a along the plane's first direction, in the parameters' own units
/// @param b along its second
/// @param distance from the plane, 0 or more: what the picture of the plane does not show. All three are NaN where a
///     parameter is not finite
public record Place(double a, double b, double distance) {
    /// Where a plane begins.
    public static final Place ORIGIN = new Place(0, 0, 0);

    /// Whether it is a place at all.
    public boolean isFinite() {
        return Double.isFinite(a) && Double.isFinite(b);
    }
}
