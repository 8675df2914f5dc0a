package dev.crescent.insight.step;

import java.util.ArrayList;
import java.util.List;

/// A part of a training step, in the order in which it happens.
public sealed interface Phase {
    /// A sample comes in, with its target.
    record Sample() implements Phase {}

    /// A layer computes.
    ///
    /// @param layer of the stack, from 0
    record Forward(int layer) implements Phase {}

    /// The output is compared with the target.
    record Loss() implements Phase {}

    /// Deltas reach a layer, and with them the gradients of its weights.
    record Backward(int layer) implements Phase {}

    /// The optimizer changes all weights.
    record Update() implements Phase {}

    /// All parts of a step of a network.
    ///
    /// @param depth how many layers
    static List<Phase> of(int depth) {
        List<Phase> phases = new ArrayList<>(List.of(new Sample()));
        for (int layer = 0; layer < depth; layer++) {
            phases.add(new Forward(layer));
        }
        phases.add(new Loss());
        for (int layer = depth - 1; layer >= 0; layer--) {
            phases.add(new Backward(layer));
        }
        phases.add(new Update());
        return phases;
    }

    /// The layer that a phase is about; the features', -1, for the sample, the last one for the loss.
    ///
    /// @param depth how many layers
    /// @param chosen that of the update, which is about all of them
    default int layer(int depth, int chosen) {
        return switch (this) {
            case Sample _ -> -1;
            case Forward forward -> forward.layer();
            case Loss _ -> depth - 1;
            case Backward backward -> backward.layer();
            case Update _ -> Math.max(0, chosen);
        };
    }
}
