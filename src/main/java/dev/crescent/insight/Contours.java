package dev.crescent.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lines of equal value on a grid, by marching squares with linear interpolation.
///
/// Crossings of neighboring cells are joined to polylines. In the ambiguous saddle the mean of the four corners decides
/// which two stay connected. Cells with a corner that is not finite have no line.
public final class Contours {
    private static final int NONE = -1;

    private final float[] grid;
    private final int width;
    private final float level;
    private final float[] x;
    private final float[] y;
    private final int[] first;
    private final int[] second;

    private Contours(float[] grid, int width, int height, float level) {
        this.grid = grid;
        this.width = width;
        this.level = level;
        int edges = 2 * width * height;
        x = new float[edges];
        y = new float[edges];
        first = new int[edges];
        second = new int[edges];
        Arrays.fill(first, NONE);
        Arrays.fill(second, NONE);
    }

    /// The polylines where a grid has the value `level`.
    ///
    /// @param grid `[height * width]`, row-major
    /// @return polylines as interleaved column, row in grid coordinates (0 is the middle of the first cell); a closed one
    ///     ends where it starts
    /// @throws IllegalArgumentException if the grid is smaller than 2 x 2 or its array has another length
    public static List<float[]> lines(float[] grid, int width, int height, double level) {
        if (width < 2 || height < 2 || grid.length != width * height) {
            throw new IllegalArgumentException("Contours need a grid of at least 2 x 2 values, got " + grid.length
                    + " values for " + width + " x " + height);
        }
        Contours contours = new Contours(grid, width, height, (float) level);
        for (int row = 0; row < height - 1; row++) {
            for (int column = 0; column < width - 1; column++) {
                contours.march(row, column);
            }
        }
        return contours.join();
    }

    private void march(int row, int column) {
        int at = row * width + column;
        float topLeft = grid[at];
        float topRight = grid[at + 1];
        float bottomLeft = grid[at + width];
        float bottomRight = grid[at + width + 1];
        int corners = (topLeft >= level ? 8 : 0) | (topRight >= level ? 4 : 0)
                | (bottomRight >= level ? 2 : 0) | (bottomLeft >= level ? 1 : 0);
        float sum = topLeft + topRight + bottomLeft + bottomRight;
        if (corners == 0 || corners == 15 || !Float.isFinite(sum)) {
            return;
        }
        int top = 2 * at;
        int left = 2 * at + 1;
        int bottom = 2 * (at + width);
        int right = 2 * (at + 1) + 1;
        switch (corners) {
            case 1, 14 -> link(left, bottom);
            case 2, 13 -> link(bottom, right);
            case 3, 12 -> link(left, right);
            case 4, 11 -> link(top, right);
            case 6, 9 -> link(top, bottom);
            case 7, 8 -> link(top, left);
            default -> {
                // Two opposite corners above: 5 is top right and bottom left, 10 the others.
                if (corners == 5 == sum >= 4 * level) {
                    link(top, left);
                    link(bottom, right);
                } else {
                    link(top, right);
                    link(left, bottom);
                }
            }
        }
    }

    private void link(int from, int to) {
        join(from, to);
        join(to, from);
    }

    /// Notes a neighbor of an edge's crossing, and where the edge is crossed. An edge borders two cells and each of them
    /// uses it at most once, so two neighbors are enough.
    private void join(int edge, int neighbor) {
        if (first[edge] != NONE) {
            second[edge] = neighbor;
            return;
        }
        first[edge] = neighbor;
        int at = edge / 2;
        boolean vertical = edge % 2 == 1;
        float from = grid[at];
        float to = grid[at + (vertical ? width : 1)];
        float t = (level - from) / (to - from);
        int column = at % width;
        int row = at / width;
        x[edge] = column + (vertical ? 0 : t);
        y[edge] = row + (vertical ? t : 0);
    }

    private List<float[]> join() {
        List<float[]> lines = new ArrayList<>();
        for (int edge = 0; edge < first.length; edge++) {
            if (first[edge] != NONE && second[edge] == NONE) {
                lines.add(trace(edge, false));
            }
        }
        for (int edge = 0; edge < first.length; edge++) {
            if (first[edge] != NONE) {
                lines.add(trace(edge, true));
            }
        }
        return lines;
    }

    private float[] trace(int start, boolean closed) {
        float[] line = new float[64];
        int length = 0;
        int edge = start;
        int previous = NONE;
        while (edge != NONE) {
            if (length + 4 > line.length) {
                line = Arrays.copyOf(line, 2 * line.length);
            }
            line[length++] = x[edge];
            line[length++] = y[edge];
            int next = first[edge] == previous ? second[edge] : first[edge];
            first[edge] = NONE;
            second[edge] = NONE;
            previous = edge;
            edge = next == start ? NONE : next;
        }
        if (closed) {
            line[length++] = x[start];
            line[length++] = y[start];
        }
        return Arrays.copyOf(line, length);
    }
}
