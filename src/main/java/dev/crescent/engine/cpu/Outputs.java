package dev.crescent.engine.cpu;

import dev.crescent.experiment.Activation;

/// What the last layer hands to the loss, and where it gets its gradient.
///
/// @param units of the layer
/// @param rows a panel has for them
/// @param preActivation `[panels][rows][16]`: what the activation sees
/// @param values `[panels][rows][16]`
/// @param delta `[panels][rows][16]` receives the gradient by the values, or by what the loss takes over; empty where
///     nothing is trained
/// @param fusion what the loss takes over
/// @param threshold a single output above it means class 1
record Outputs(int units, int rows, float[] preActivation, float[] values, float[] delta, Fusion fusion, float threshold) {
    /// Where a single output of an activation is between its two classes.
    static float threshold(Activation activation) {
        return activation == Activation.SIGMOID ? 0.5f : 0;
    }
}
