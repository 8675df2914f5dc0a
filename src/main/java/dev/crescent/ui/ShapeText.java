package dev.crescent.ui;

import java.util.List;
import java.util.stream.Collectors;

/// Writes shapes for people.
public final class ShapeText {
    private ShapeText() {}

    /// Such as "8 × 28 × 28", of an image with one channel "28 × 28", of a row "784".
    ///
    /// @param shape `[numbers]` or `[channels, rows, columns]`
    public static String of(List<Integer> shape) {
        return shape.stream().skip(shape.size() == 3 && shape.getFirst() == 1 ? 1 : 0).map(n -> Numbers.fixed(n, 0))
                .collect(Collectors.joining(" × "));
    }
}
