package dev.crescent.ui.digits;

import java.util.List;

/// What one layer says about one drawing, as the images or numbers of its units.
///
/// @param name as captions say it, such as "Conv"
/// @param kind how its units are drawn
/// @param units how many channels or units the layer has
/// @param rows of each unit's image; 1 for a unit of a dense layer
/// @param columns likewise
/// @param values `[units][rows][columns]`; views copy them, so the array can be filled again
/// @param unitNames the classes, for [Kind#CLASSES]; otherwise empty
public record LayerImage(String name, Kind kind, int units, int rows, int columns, float[] values,
                         List<String> unitNames) {
    /// How a layer's units are drawn.
    public enum Kind {
        /// The drawing itself: ink from 0 to 1.
        IMAGE,
        /// An image a channel.
        MAPS,
        /// A cell a unit.
        UNITS,
        /// A dot with a name a unit.
        CLASSES
    }

    /// @throws IllegalArgumentException if the numbers do not fit together
    public LayerImage {
        unitNames = List.copyOf(unitNames);
        if (units < 1 || rows < 1 || columns < 1 || values.length < units * rows * columns) {
            throw new IllegalArgumentException("Layer " + name + " needs " + units + " x " + rows + " x " + columns
                    + " values, not " + values.length);
        }
        if (kind == Kind.CLASSES && unitNames.size() != units) {
            throw new IllegalArgumentException("Layer " + name + " needs a name for each of its " + units
                    + " classes, not " + unitNames.size());
        }
    }

    /// The drawing that the network sees.
    public static LayerImage image(String name, int rows, int columns, float[] ink) {
        return new LayerImage(name, Kind.IMAGE, 1, rows, columns, ink, List.of());
    }

    /// A layer of channels.
    public static LayerImage maps(String name, int channels, int rows, int columns, float[] values) {
        return new LayerImage(name, Kind.MAPS, channels, rows, columns, values, List.of());
    }

    /// A layer of single units.
    public static LayerImage units(String name, int units, float[] values) {
        return new LayerImage(name, Kind.UNITS, units, 1, 1, values, List.of());
    }

    /// The last layer.
    public static LayerImage classes(String name, List<String> classNames, float[] values) {
        return new LayerImage(name, Kind.CLASSES, classNames.size(), 1, 1, values, classNames);
    }

    /// Whether another layer looks the same but for its values.
    boolean alike(LayerImage other) {
        return name.equals(other.name) && kind == other.kind && units == other.units && rows == other.rows
                && columns == other.columns && unitNames.equals(other.unitNames);
    }
}
