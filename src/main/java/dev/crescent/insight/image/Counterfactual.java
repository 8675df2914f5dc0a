package dev.crescent.insight.image;

import java.util.List;

/// A few changed pixels that make a network read something else, as [CounterfactualSearch] found them. Immutable by
/// convention: nobody writes into the arrays.
///
/// @param image `[inputs]`, with the changes
/// @param added pixels that got full ink, 1 in all channels, in the order of their rows
/// @param erased pixels that got paper, 0 in all channels, likewise
/// @param winner the class that the network reads in the image as it was; -1 if it reads none
/// @param target the class that it was to read; -1 where none was named and there is no winner
/// @param reached whether it reads the target now
/// @param probabilities `[classes]` of the changed image, not softened
public record Counterfactual(float[] image, List<Pixel> added, List<Pixel> erased, int winner, int target,
                             boolean reached, float[] probabilities) {
    public Counterfactual {
        added = List.copyOf(added);
        erased = List.copyOf(erased);
    }
}
