package dev.crescent.engine.cuda;

import dev.crescent.engine.ParameterLayout;

/// The gradient by one layer's weights and biases: the weights' sums are dealt out, kept apart, and added in a fixed order.
final class Weights {
    final long weights;
    /// 0 without biases.
    final long biases;
    private final int count;
    private final int units;
    private final int places;
    private final long sums;
    private final CudaDriver.Launch add;
    private final CudaDriver.Launch bias;

    /// @param parts at most
    /// @param places of a unit in a sample: 1, or those of a filter
    /// @param delta of the layer's sums, `[samples][units][places]`
    Weights(ParameterLayout.Slice slice, int parts, int places, long delta, long parameters, long gradient, Arena arena,
            CudaDriver driver) {
        this.count = slice.weightCount();
        this.units = slice.weightShape().getFirst();
        this.places = places;
        this.weights = Launches.at(parameters, slice.weightOffset());
        this.biases = slice.biasOffset() < 0 ? 0 : Launches.at(parameters, slice.biasOffset());
        this.sums = arena.floats((long) parts * count);
        this.add = driver.launch("add_parts", 5);
        Launches.set(add, sums, Launches.at(gradient, slice.weightOffset()));
        add.set(2, count);
        this.bias = driver.launch("bias_gradient", 6);
        Launches.set(bias, delta, slice.biasOffset() < 0 ? 0 : Launches.at(gradient, slice.biasOffset()));
        bias.set(3, units);
        bias.set(4, places);
    }

    /// Where the kernel of the weights' gradient puts its sums, `[parts][units][weights of a unit]`.
    long sums() {
        return sums;
    }

    /// Behind that kernel.
    void finish(int samples, int parts, boolean anew) {
        add.set(3, parts);
        add.set(4, anew ? 1 : 0);
        Device.over(add, count);
        if (biases != 0) {
            bias.set(2, samples);
            bias.set(5, anew ? 1 : 0);
            Device.blocks(bias, units);
        }
    }
}
