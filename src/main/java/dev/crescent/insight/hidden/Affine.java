package dev.crescent.insight.hidden;

/// An affine map of places in a picture.
///
/// @param matrix `[3][3]`
/// @param shift `[3]`
public record Affine(double[] matrix, double[] shift) {
    /// A coordinate of a point's image, `share` of the way there.
    public double at(int axis, double x, double y, double z, double share) {
        double here = axis == 0 ? x : axis == 1 ? y : z;
        double there = matrix[3 * axis] * x + matrix[3 * axis + 1] * y + matrix[3 * axis + 2] * z + shift[axis];
        return here + share * (there - here);
    }
}
