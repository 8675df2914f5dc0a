package dev.crescent.insight.image;

/// What [Occlusion] found. Immutable by convention: nobody writes into the array.
///
/// @param winner the class that the network reads in the whole image; -1 if it reads none, its outputs being no numbers
/// @param probability of the winner in the whole image, softened; NaN without a winner
/// @param falls `[rows][columns]`, by how much the winner's softened probability falls where a patch around that pixel is
///     covered, -1 to 1: positive where the ink speaks for the winner, negative where it speaks against it; 0 where the
///     patch covers no ink
public record OcclusionMap(int winner, float probability, float[][] falls) {}
