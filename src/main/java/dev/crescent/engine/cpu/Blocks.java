package dev.crescent.engine.cpu;

import dev.crescent.engine.ParameterLayout;

/// One layer's parameters, cut into blocks of whole rows of weights with their biases. Each block is worked on by one
/// worker, from its gradient to its update, while it is in the cache.
final class Blocks {
    /// Of a layer without parameters.
    static final Blocks NONE = new Blocks(0, 0, -1, 0, 1);
    /// Weights that stay in the second-level cache with their gradient and the optimizer's memory.
    private static final int WEIGHTS = 1 << 14;
    /// A layer with fewer weights is one block.
    static final int SMALL = 1 << 11;
    private static final int PARTS = 16;
    /// Rows that the matrix kernel takes in equal tiles, of four or six.
    private static final int EVEN = 12;

    /// Numbered from 0.
    final int count;
    /// In a block, a multiple of four.
    final int rowsOfBlock;
    private final int weightOffset;
    private final int width;
    private final int biasOffset;
    private final int rows;

    private Blocks(int weightOffset, int width, int biasOffset, int rows, int rowsOfBlock) {
        this.weightOffset = weightOffset;
        this.width = width;
        this.biasOffset = biasOffset;
        this.rows = rows;
        this.rowsOfBlock = rowsOfBlock;
        this.count = Math.ceilDiv(rows, rowsOfBlock);
    }

    static Blocks of(ParameterLayout.Slice slice) {
        int rows = slice.weightShape().getFirst();
        int width = slice.weightCount() / rows;
        int most = Math.min(Math.ceilDiv(rows, PARTS), WEIGHTS / width);
        int even = most > EVEN ? most / EVEN * EVEN : Panels.rows(Math.max(1, most));
        return new Blocks(slice.weightOffset(), width, slice.biasOffset(), rows,
                slice.weightCount() < SMALL ? Panels.rows(rows) : even);
    }

    /// Its first row, and the one behind its last.
    int firstRow(int block) {
        return block * rowsOfBlock;
    }

    int endRow(int block) {
        return Math.min(rows, (block + 1) * rowsOfBlock);
    }

    /// Where its weights begin, and where they end.
    int weights(int block) {
        return weightOffset + firstRow(block) * width;
    }

    int weightsEnd(int block) {
        return weightOffset + endRow(block) * width;
    }

    /// Where its biases begin, and where they end: the same without biases.
    int biases(int block) {
        return biasOffset < 0 ? 0 : biasOffset + firstRow(block);
    }

    int biasesEnd(int block) {
        return biasOffset < 0 ? 0 : biasOffset + endRow(block);
    }
}
