package dev.crescent.engine.cuda;

import dev.crescent.experiment.Activation;

/// The activation behind a layer's sums, where the kernel that sums does not apply it, and its way back.
final class Curve {
    private final Activation activation;
    private final boolean fused;
    private final int width;
    private final CudaDriver.Launch softmax;
    private final CudaDriver.Launch back;

    /// @param z what it sees, `[samples][width]`, and `y` what it gives out
    /// @param delta by `y`, and after [#back] by `z`
    /// @param fused whether the loss gives its gradient by `z`
    Curve(Activation activation, boolean fused, long z, long y, long delta, int width, CudaDriver driver) {
        this.activation = activation;
        this.fused = fused;
        this.width = width;
        this.softmax = driver.launch("softmax", 4);
        Launches.set(softmax, z, y);
        softmax.set(3, width);
        if (activation == Activation.SOFTMAX) {
            this.back = driver.launch("softmax_back", 5);
            Launches.set(back, delta, y, delta);
            back.set(4, width);
        } else {
            this.back = driver.launch("activate_back", 6);
            Launches.set(back, delta, z, y, delta);
            back.set(5, activation.ordinal());
        }
    }

    /// Whether it gives out what it sees, so that one array will do.
    static boolean passes(Activation activation) {
        return activation == Activation.LINEAR;
    }

    /// What the kernel that sums is told to apply.
    int inKernel() {
        return activation == Activation.SOFTMAX ? Activation.LINEAR.ordinal() : activation.ordinal();
    }

    void finish(int samples) {
        if (activation == Activation.SOFTMAX) {
            softmax.set(2, samples);
            Device.over(softmax, samples);
        }
    }

    void back(int samples) {
        if (fused || passes(activation)) {
            return;
        }
        if (activation == Activation.SOFTMAX) {
            back.set(3, samples);
            Device.over(back, samples);
        } else {
            back.set(4, samples * width);
            Device.over(back, (long) samples * width);
        }
    }
}
