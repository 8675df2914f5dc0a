package dev.crescent.ui.loss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/// Labels at the right ends of curves, none of which covers another. Those of the run itself are always there; those of
/// ghosts move aside, and where there is no room they are left out.
final class EndLabels {
    /// The least distance of two labels' middles, in pixels.
    static final double PITCH = 15;

    private final List<Label> live = new ArrayList<>();
    private final List<Label> ghosts = new ArrayList<>();

    /// @param x left edge
    /// @param y where the curve ends
    /// @param inside whether it lies among the curves, and not in the column to the right of them
    /// @param ghost whether the curve is a kept run's
    record Label(String text, Color color, double x, double y, double width, boolean inside, boolean ghost) {
        boolean beside(Label other) {
            return x + width <= other.x || other.x + other.width <= x;
        }
    }

    /// @param y the label's middle
    record Placed(Label label, double y) {
        boolean covers(Label other, double otherY) {
            return Math.abs(otherY - y) < PITCH - 1e-9 && !label.beside(other);
        }
    }

    void addLive(Label label) {
        live.add(label);
    }

    /// The ghosts that were added last are the last to be left out.
    void addGhost(Label label) {
        ghosts.add(label);
    }

    /// The labels that have room, each as near to its curve's end as the others and the bounds allow.
    List<Placed> place(double top, double bottom) {
        List<Placed> placed = new ArrayList<>(placeLive(top, bottom));
        for (Label label : ghosts.reversed()) {
            double y = nearestFree(label, placed, top, bottom);
            if (Double.isFinite(y)) {
                placed.add(new Placed(label, y));
            }
        }
        return placed;
    }

    /// The free middle that is nearest to a curve's end; NaN where there is none, or among the curves none near enough.
    private static double nearestFree(Label label, List<Placed> placed, double top, double bottom) {
        double wish = Math.clamp(label.y(), top, Math.max(top, bottom));
        return DoubleStream.concat(DoubleStream.of(wish),
                        placed.stream().flatMapToDouble(p -> DoubleStream.of(p.y() - PITCH, p.y() + PITCH)))
                .filter(y -> y >= top && y <= bottom && !(label.inside() && Math.abs(y - wish) > PITCH))
                .filter(y -> placed.stream().noneMatch(p -> p.covers(label, y)))
                .boxed().min(Comparator.comparingDouble(y -> Math.abs(y - wish))).orElse(Double.NaN);
    }

    /// Pushes the labels of the run itself apart.
    private List<Placed> placeLive(double top, double bottom) {
        List<Label> sorted = live.stream().sorted(Comparator.comparingDouble(Label::y)).toList();
        int count = sorted.size();
        double[] y = sorted.stream().mapToDouble(Label::y).toArray();
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
        return Stream.iterate(0, i -> i < count, i -> i + 1).map(i -> new Placed(sorted.get(i), y[i])).toList();
    }
}
