package dev.crescent.data.digits;

import java.util.List;

/// One way of writing a digit.
///
/// @param weight how often it is drawn beside the other styles of its digit, above 0
record Style(int digit, double weight, String description, List<Stroke> strokes) {
    Style {
        strokes = List.copyOf(strokes);
    }

    /// How many points the curves of all its strokes have.
    int samples() {
        return strokes.stream().mapToInt(Stroke::samples).sum();
    }
}
