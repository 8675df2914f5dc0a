package dev.crescent.ui.weights;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One layer's weights as a table: a row a unit, a column an input, the biases in a column of their own.
///
/// @param columnNames one a column of weights: the features, or the numbers of the units before
/// @param weights `[rows][columns]`; NaN between images
/// @param biases `[rows]`; empty without biases
/// @param images whether the weights are images beside each other, whose pixels are square
public record WeightMatrix(String title, int rows, int columns, List<String> columnNames, float[] weights,
                           float[] biases, boolean images) {
    public WeightMatrix(String title, int rows, int columns, List<String> columnNames, float[] weights, float[] biases) {
        this(title, rows, columns, columnNames, weights, biases, false);
    }

    public WeightMatrix {
        columnNames = List.copyOf(columnNames);
        if (weights.length != rows * columns || biases.length != 0 && biases.length != rows) {
            throw new IllegalArgumentException("A table of " + rows + " x " + columns + " weights has not "
                    + weights.length + " weights and " + biases.length + " biases");
        }
    }

    /// The tables of all layers that have parameters.
    ///
    /// @param inputNames of the network's inputs, as they are written
    /// @param inputShape `[features]`, or `[channels, rows, columns]`: what lies over an image is shown as images
    /// @param parameters `[layout.total()]`
    public static List<WeightMatrix> of(Model.Network network, List<String> inputNames, List<Integer> inputShape,
                                        ParameterLayout layout, float[] parameters) {
        List<WeightMatrix> matrices = new ArrayList<>();
        for (ParameterLayout.Slice slice : layout.slices()) {
            Optional<WeightImages> images = WeightImages.of(slice, before(network, inputShape, slice.layer()));
            if (images.isPresent()) {
                matrices.add(images.get().tiled(title(network, slice), parameters, slice.weightOffset()));
                continue;
            }
            int rows = slice.weightShape().getFirst();
            int columns = slice.weightCount() / rows;
            float[] weights = part(parameters, slice.weightOffset(), slice.weightCount());
            float[] biases = part(parameters, slice.biasOffset(), slice.biasCount());
            boolean named = slice.layer() == 0 && columns == inputNames.size();
            List<String> names = named ? inputNames
                    : IntStream.rangeClosed(1, columns).mapToObj(Integer::toString).toList();
            matrices.add(new WeightMatrix(title(network, slice), rows, columns, names, weights, biases));
        }
        return List.copyOf(matrices);
    }

    /// What comes into a layer; an image stays one through what only flattens or drops.
    private static List<Integer> before(Model.Network network, List<Integer> inputShape, int layer) {
        List<List<Integer>> shapes = Shapes.of(network, inputShape);
        for (int l = layer - 1; l >= 0; l--) {
            boolean passes = switch (network.layers().get(l)) {
                case Layer.Flatten _, Layer.Dropout _, Layer.Noise _ -> true;
                case Layer.Dense _, Layer.Maxout _, Layer.Conv _, Layer.MaxPool _, Layer.BatchNorm _ -> false;
            };
            if (!passes || shapes.get(l).size() == 3) {
                return shapes.get(l);
            }
        }
        return inputShape;
    }

    private static String title(Model.Network network, ParameterLayout.Slice slice) {
        String shape = slice.weightShape().stream().map(size -> Numbers.fixed(size, 0)).collect(Collectors.joining(" \u00d7 "));
        Layer layer = network.layers().get(slice.layer());
        String kind = layer instanceof Layer.Weighted weighted ? weighted.activation().id() : layer.id();
        return Texts.get("weights.layer", Integer.toString(slice.layer() + 1), shape, kind);
    }

    private static float[] part(float[] parameters, int offset, int count) {
        float[] part = new float[count];
        if (count > 0) {
            System.arraycopy(parameters, offset, part, 0, count);
        }
        return part;
    }

    /// The largest size of a weight or bias that is finite.
    double most() {
        double most = 0;
        for (float[] values : List.of(weights, biases)) {
            for (float value : values) {
                most = Float.isFinite(value) ? Math.max(most, Math.abs(value)) : most;
            }
        }
        return most;
    }
}
