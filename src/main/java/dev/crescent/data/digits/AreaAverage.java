package dev.crescent.data.digits;

/// Scales an image so that each new pixel is the mean of the area it covers.
final class AreaAverage {
    private AreaAverage() {}

    /// Scales a part of an image to another size, which may be larger.
    ///
    /// @param image `[...][imageColumns]`
    /// @return `[newRows][newColumns]`
    static float[] scale(float[] image, int imageColumns, Box part, int newRows, int newColumns) {
        double[] narrow = new double[part.rows() * newColumns]; // [old row][new column]
        for (int row = 0; row < part.rows(); row++) {
            int start = (part.top() + row) * imageColumns + part.left();
            for (int column = 0; column < newColumns; column++) {
                narrow[row * newColumns + column] = mean(part.columns(), newColumns, column, i -> image[start + i]);
            }
        }
        float[] scaled = new float[newRows * newColumns];
        for (int row = 0; row < newRows; row++) {
            for (int column = 0; column < newColumns; column++) {
                int start = column;
                scaled[row * newColumns + column] =
                        (float) mean(part.rows(), newRows, row, i -> narrow[i * newColumns + start]);
            }
        }
        return scaled;
    }

    /// The mean of what one of `to` equal pieces covers of `from` values in a row.
    private static double mean(int from, int to, int piece, Values values) {
        // In units of which a value is `to` long and a piece `from`, so that all borders are whole numbers.
        long start = (long) piece * from;
        long end = start + from;
        double sum = 0;
        for (int i = (int) (start / to); (long) i * to < end; i++) {
            long covered = Math.min(end, (i + 1L) * to) - Math.max(start, (long) i * to);
            sum += covered * values.at(i);
        }
        return sum / from;
    }

    /// Some numbers in a row.
    @FunctionalInterface
    private interface Values {
        double at(int i);
    }

    /// A part of an image.
    ///
    /// @param top its first row, `left` its first column
    record Box(int top, int left, int rows, int columns) {}
}
