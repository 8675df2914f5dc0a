package dev.crescent.insight.image;

/// What [Saliency] found. Immutable by convention: nobody writes into the array.
///
/// @param winner the output with the greatest score, the first of equal ones; -1 if a score is not a number
/// @param values `[rows][columns]`, channels summed, in units of the score: positive speaks for the winner, negative
///     against it; all 0 without a winner
public record SaliencyMap(int winner, float[][] values) {}
