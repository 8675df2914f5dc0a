package dev.crescent.engine.cuda;

import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Layer;
import java.util.List;

/// The largest number of each window.
final class PoolStep extends Step {
    private final int channels;
    private final int pixels;
    private final Values in;
    private final Values out;
    private final CudaDriver.Launch pool;
    private final CudaDriver.Launch back;

    /// @param shape of what comes in, `[channels, rows, columns]`
    PoolStep(Layer.MaxPool layer, List<Integer> shape, Values in, int capacity, Arena arena, CudaDriver driver) {
        int outRows = Shapes.pooled(layer, shape.get(1));
        int outColumns = Shapes.pooled(layer, shape.get(2));
        this.channels = shape.getFirst();
        this.pixels = outRows * outColumns;
        this.in = in;
        long numbers = (long) capacity * channels * pixels;
        this.out = new Values(arena.floats(numbers), in.delta() == 0 ? 0 : arena.floats(numbers), channels * pixels);
        long winner = arena.floats(numbers);
        this.pool = driver.launch("max_pool", 10);
        this.back = driver.launch("max_pool_back", 10);
        pool.set(0, in.address());
        pool.set(1, out.address());
        pool.set(2, winner);
        back.set(0, out.delta());
        back.set(1, winner);
        back.set(2, in.delta());
        for (CudaDriver.Launch launch : List.of(pool, back)) {
            launch.set(4, shape.get(1));
            launch.set(5, shape.get(2));
            launch.set(6, outRows);
            launch.set(7, outColumns);
            launch.set(8, layer.size());
            launch.set(9, layer.stride());
        }
    }

    @Override
    Values output() {
        return out;
    }

    @Override
    void forward(int samples, Moment moment) {
        pool.set(3, samples * channels);
        Device.over(pool, (long) samples * channels * pixels);
    }

    @Override
    void backward(int samples, boolean anew) {
        if (in.delta() != 0) {
            back.set(3, samples * channels);
            Device.over(back, (long) samples * in.width());
        }
    }
}
