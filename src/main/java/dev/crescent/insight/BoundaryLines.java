package dev.crescent.insight;

import java.util.List;

/// The lines over an output field. Immutable by convention: nobody writes into the arrays.
///
/// @param strong the decision boundaries, or the middle of a range
/// @param thin where the model is 9 : 1 sure, or a regression has come to a quarter of its range from its ends
public record BoundaryLines(List<float[]> strong, List<float[]> thin) {
    /// Polylines as [Contours] gives them: interleaved column, row in cells of the field.
    public BoundaryLines {
        strong = List.copyOf(strong);
        thin = List.copyOf(thin);
    }
}
