package dev.crescent.ui.data;

import dev.crescent.experiment.PaintedPoint;

/// What a stroke on the output picture does.
///
/// @param label the class of painted points, 0 to 7
/// @param radius of the disc that is painted or cleared, in pixels
/// @param amount how many points a touch adds
public record Brush(Tool tool, int label, double radius, int amount) {
    public static final int MAX_AMOUNT = 50;

    /// What is in the hand; with `NONE` the picture is panned as usual.
    public enum Tool { NONE, PAINT, ERASE }

    public Brush {
        if (label < 0 || label >= PaintedPoint.MAX_CLASSES || !(radius > 0) || amount < 1 || amount > MAX_AMOUNT) {
            throw new IllegalArgumentException(
                    "No such brush: class " + label + ", radius " + radius + ", amount " + amount);
        }
    }

    Brush withTool(Tool value) {
        return new Brush(value, label, radius, amount);
    }

    Brush withLabel(int value) {
        return new Brush(tool, value, radius, amount);
    }

    Brush withRadius(double value) {
        return new Brush(tool, label, value, amount);
    }

    Brush withAmount(int value) {
        return new Brush(tool, label, radius, value);
    }
}
