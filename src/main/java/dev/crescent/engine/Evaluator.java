package dev.crescent.engine;

import org.jspecify.annotations.Nullable;

/// A network as a function of its parameters and inputs, in evaluation mode.
public interface Evaluator {
    /// Where each layer's weights and biases lie in the parameters.
    ParameterLayout layout();

    /// Computes what every unit of every layer outputs for `count` samples.
    ///
    /// @param parameters `[layout().total()]`
    /// @param inputs `[feature][count]`: feature-major, so that a feature's values lie side by side
    /// @param outputs one array a layer, `[unit][count]`, at least that long; a null entry is not stored
    void forward(float[] parameters, float[] inputs, int count, float[] @Nullable [] outputs);

    /// Whether another engine does its work, as [Session#isElsewhere].
    default boolean isElsewhere() {
        return false;
    }
}
