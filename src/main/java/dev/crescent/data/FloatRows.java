package dev.crescent.data;

import java.util.ArrayList;
import java.util.List;

/// Rows of floats of which nobody knows how many will come. They are kept in blocks, so that growing copies nothing and
/// needs no large piece of memory at once.
final class FloatRows {
    private static final int BLOCK_FLOATS = 1 << 16;

    private final int width;
    private final int rowsPerBlock;
    private final List<float[]> blocks = new ArrayList<>();
    private int rows;

    FloatRows(int width) {
        this.width = width;
        rowsPerBlock = Math.max(1, BLOCK_FLOATS / Math.max(1, width));
    }

    int rows() {
        return rows;
    }

    void add(float[] row) {
        int at = rows % rowsPerBlock;
        if (at == 0) {
            blocks.add(new float[rowsPerBlock * width]);
        }
        System.arraycopy(row, 0, blocks.getLast(), at * width, width);
        rows++;
    }

    /// All rows in one array, `[rows][width]`. Gives up its blocks on the way and is empty afterwards.
    float[] drain() {
        float[] all = new float[Math.multiplyExact(rows, width)];
        int copied = 0;
        for (int b = 0; b < blocks.size(); b++) {
            int length = Math.min(rowsPerBlock * width, all.length - copied);
            System.arraycopy(blocks.get(b), 0, all, copied, length);
            blocks.set(b, new float[0]);
            copied += length;
        }
        blocks.clear();
        rows = 0;
        return all;
    }
}
