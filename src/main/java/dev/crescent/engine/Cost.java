package dev.crescent.engine;

import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.List;

/// How many multiply-adds a network's weighted sums take; everything else counts as nothing.
public final class Cost {
    private Cost() {}

    /// Of one sample forward.
    ///
    /// @param inputShape `[features]` or `[channels, rows, columns]`
    /// @throws InvalidSettingException if a layer does not fit what comes into it
    public static double forward(Model.Network network, List<Integer> inputShape) {
        return count(network, inputShape, 1);
    }

    /// Of one sample in training: forward, back to the weights, and back to what came in but for the first layer with
    /// weights.
    ///
    /// @param inputShape `[features]` or `[channels, rows, columns]`
    /// @throws InvalidSettingException if a layer does not fit what comes into it
    public static double training(Model.Network network, List<Integer> inputShape) {
        return count(network, inputShape, 3);
    }

    private static double count(Model.Network network, List<Integer> inputShape, int passes) {
        List<List<Integer>> shapes = Shapes.of(network, inputShape);
        double sum = 0;
        for (ParameterLayout.Slice slice : ParameterLayout.of(network, inputShape).slices()) {
            if (network.layers().get(slice.layer()) instanceof Layer.BatchNorm) {
                continue;
            }
            List<Integer> shape = shapes.get(slice.layer());
            double places = shape.size() == 3 ? (double) shape.get(1) * shape.get(2) : 1;
            double once = slice.weightCount() * places;
            sum += once * (passes > 1 && sum == 0 ? passes - 1 : passes);
        }
        return sum;
    }
}
