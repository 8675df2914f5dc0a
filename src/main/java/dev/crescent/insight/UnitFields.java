package dev.crescent.insight;

import dev.crescent.experiment.Activation;

/// What every unit of a network outputs over a square grid of the plane. Immutable by convention: nobody writes into
/// the arrays.
///
/// @param region the part of the plane that the grid covers
/// @param side how many points the grid has a side
/// @param features `[feature][side * side]`, the input features; row 0 is at the top
/// @param layers `[layer][unit][side * side]`, one entry a layer of the model, layers without parameters too; of a
///     layer the first [#MOST_UNITS] units
public record UnitFields(Region region, int side, float[][] features, float[][][] layers) {
    /// Of a layer with more units only the first so many have fields: nobody looks at more of them at once.
    public static final int MOST_UNITS = 64;

    /// The factor that brings a field's values into -1..1 for the field's color ramp, where `color = v * scale + shift`
    /// ([#shift]). Probabilities keep their meaning, 0.5 in the middle; others are divided by their greatest finite
    /// absolute value, or by 1 where that is less, so that a small tanh stays pale; linear ones, which have no size of
    /// their own, are always divided by it.
    public static float scale(float[] field, Activation activation) {
        if (isProbability(activation)) {
            return 2;
        }
        float most = activation == Activation.LINEAR ? 1e-6f : 1;
        for (float v : field) {
            float size = Math.abs(v);
            if (size > most && size <= Float.MAX_VALUE) {
                most = size;
            }
        }
        return 1 / most;
    }

    /// What is added after [#scale].
    public static float shift(Activation activation) {
        return isProbability(activation) ? -1 : 0;
    }

    private static boolean isProbability(Activation activation) {
        return activation == Activation.SIGMOID || activation == Activation.SOFTMAX;
    }
}
