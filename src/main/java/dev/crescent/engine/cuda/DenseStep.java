package dev.crescent.engine.cuda;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;

/// A dense or maxout layer: `sums = x W^T + b`, of `pieces` sums each unit takes the largest, `z`, and gives out `f(z)`.
final class DenseStep extends Step {
    private final int inputs;
    private final int units;
    private final int pieces;
    private final Values in;
    private final Values out;
    private final long z;
    private final Weights weights;
    private final Curve curve;
    private final int multiprocessors;
    private final CudaDriver.Launch dense;
    private final CudaDriver.Launch largest;
    private final CudaDriver.Launch giveToLargest;
    private final CudaDriver.Launch gradient;
    private final CudaDriver.Launch back;

    /// @param pieces 1 for a dense layer
    /// @param fused whether the loss gives its gradient by `z`
    DenseStep(ParameterLayout.Slice slice, int units, int pieces, Activation activation, boolean fused, Values in,
            int capacity, long parameters, long gradientOfAll, Arena arena, CudaDriver driver) {
        this.inputs = in.width();
        this.units = units;
        this.pieces = pieces;
        this.in = in;
        this.multiprocessors = driver.multiprocessors();
        long numbers = (long) capacity * units;
        this.z = arena.floats(numbers);
        this.out = new Values(Curve.passes(activation) ? z : arena.floats(numbers), arena.floats(numbers), units);
        long sums = pieces == 1 ? z : arena.floats(numbers * pieces);
        long sumDelta = pieces == 1 ? out.delta() : arena.floats(numbers * pieces);
        int rows = units * pieces;
        this.weights = new Weights(slice, Products.parts(rows, inputs, capacity, multiprocessors), 1, sumDelta, parameters,
                gradientOfAll, arena, driver);
        this.curve = new Curve(activation, fused, z, out.address(), out.delta(), units, driver);
        this.dense = driver.launch("dense", 9);
        Launches.set(dense, in.address(), weights.weights, weights.biases, sums, pieces == 1 ? out.address() : sums);
        dense.set(6, inputs);
        dense.set(7, rows);
        dense.set(8, pieces == 1 ? curve.inKernel() : Activation.LINEAR.ordinal());
        this.largest = driver.launch("maxout", 6);
        Launches.set(largest, sums, z, out.address());
        largest.set(4, pieces);
        largest.set(5, curve.inKernel());
        this.giveToLargest = driver.launch("maxout_back", 6);
        Launches.set(giveToLargest, out.delta(), sums, z, sumDelta);
        giveToLargest.set(5, pieces);
        this.gradient = driver.launch("dense_gradient", 7);
        Launches.set(gradient, sumDelta, in.address(), weights.sums());
        gradient.set(4, inputs);
        gradient.set(5, rows);
        this.back = driver.launch("dense_back", 6);
        Launches.set(back, sumDelta, weights.weights, in.delta());
        back.set(4, inputs);
        back.set(5, rows);
    }

    /// What the activation sees, `[samples][units]`.
    long seen() {
        return z;
    }

    @Override
    Values output() {
        return out;
    }

    @Override
    void forward(int samples, Moment moment) {
        dense.set(5, samples);
        Products.run(dense, samples, (long) units * pieces, 1);
        if (pieces > 1) {
            largest.set(3, samples * units);
            Device.over(largest, (long) samples * units);
        }
        curve.finish(samples);
    }

    @Override
    void backward(int samples, boolean anew) {
        curve.back(samples);
        if (pieces > 1) {
            giveToLargest.set(4, samples * units);
            Device.over(giveToLargest, (long) samples * units);
        }
        long rows = (long) units * pieces;
        int parts = Products.parts(rows, inputs, samples, multiprocessors);
        gradient.set(3, samples);
        gradient.set(6, parts);
        Products.run(gradient, rows, inputs, parts);
        weights.finish(samples, parts, anew);
        if (in.delta() != 0) {
            back.set(3, samples);
            Products.run(back, samples, inputs, 1);
        }
    }
}
