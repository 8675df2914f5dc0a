package dev.crescent.insight.hidden;

import dev.crescent.experiment.Activation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of the spaces that samples go through: the inputs, or the outputs of a layer.
///
/// @param layer the layer's number in the network's layers, from 0; -1 for the inputs
/// @param units its outputs, as many as the space has dimensions
/// @param activation of its units; linear where it has none
/// @param axes that it is drawn on
/// @param held the share of the samples' variance that lies along the axes, 0 to 1
/// @param cuts where the next layer separates, in the picture's coordinates
/// @param separates what the cuts are
/// @param ahead where the next layer's weights and biases alone would take the picture's points, in the next stage's
///     coordinates; null where the next layer is no weighted sum
public record Stage(int layer, int units, Activation activation, Axes axes, double held, List<Cut> cuts,
                    Separates separates, @Nullable Affine ahead) {
    /// What lines in a hidden space are.
    public enum Separates {
        /// There are no lines.
        NOTHING,
        /// Where a unit of the next layer says 0 before its activation.
        UNITS,
        /// Where two classes are equally probable, and no third one more.
        CLASSES
    }

    public Stage {
        cuts = List.copyOf(cuts);
    }
}
