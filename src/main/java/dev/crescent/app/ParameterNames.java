package dev.crescent.app;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.ParameterLayout.Slice;
import dev.crescent.insight.landscape.PathPoint;
import dev.crescent.ui.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// What single weights and biases are called, and which of them are worth a look. Layers, units and inputs count from 1.
final class ParameterNames {
    /// A menu of more is none.
    private static final int MOST = 40;
    /// Parameters with a larger correlation moved alike.
    private static final double ALIKE = 0.9;

    private ParameterNames() {}

    /// The name of a parameter.
    ///
    /// @param index below the layout's size
    static String of(ParameterLayout layout, int index) {
        for (Slice slice : layout.slices()) {
            if (index < slice.weightOffset() + slice.weightCount()) {
                return weight(slice, index - slice.weightOffset());
            }
            if (slice.biasOffset() >= 0 && index < slice.biasOffset() + slice.biasCount()) {
                return Texts.get("descent.bias", slice.layer() + 1, index - slice.biasOffset() + 1);
            }
        }
        throw new IllegalArgumentException("There is no parameter " + index + ".");
    }

    private static String weight(Slice slice, int at) {
        List<Integer> shape = slice.weightShape();
        int width = slice.weightCount() / shape.getFirst();
        int unit = at / width + 1;
        return switch (shape.size()) {
            case 1 -> Texts.get("descent.scale", slice.layer() + 1, unit);
            case 2 -> Texts.get("descent.weight", slice.layer() + 1, unit, at % width + 1);
            default -> {
                int pixels = shape.get(2) * shape.get(3);
                int pixel = at % pixels;
                yield Texts.get("descent.kernel", slice.layer() + 1, unit, at % width / pixels + 1, pixel / shape.get(3) + 1,
                        pixel % shape.get(3) + 1);
            }
        };
    }

    /// The parameters to choose from: all of a small network in their order, of a large one those that moved most, the
    /// farthest first.
    ///
    /// @param from `[layout total]`, where the path began
    /// @param to `[layout total]`, where it is now
    static List<Integer> offered(ParameterLayout layout, float[] from, float[] to) {
        if (layout.size() <= MOST) {
            return IntStream.range(0, layout.size()).boxed().toList();
        }
        return moved(layout, from, to);
    }

    /// The one that moved most, and of the others that moved far the first that did not only move along with it or against
    /// it, in their order: two that do show the same thing twice, and their landscape is a board.
    ///
    /// @param layout of at least 2 parameters
    /// @param path at least one point
    static List<Integer> pair(ParameterLayout layout, List<PathPoint> path) {
        List<Integer> moved = moved(layout, path.getFirst().parameters(), path.getLast().parameters());
        int most = moved.getFirst();
        int other = moved.stream().skip(1).filter(parameter -> likeness(path, most, parameter) < ALIKE).findFirst()
                .orElse(moved.get(1));
        return List.of(Math.min(most, other), Math.max(most, other));
    }

    /// How much two parameters have moved together or against each other: their correlation over the path, 0 to 1.
    private static double likeness(List<PathPoint> points, int one, int other) {
        double a = 0;
        double b = 0;
        for (PathPoint point : points) {
            a += point.parameters()[one] / (double) points.size();
            b += point.parameters()[other] / (double) points.size();
        }
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (PathPoint point : points) {
            double da = point.parameters()[one] - a;
            double db = point.parameters()[other] - b;
            ab += da * db;
            aa += da * da;
            bb += db * db;
        }
        return aa > 0 && bb > 0 ? Math.abs(ab) / Math.sqrt(aa * bb) : 1;
    }

    /// Those that moved most, the farthest first, of equals the first in order.
    static List<Integer> moved(ParameterLayout layout, float[] from, float[] to) {
        Comparator<Integer> least = Comparator.<Integer>comparingDouble(i -> Math.abs((double) to[i] - from[i]))
                .thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> most = new PriorityQueue<>(least);
        for (int i = 0; i < layout.size(); i++) {
            if (most.size() < MOST) {
                most.add(i);
            } else if (least.compare(i, most.element()) > 0) {
                most.remove();
                most.add(i);
            }
        }
        return most.stream().sorted(least.reversed()).toList();
    }
}
