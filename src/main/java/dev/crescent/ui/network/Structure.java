package dev.crescent.ui.network;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A network as the view sees it: columns of units, and between them layers that have none of their own.
///
/// @param columns the features, then every layer with units; the last one is the output
/// @param items what has a card, from left to right
/// @param inputShape `[features]` or `[channels, rows, columns]`
/// @param shapes what each layer of the network gives out; empty where it cannot be trained
record Structure(List<Column> columns, List<Item> items, List<Integer> inputShape, List<List<Integer>> shapes) {
    Structure {
        columns = List.copyOf(columns);
        items = List.copyOf(items);
        inputShape = List.copyOf(inputShape);
        shapes = List.copyOf(shapes);
    }

    /// A column of units.
    ///
    /// @param layer its number in the network's layers, -1 for the features
    /// @param weightOffset where its incoming weights start among the parameters, -1 if there are none to show
    /// @param pieces weights between two units, of which the largest is shown; 1 but for maxout
    /// @param biasOffset where its biases start, -1 without biases
    /// @param weighted whether it has weights, each of which may be shown as a link or not
    /// @param picture what a unit's weights look like; null where they are no picture
    record Column(int layer, int units, int weightOffset, int pieces, int biasOffset, boolean weighted,
                  @Nullable Picture picture) {
        boolean hasBiases() {
            return biasOffset >= 0;
        }
    }

    /// The weights of a unit as a picture: one for each pixel of an image, or a filter. Of several channels that come in,
    /// the one with the largest weights is seen: a mean over them would hide what a filter looks for.
    ///
    /// @param offset where those of the first unit start among the parameters, `[units][channels][rows][columns]`
    record Picture(int offset, int channels, int rows, int columns) {
        /// Weights of one unit.
        int each() {
            return channels * rows * columns;
        }

        /// The number behind the last weight of so many units.
        int end(int units) {
            return offset + units * each();
        }

        /// The channel whose weights have the largest norm.
        int channel(int unit, float[] parameters) {
            int best = 0;
            double largest = -1;
            for (int channel = 0; channel < channels; channel++) {
                int first = offset + unit * each() + channel * rows * columns;
                double norm = 0;
                for (int i = first; i < first + rows * columns; i++) {
                    norm += (double) parameters[i] * parameters[i];
                }
                if (norm > largest) {
                    largest = norm;
                    best = channel;
                }
            }
            return best;
        }

        /// Where the picture of a unit starts.
        int first(int unit, float[] parameters) {
            return offset + unit * each() + channel(unit, parameters) * rows * columns;
        }
    }

    /// Something with a card.
    ///
    /// @param layer its number in the network's layers, -1 for the features
    /// @param column its column, or -1 for a layer without units of its own, such as dropout
    record Item(int layer, int column) {
        boolean isPill() {
            return column < 0;
        }
    }

    /// @param inputShape `[features]` or `[channels, rows, columns]`; an image is one unit
    /// @param layout null where the parameters are not known: no weights and biases then
    static Structure of(Model.Network network, List<Integer> inputShape, @Nullable ParameterLayout layout) {
        List<List<Integer>> shapes = layout == null ? List.of() : Shapes.of(network, inputShape);
        List<Column> columns = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        columns.add(new Column(-1, inputShape.size() == 1 ? inputShape.getFirst() : 1, -1, 1, -1, false, null));
        items.add(new Item(-1, 0));
        List<Integer> pixels = inputShape; // of the image that comes in as it is; empty behind the first layer with units
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            int units = units(layer);
            if (units == 0) {
                items.add(new Item(i, -1));
            } else {
                items.add(new Item(i, columns.size()));
                columns.add(column(i, layer, units, columns.getLast().units(), layout, pixels));
            }
            pixels = units > 0 || layer instanceof Layer.MaxPool ? List.of() : pixels;
        }
        return new Structure(columns, items, inputShape, shapes);
    }

    /// What an item gives out; empty where that is not known.
    List<Integer> shapeOf(int item) {
        int layer = items.get(item).layer();
        return layer < 0 ? inputShape : layer < shapes.size() ? shapes.get(layer) : List.of();
    }

    /// Whether images come in.
    boolean seesImages() {
        return inputShape.size() == 3;
    }

    /// How many units a layer has of its own; 0 for those that only pass on.
    static int units(Layer layer) {
        return switch (layer) {
            case Layer.Dense dense -> dense.units();
            case Layer.Maxout maxout -> maxout.units();
            case Layer.Conv conv -> conv.filters();
            case Layer.MaxPool _, Layer.Dropout _, Layer.Noise _, Layer.BatchNorm _, Layer.Flatten _ -> 0;
        };
    }

    private static Column column(int index, Layer layer, int units, int before, @Nullable ParameterLayout layout,
                                 List<Integer> pixels) {
        ParameterLayout.Slice slice = layout == null ? null : layout.slice(index).orElse(null);
        if (slice == null) {
            return new Column(index, units, -1, 1, -1, false, null);
        }
        int pieces = layer instanceof Layer.Maxout maxout ? maxout.pieces() : 1;
        boolean full = slice.weightShape().size() == 2 && slice.weightShape().get(1) == before;
        return new Column(index, units, full ? slice.weightOffset() : -1, pieces, slice.biasOffset(), true,
                picture(layer, slice, pixels));
    }

    private static @Nullable Picture picture(Layer layer, ParameterLayout.Slice slice, List<Integer> pixels) {
        List<Integer> weights = slice.weightShape();
        if (layer instanceof Layer.Conv) {
            return new Picture(slice.weightOffset(), weights.get(1), weights.get(2), weights.get(3));
        }
        return layer instanceof Layer.Dense && pixels.size() == 3
                ? new Picture(slice.weightOffset(), pixels.getFirst(), pixels.get(1), pixels.get(2)) : null;
    }

    /// The layers between features and output that have units.
    int hidden() {
        return Math.max(0, columns.size() - 2);
    }

    boolean isOutput(int column) {
        return column > 0 && column == columns.size() - 1;
    }

    /// The column of a layer, or -1.
    int columnOf(int layer) {
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).layer() == layer) {
                return c;
            }
        }
        return -1;
    }

    /// Where among the parameters the weight between two units lies; for several pieces the one of greatest size.
    ///
    /// @param column of the unit `to`; `from` is in the column before
    int weightIndex(int column, int from, int to, float[] parameters) {
        Column c = columns.get(column);
        int inputs = columns.get(column - 1).units();
        int best = c.weightOffset() + to * c.pieces() * inputs + from;
        for (int piece = 1; piece < c.pieces(); piece++) {
            int index = c.weightOffset() + (to * c.pieces() + piece) * inputs + from;
            if (Math.abs(parameters[index]) > Math.abs(parameters[best])) {
                best = index;
            }
        }
        return best;
    }

    /// Where among the parameters a unit's bias lies; for several pieces the first one's.
    int biasIndex(int column, int unit) {
        Column c = columns.get(column);
        return c.biasOffset() + unit * c.pieces();
    }

    /// Whether all weights and biases lie within so many parameters.
    boolean fits(int size) {
        int inputs = 0;
        for (Column c : columns) {
            long weights = (long) c.units() * c.pieces() * inputs;
            if (c.weightOffset() >= 0 && c.weightOffset() + weights > size
                    || c.hasBiases() && c.biasOffset() + (long) c.units() * c.pieces() > size) {
                return false;
            }
            inputs = c.units();
        }
        return true;
    }
}
