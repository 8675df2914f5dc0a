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
    private static final double ROW_GAP = 16;
    /// Cells are at most this large, and not much longer one way than the other.
    private static final double WIDEST = 144;
    private static final double HIGHEST = 96;
    private static final double FLATTEST = 2.5;
    private static final double STEEPEST = 1.5;
    /// Smaller cells differ in size from layer to layer, so that a small layer is seen beside a huge one.
    private static final double COMMON = 12;
    /// Room for a title.
    private static final double NARROWEST = 176;
    /// A bias column of thin cells would not be seen.
    private static final double BIAS_LEAST = 6;

    /// Places layers in rows, all cells of one size, as large as it can be, in the middle of the room; where that is too
    /// small, in slots of one size with cells that fill them.
    static List<Slot> of(List<WeightMatrix> layers, double width, double height) {
        List<Slot> best = List.of();
        double bestSize = -1;
        for (int perRow = 1; perRow <= layers.size(); perRow++) {
            List<Slot> slots = alike(layers, perRow, width, height);
            double size = slots.getFirst().cellWidth * slots.getFirst().cellHeight;
            boolean fits = slots.stream().allMatch(s -> s.x >= 0 && s.x + s.width <= width + 1);
            if (fits && size > bestSize * 1.02) {
                bestSize = size;
                best = slots;
            }
        }
        boolean clear = !best.isEmpty() && layers.stream().noneMatch(WeightMatrix::images) && Math.min(best.getFirst().cellWidth, best.getFirst().cellHeight) >= COMMON;
        return clear ? best : filling(layers, width, height);
    }

    private static List<Slot> alike(List<WeightMatrix> layers, int perRow, double width, double height) {
        List<List<WeightMatrix>> rows = new ArrayList<>();
        for (int i = 0; i < layers.size(); i += perRow) {
            rows.add(layers.subList(i, Math.min(layers.size(), i + perRow)));
        }
        double across = WIDEST;
        int units = 0;
        for (List<WeightMatrix> row : rows) {
            double gaps = (row.size() - 1) * GAP + row.stream().mapToDouble(Slot::biasGap).sum();
            across = Math.min(across, (width - gaps) / row.stream().mapToInt(Slot::allColumns).sum());
            units += mostRows(row);
        }
        double spare = height - rows.size() * (TITLE + NAMES) - (rows.size() - 1) * ROW_GAP;
        double down = Math.min(HIGHEST, spare / units);
        double cellWidth = whole(Math.min(across, FLATTEST * down));
        double cellHeight = whole(Math.min(down, STEEPEST * across));
        double left = Math.floor((width - rows.stream().mapToDouble(row -> rowWidth(row, cellWidth)).max().orElse(0)) / 2);
        double y = Math.floor(Math.max(0, spare - units * cellHeight) / 2);
        List<Slot> slots = new ArrayList<>();
        for (List<WeightMatrix> row : rows) {
            double x = left;
            for (WeightMatrix matrix : row) {
                double slotWidth = slotWidth(matrix, cellWidth);
                slots.add(new Slot(matrix, x, y, slotWidth, cellWidth, cellHeight));
                x += slotWidth + GAP;
            }
            y += TITLE + mostRows(row) * cellHeight + NAMES + ROW_GAP;
        }
        return slots;
    }

    private static int allColumns(WeightMatrix matrix) {
        return matrix.columns() + (matrix.biases().length > 0 ? 1 : 0);
    }

    private static double biasGap(WeightMatrix matrix) {
        return matrix.biases().length > 0 ? BIAS_GAP : 0;
    }

    private static int mostRows(List<WeightMatrix> row) {
        return row.stream().mapToInt(WeightMatrix::rows).max().orElse(1);
    }

    private static double slotWidth(WeightMatrix matrix, double cellWidth) {
        return Math.max(NARROWEST, allColumns(matrix) * cellWidth + biasGap(matrix));
    }

    private static double rowWidth(List<WeightMatrix> row, double cellWidth) {
        return row.stream().mapToDouble(m -> slotWidth(m, cellWidth)).sum() + (row.size() - 1) * GAP;
    }

    /// Slots of one size, as many a row as make the smallest cell largest.
    private static List<Slot> filling(List<WeightMatrix> layers, double width, double height) {
        List<Slot> best = List.of();
        double bestSize = -1;
        for (int perRow = 1; perRow <= layers.size(); perRow++) {
            List<Slot> slots = filling(layers, perRow, width, height);
            double size = slots.stream().mapToDouble(s -> s.cellWidth * s.cellHeight).min().orElse(0);
            if (size > bestSize * 1.02) {
                bestSize = size;
                best = slots;
            }
        }
        return best;
    }

    private static List<Slot> filling(List<WeightMatrix> layers, int perRow, double width, double height) {
        int rows = Math.ceilDiv(layers.size(), perRow);
        double slotWidth = Math.max(1, (width - (perRow - 1) * GAP) / perRow);
        double slotHeight = Math.max(1, (height - (rows - 1) * ROW_GAP) / rows);
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            WeightMatrix matrix = layers.get(i);
            double across = (slotWidth - biasGap(matrix)) / allColumns(matrix);
            double down = (slotHeight - TITLE - NAMES) / matrix.rows();
            int column = i % perRow;
            int row = i / perRow;
            double most = matrix.images() ? Math.min(across, down) : Double.MAX_VALUE;
            slots.add(new Slot(matrix, column * (slotWidth + GAP), row * (slotHeight + ROW_GAP), slotWidth,
                    whole(Math.min(Math.min(WIDEST, across), most)), whole(Math.min(Math.min(HIGHEST, down), most))));
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

    double bottom() {
        return top() + mapHeight() + NAMES;
    }
}
