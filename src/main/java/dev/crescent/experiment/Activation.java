package dev.crescent.experiment;

/// What a unit does with its weighted sum. Definitions are PyTorch's: `LEAKY_RELU` has slope 0.01, `GELU` is the
/// exact one, `SOFTMAX` belongs on the last layer only, `STEP` has no useful gradient (perceptrons only).
public enum Activation implements Named {
    LINEAR, RELU, LEAKY_RELU, ELU, GELU, SOFTPLUS, SIGMOID, TANH, SWISH, MISH, SINE, STEP, SOFTMAX;

    @Override
    public String id() {
        return Named.kebab(this);
    }
}
