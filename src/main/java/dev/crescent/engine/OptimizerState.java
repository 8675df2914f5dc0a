package dev.crescent.engine;

import java.util.Arrays;
import java.util.List;

/// What an optimizer remembers between steps.
///
/// @param step steps done: dropout masks and noise follow from it
/// @param since the step at which the memory began, 0 to `step`: bias correction counts from it; `step` without vectors
/// @param vectors vectors as long as the parameters, in an order each optimizer defines; none means it starts anew
public record OptimizerState(long step, long since, List<float[]> vectors) {
    /// Nothing remembered yet.
    public static final OptimizerState START = new OptimizerState(0, 0, List.of());

    public OptimizerState {
        vectors = List.copyOf(vectors);
        if (since < 0 || since > step || (vectors.isEmpty() && since != step)) {
            throw new IllegalArgumentException("A memory of " + vectors.size() + " vectors cannot begin at step " + since
                    + " of " + step + ".");
        }
    }

    /// Nothing remembered, after so many steps.
    public static OptimizerState newAt(long step) {
        return new OptimizerState(step, step, List.of());
    }

    /// What is remembered, so many steps later that changed nothing.
    OptimizerState after(long steps) {
        return new OptimizerState(step + steps, vectors.isEmpty() ? step + steps : since, vectors);
    }

    /// The step that all of these have.
    ///
    /// @throws IllegalArgumentException if they differ, or there are none
    public static long sameStep(List<OptimizerState> states) {
        long[] steps = states.stream().mapToLong(OptimizerState::step).distinct().toArray();
        if (steps.length != 1) {
            throw new IllegalArgumentException("Networks in training together need one step for all, have "
                    + Arrays.toString(steps) + ".");
        }
        return steps[0];
    }

    /// The count of steps without what was remembered: for another optimizer that goes on from here.
    public OptimizerState forgotten() {
        return newAt(step);
    }
}
