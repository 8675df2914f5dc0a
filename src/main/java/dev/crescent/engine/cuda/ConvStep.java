package dev.crescent.engine.cuda;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Layer;
import java.util.List;

/// A convolution as PyTorch defines it, then the activation.
final class ConvStep extends Step {
    private final int filters;
    private final int places;
    private final int patch;
    private final int channels;
    private final int pixels;
    private final Values in;
    private final Values out;
    private final Weights weights;
    private final Curve curve;
    private final int multiprocessors;
    private final CudaDriver.Launch conv;
    private final CudaDriver.Launch gradient;
    private final CudaDriver.Launch back;

    /// @param shape of what comes in, `[channels, rows, columns]`
    ConvStep(ParameterLayout.Slice slice, Layer.Conv layer, List<Integer> shape, Values in, int capacity, long parameters,
            long gradientOfAll, Arena arena, CudaDriver driver) {
        int outRows = Shapes.convolved(layer, shape.get(1));
        int outColumns = Shapes.convolved(layer, shape.get(2));
        this.filters = layer.filters();
        this.places = outRows * outColumns;
        this.channels = shape.getFirst();
        this.pixels = shape.get(1) * shape.get(2);
        this.patch = channels * layer.kernel() * layer.kernel();
        this.in = in;
        this.multiprocessors = driver.multiprocessors();
        long numbers = (long) capacity * filters * places;
        long z = arena.floats(numbers);
        this.out = new Values(Curve.passes(layer.activation()) ? z : arena.floats(numbers), arena.floats(numbers),
                filters * places);
        this.weights = new Weights(slice, Products.parts(filters, patch, (long) capacity * places, multiprocessors), places,
                out.delta(), parameters, gradientOfAll, arena, driver);
        this.curve = new Curve(layer.activation(), false, z, out.address(), out.delta(), filters * places, driver);
        int[] geometry = {channels, shape.get(1), shape.get(2), filters, outRows, outColumns, layer.kernel(), layer.stride(),
            Shapes.before(layer)};
        this.conv = driver.launch("conv", 16);
        Launches.set(conv, in.address(), weights.weights, weights.biases, z, out.address());
        conv.set(6, curve.inKernel());
        set(conv, 7, geometry);
        this.gradient = driver.launch("conv_gradient", 14);
        Launches.set(gradient, out.delta(), in.address(), weights.sums());
        set(gradient, 5, geometry);
        this.back = driver.launch("conv_back", 13);
        Launches.set(back, out.delta(), weights.weights, in.delta());
        set(back, 4, geometry);
    }

    private static void set(CudaDriver.Launch launch, int first, int[] values) {
        for (int i = 0; i < values.length; i++) {
            launch.set(first + i, values[i]);
        }
    }

    @Override
    Values output() {
        return out;
    }

    @Override
    void forward(int samples, Moment moment) {
        conv.set(5, samples);
        Products.run(conv, filters, (long) samples * places, 1);
        curve.finish(samples);
    }

    @Override
    void backward(int samples, boolean anew) {
        curve.back(samples);
        int parts = Products.parts(filters, patch, (long) samples * places, multiprocessors);
        gradient.set(3, samples);
        gradient.set(4, parts);
        Products.run(gradient, filters, patch, parts);
        weights.finish(samples, parts, anew);
        if (in.delta() != 0) {
            back.set(3, samples);
            Products.run(back, channels, (long) samples * pixels, 1);
        }
    }
}
