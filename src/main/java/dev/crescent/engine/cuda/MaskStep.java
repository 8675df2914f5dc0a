package dev.crescent.engine.cuda;

import dev.crescent.engine.CounterRandom;

/// Dropout or noise: in training as [CounterRandom] has it on every engine, else nothing.
final class MaskStep extends Step {
    private final int layer;
    private final Values in;
    private final Values out;
    private final boolean noise;
    private final CudaDriver.Launch dropout;
    private final CudaDriver.Launch disturb;
    private final float rate;

    /// @param strength the dropout's rate or the noise's deviation
    MaskStep(int layer, boolean noise, double strength, Values in, long address, CudaDriver driver) {
        this.layer = layer;
        this.in = in;
        // The delta of noise is its input's.
        this.out = new Values(address, in.delta(), in.width());
        this.noise = noise;
        this.rate = noise ? 0 : (float) strength;
        this.dropout = driver.launch("dropout", 7);
        this.disturb = driver.launch("noise", 6);
        dropout.set(6, noise ? 1f : (float) (1 / (1 - strength)));
        disturb.set(0, in.address());
        disturb.set(1, address);
        disturb.set(5, Double.doubleToRawLongBits(noise ? strength : 0));
    }

    @Override
    Values output() {
        return out;
    }

    @Override
    void forward(int samples, Moment moment) {
        long key = CounterRandom.key(moment.seed, moment.step, layer);
        long first = (long) moment.first * in.width();
        int count = samples * in.width();
        if (noise && moment.training) {
            disturb.set(2, count);
            disturb.set(3, key);
            disturb.set(4, first);
            Device.over(disturb, count);
            return;
        }
        dropout.set(3, key);
        dropout.set(4, first);
        drop(in.address(), out.address(), count, moment.training ? rate : -1);
    }

    /// @param rate below 0: everything is kept as it is
    private void drop(long from, long to, int count, float rate) {
        dropout.set(0, from);
        dropout.set(1, to);
        dropout.set(2, count);
        dropout.set(5, rate);
        Device.over(dropout, count);
    }

    /// In place: draws the same numbers again.
    @Override
    void backward(int samples, boolean anew) {
        if (!noise && in.delta() != 0) {
            drop(out.delta(), in.delta(), samples * in.width(), rate);
        }
    }
}
