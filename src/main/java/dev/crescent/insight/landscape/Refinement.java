package dev.crescent.insight.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// In which order the points of a grid are computed: first the corners of large squares, so that there is something to
/// see everywhere, then of ever smaller ones; those of equal squares outward from a point.
final class Refinement {
    /// Between the points of each level. The last row and the last column belong to every level.
    static final int[] STRIDES = {8, 4, 2, 1};

    private Refinement() {}

    /// The points of each level that are not computed yet, as places in the grid's array.
    ///
    /// @param center where to begin; at a place that is not finite, the middle of the area
    static List<int[]> levels(LossGrid grid, Place center) {
        double row = (grid.side() - 1) / 2.0;
        double column = row;
        if (center.isFinite()) {
            row = (center.b() - grid.area().bMin()) / grid.area().height() * (grid.side() - 1);
            column = (center.a() - grid.area().aMin()) / grid.area().width() * (grid.side() - 1);
        }
        List<int[]> levels = new ArrayList<>();
        int before = 0;
        for (int stride : STRIDES) {
            levels.add(level(grid, before, stride, row, column));
            before = stride;
        }
        return levels;
    }

    private static int[] level(LossGrid grid, int before, int stride, double centerRow, double centerColumn) {
        int side = grid.side();
        List<Integer> points = new ArrayList<>();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                boolean own = on(row, stride, side) && on(column, stride, side);
                boolean done = before > 0 && on(row, before, side) && on(column, before, side);
                if (own && !done && Double.isNaN(grid.loss(row, column))) {
                    points.add(row * side + column);
                }
            }
        }
        points.sort(Comparator.comparingDouble(at -> square(at / side - centerRow) + square(at % side - centerColumn)));
        return points.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double square(double x) {
        return x * x;
    }

    private static boolean on(int line, int stride, int side) {
        return line % stride == 0 || line == side - 1;
    }
}
