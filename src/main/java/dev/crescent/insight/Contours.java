package dev.crescent.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Lines of equal value on grids of one size, by marching squares with linear interpolation.
///
/// Crossings of neighboring cells are joined to polylines. In the ambiguous saddle the mean of the four corners decides
/// which two stay connected. Cells with a corner that is not finite have no line. Used by one thread: the memory of one
/// search serves the next.
public final class Contours {
    private static final int NONE = -1;

    private final int width;
    private final int height;
    // Of each edge of a cell that is crossed, the neighbors on the line; all NONE again after every search.
    private final int[] first;
    private final int[] second;
    private float[] grid = {};
    private float level;

    /// For grids of `height` rows of `width` values.
    ///
    /// @throws IllegalArgumentException if that is smaller than 2 x 2
    public Contours(int width, int height) {
        if (width < 2 || height < 2) {
            throw new IllegalArgumentException("Contours need a grid of at least 2 x 2 values, got " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        first = new int[2 * width * height];
        second = new int[2 * width * height];
        Arrays.fill(first, NONE);
        Arrays.fill(second, NONE);
    }

    /// Whether grids of this size are searched.
    public boolean fits(int columns, int rows) {
        return width == columns && height == rows;
    }

    /// The polylines where a grid has the value `value`.
    ///
    /// @param values `[height * width]`, row-major
    /// @return polylines as interleaved column, row in grid coordinates (0 is the middle of the first cell); a closed one
    ///     ends where it starts
    /// @throws IllegalArgumentException if the array has another length
    public List<float[]> lines(float[] values, double value) {
        if (values.length != width * height) {
            throw new IllegalArgumentException(
                    "Contours of " + width + " x " + height + " values cannot be those of " + values.length);
        }
        grid = values;
        level = (float) value;
        for (int row = 0; row < height - 1; row++) {
            for (int column = 0; column < width - 1; column++) {
                march(row, column);
            }
        }
        List<float[]> found = join();
        grid = new float[0];
        return found;
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

    /// Notes a neighbor of an edge's crossing. An edge borders two cells and each of them uses it at most once, so two
    /// neighbors are enough.
    private void join(int edge, int neighbor) {
        if (first[edge] == NONE) {
            first[edge] = neighbor;
        } else {
            second[edge] = neighbor;
        }
    }

    /// Writes where an edge is crossed: column, row.
    private void locate(int edge, float[] line, int at) {
        int corner = edge / 2;
        boolean vertical = edge % 2 == 1;
        float from = grid[corner];
        float to = grid[corner + (vertical ? width : 1)];
        float t = (level - from) / (to - from);
        int column = corner % width;
        int row = corner / width;
        line[at] = column + (vertical ? 0 : t);
        line[at + 1] = row + (vertical ? t : 0);
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
            locate(edge, line, length);
            length += 2;
            int next = first[edge] == previous ? second[edge] : first[edge];
            first[edge] = NONE;
            second[edge] = NONE;
            previous = edge;
            edge = next == start ? NONE : next;
        }
        if (closed) {
            line[length++] = line[0];
            line[length++] = line[1];
        }
        return Arrays.copyOf(line, length);
    }
}
