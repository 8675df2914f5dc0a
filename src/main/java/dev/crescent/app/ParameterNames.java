package dev.crescent.app;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.ParameterLayout.Slice;
import dev.crescent.ui.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// What single weights and biases are called, and which of them are worth a look. Layers, units and inputs count from 1.
final class ParameterNames {
    /// A menu of more is none.
    private static final int MOST = 40;

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
