package dev.crescent.ui.weights;

import java.util.ArrayList;
import java.util.List;

/// Where one layer's heat map lies, and how large its cells are.
///
/// @param y the top of the title; the cells begin [#TITLE] below it
record Slot(WeightMatrix matrix, double x, double y, double width, double cellWidth, double cellHeight) {
    static final double TITLE = 28;
    /// Names of columns below the cells.
    static final double NAMES = 20;
    /// Between the weights and the column of biases.
    static final double BIAS_GAP = 8;

    private static final double GAP = 32;
    private static final double WIDEST = 104;
    private static final double HIGHEST = 56;
    /// A bias column of thin cells would not be seen.
    private static final double BIAS_LEAST = 6;

    /// Places layers in rows of equally wide slots: as many a row as make the smallest cell largest.
    static List<Slot> of(List<WeightMatrix> layers, double width, double height) {
        List<Slot> best = List.of();
        double bestSize = -1;
        for (int perRow = 1; perRow <= layers.size(); perRow++) {
            List<Slot> slots = of(layers, perRow, width, height);
            double size = slots.stream().mapToDouble(s -> s.cellWidth * s.cellHeight).min().orElse(0);
            if (size > bestSize * 1.02) {
                bestSize = size;
                best = slots;
            }
        }
        return best;
    }

    private static List<Slot> of(List<WeightMatrix> layers, int perRow, double width, double height) {
        int rows = Math.ceilDiv(layers.size(), perRow);
        double slotWidth = Math.max(1, (width - (perRow - 1) * GAP) / perRow);
        double slotHeight = Math.max(1, (height - (rows - 1) * GAP / 2) / rows);
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            WeightMatrix matrix = layers.get(i);
            boolean biased = matrix.biases().length > 0;
            double across = (slotWidth - (biased ? BIAS_GAP : 0)) / (matrix.columns() + (biased ? 1 : 0));
            double down = (slotHeight - TITLE - NAMES) / matrix.rows();
            slots.add(new Slot(matrix, i % perRow * (slotWidth + GAP), i / perRow * (slotHeight + GAP / 2), slotWidth,
                    whole(Math.min(WIDEST, across)), whole(Math.min(HIGHEST, down))));
        }
        return slots;
    }

    /// Whole pixels where there are any, so that cells have sharp edges.
    private static double whole(double size) {
        return size >= 2 ? Math.floor(size) : Math.max(size, 0.01);
    }

    double top() {
        return y + TITLE;
    }

    double weightsWidth() {
        return Math.max(1, Math.floor(matrix.columns() * cellWidth));
    }

    double mapHeight() {
        return Math.max(1, Math.floor(matrix.rows() * cellHeight));
    }

    double biasX() {
        return x + weightsWidth() + BIAS_GAP;
    }

    double biasWidth() {
        return Math.max(BIAS_LEAST, cellWidth);
    }
}
