package dev.crescent.engine;

import java.util.List;

/// What an optimizer remembers between steps.
///
/// @param step steps done: bias correction, dropout masks and noise follow from it
/// @param vectors vectors as long as the parameters, in an order each optimizer defines; none means it starts anew
public record OptimizerState(long step, List<float[]> vectors) {
    /// Nothing remembered yet.
    public static final OptimizerState START = new OptimizerState(0, List.of());

    public OptimizerState {
        vectors = List.copyOf(vectors);
    }

    /// The count of steps without what was remembered: for another optimizer that goes on from here.
    public OptimizerState forgotten() {
        return new OptimizerState(step, List.of());
    }
}
