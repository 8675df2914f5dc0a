package dev.crescent.ui.loss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.paint.Color;

/// Labels at the right ends of curves, pushed apart so that none covers another.
final class EndLabels {
    /// The least distance of two labels' middles, in pixels.
    static final double PITCH = 15;

    private final List<Label> labels = new ArrayList<>();

    /// @param y where the curve ends
    record Label(String text, Color color, double y) {}

    /// @param y the label's middle
    record Placed(Label label, double y) {}

    void add(String text, Color color, double y) {
        labels.add(new Label(text, color, y));
    }

    /// The labels from top to bottom, each as near to its curve's end as the others and the bounds allow.
    List<Placed> place(double top, double bottom) {
        labels.sort(Comparator.comparingDouble(Label::y));
        int count = labels.size();
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            y[i] = labels.get(i).y();
        }
        // Settle groups of touching labels around the mean of their wishes.
        for (int round = 0; round < count; round++) {
            for (int i = 1; i < count; i++) {
                double overlap = PITCH - (y[i] - y[i - 1]);
                if (overlap > 0) {
                    y[i - 1] -= overlap / 2;
                    y[i] += overlap / 2;
                }
            }
        }
        double floor = top;
        for (int i = 0; i < count; i++) {
            y[i] = Math.max(y[i], floor);
            floor = y[i] + PITCH;
        }
        double ceiling = bottom;
        for (int i = count - 1; i >= 0; i--) {
            y[i] = Math.min(y[i], ceiling);
            ceiling = y[i] - PITCH;
        }
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            placed.add(new Placed(labels.get(i), y[i]));
        }
        return placed;
    }
}
