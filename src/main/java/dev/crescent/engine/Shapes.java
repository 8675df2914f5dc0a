package dev.crescent.engine;

import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import java.util.ArrayList;
import java.util.List;

/// The shape of what each layer gives out: `[units]`, or `[channels, rows, columns]` for images.
public final class Shapes {
    private Shapes() {}

    /// One shape a layer, in order.
    ///
    /// @param inputShape `[features]` or `[channels, rows, columns]`
    /// @throws InvalidSettingException if a layer does not fit what comes into it, under `model.layers[i]`
    public static List<List<Integer>> of(Model.Network network, List<Integer> inputShape) {
        if ((inputShape.size() != 1 && inputShape.size() != 3) || inputShape.stream().anyMatch(n -> n < 1)) {
            throw new InvalidSettingException("data",
                    "must give [features] or [channels, rows, columns] to the network, gives " + inputShape);
        }
        List<List<Integer>> shapes = new ArrayList<>();
        List<Integer> shape = inputShape;
        for (int i = 0; i < network.layers().size(); i++) {
            try {
                shape = after(network.layers().get(i), shape);
                width(shape);
            } catch (InvalidSettingException e) {
                throw e.under("model.layers[" + i + "]");
            }
            shapes.add(shape);
        }
        return List.copyOf(shapes);
    }

    /// How many numbers a shape holds.
    ///
    /// @throws InvalidSettingException if they are more than 2^30
    public static int width(List<Integer> shape) {
        long width = 1;
        for (int n : shape) {
            width *= n;
            if (width > 1 << 30) {
                throw new InvalidSettingException("", "gives out " + shape + ", more than 2^30 numbers; make it smaller");
            }
        }
        return (int) width;
    }

    private static List<Integer> after(Layer layer, List<Integer> shape) {
        return switch (layer) {
            case Layer.Dense dense -> List.of(dense.units());
            case Layer.Maxout maxout -> List.of(maxout.units());
            case Layer.Conv conv -> {
                image(conv, shape);
                yield List.of(conv.filters(), convolved(conv, shape.get(1)), convolved(conv, shape.get(2)));
            }
            case Layer.MaxPool pool -> {
                image(pool, shape);
                yield List.of(shape.get(0), pooled(pool, shape.get(1)), pooled(pool, shape.get(2)));
            }
            case Layer.Flatten _ -> List.of(width(shape));
            case Layer.Dropout _, Layer.Noise _, Layer.BatchNorm _ -> shape;
        };
    }

    private static void image(Layer layer, List<Integer> shape) {
        if (shape.size() != 3) {
            throw new InvalidSettingException("type", layer.id() + " needs an image, but a row of " + shape.getFirst()
                    + " numbers comes in; use dense, or put it before the first dense or flatten layer");
        }
    }

    /// Positions of a filter along `n` pixels: `floor((n + padding - kernel) / stride) + 1`.
    ///
    /// @throws InvalidSettingException if the filter does not fit
    public static int convolved(Layer.Conv conv, int n) {
        int room = n - conv.kernel() + added(conv.padding(), conv.kernel());
        if (room < 0) {
            throw new InvalidSettingException("kernel", "must be at most " + n + ", the size of the image that comes in, is "
                    + conv.kernel());
        }
        return room / conv.stride() + 1;
    }

    /// Pixels of zeros before an image along one axis. An odd rest of `same` goes behind it, as in PyTorch.
    public static int before(Layer.Conv conv) {
        return added(conv.padding(), conv.kernel()) / 2;
    }

    /// Pixels of zeros behind an image along one axis.
    public static int behind(Layer.Conv conv) {
        return added(conv.padding(), conv.kernel()) - before(conv);
    }

    /// Pixels of zeros that a padding adds along one axis, both sides together.
    private static int added(Padding padding, int kernel) {
        return switch (padding) {
            case VALID -> 0;
            case SAME -> kernel - 1;
            case FULL -> 2 * (kernel - 1);
        };
    }

    /// Windows along `n` pixels. Rounding up cuts the last window off at the border, and, as in PyTorch, leaves it
    /// out where it would start outside.
    ///
    /// @throws InvalidSettingException if no window fits
    public static int pooled(Layer.MaxPool pool, int n) {
        int room = n - pool.size();
        if (pool.rounding() == Rounding.UP) {
            int windows = room <= 0 ? 1 : (room + pool.stride() - 1) / pool.stride() + 1;
            return (windows - 1) * pool.stride() >= n ? windows - 1 : windows;
        }
        if (room < 0) {
            throw new InvalidSettingException("size", "must be at most " + n
                    + ", the size of the image that comes in, is " + pool.size() + "; or use rounding up");
        }
        return room / pool.stride() + 1;
    }
}
