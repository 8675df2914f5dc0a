package dev.crescent.insight.step;

/// Whose numbers are looked at: a unit, a link into it, or its bias.
///
/// @param layer of the stack; -1 for the features
/// @param input the unit that the link comes from; [#UNIT] or [#BIAS] without a link
public record Focus(int layer, int unit, int input) {
    public static final int UNIT = -1;
    public static final int BIAS = -2;

    public static Focus unit(int layer, int unit) {
        return new Focus(layer, unit, UNIT);
    }

    public boolean isUnit() {
        return input == UNIT;
    }

    public boolean isBias() {
        return input == BIAS;
    }

    /// Where the link's weight or the bias lies among the parameters; -1 for a unit, or a bias that is not there.
    public int parameter(DenseStack stack) {
        if (layer < 0 || isUnit()) {
            return -1;
        }
        DenseStack.Dense of = stack.layers().get(layer);
        return !isBias() ? of.weight(unit, input) : of.biases() < 0 ? -1 : of.biases() + unit;
    }
}
