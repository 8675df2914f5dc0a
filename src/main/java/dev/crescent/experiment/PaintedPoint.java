package dev.crescent.experiment;

/// A point that the user painted.
///
/// @param label its class, 0 to 7
public record PaintedPoint(double x1, double x2, int label) {
    /// As many classes as there are class colors.
    public static final int MAX_CLASSES = 8;

    public PaintedPoint {
        Check.within("[0]", x1, -1e6, 1e6);
        Check.within("[1]", x2, -1e6, 1e6);
        Check.within("[2]", label, 0, MAX_CLASSES - 1.0);
    }
}
