package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;

import java.util.Arrays;
import java.util.List;

/// Images with zeros around them, so that filters need not ask where an image ends. Without a border it is the source.
final class Border {
    final int channels;
    /// With the border.
    final int rows;
    final int columns;
    /// Rows of 16 samples from one panel to the next.
    final int pitch;
    /// `[panels][channels * rows * columns][16]`.
    final float[] values;
    final float[] delta;

    private final int before;
    private final boolean padded;
    private final int innerRows;
    private final int innerColumns;

    /// @param input `[channels, rows, columns]`
    /// @param before lines and columns of zeros above and to the left
    /// @param behind the same below and to the right
    Border(List<Integer> input, int before, int behind, Stage.Source source, int panels) {
        this.channels = input.get(0);
        this.innerRows = input.get(1);
        this.innerColumns = input.get(2);
        this.before = before;
        this.padded = before + behind > 0;
        this.rows = innerRows + before + behind;
        this.columns = innerColumns + before + behind;
        if (!padded) {
            this.pitch = source.rows();
            this.values = source.values();
            this.delta = source.delta();
        } else {
            this.pitch = channels * rows * columns;
            this.values = Panels.allocate(panels, pitch);
            this.delta = Panels.allocate(source.wantsDelta() ? panels : 0, pitch);
        }
    }

    void fill(Stage.Source source, int panel) {
        for (int row = 0; padded && row < channels * innerRows; row++) {
            System.arraycopy(source.values(), outside(source, panel, row), values, inside(panel, row),
                    innerColumns * SAMPLES);
        }
    }

    void clearDelta(int panel) {
        Arrays.fill(delta, panel * pitch * SAMPLES, (panel * pitch + channels * rows * columns) * SAMPLES, 0);
    }

    void giveDelta(Stage.Source source, int panel) {
        for (int row = 0; padded && row < channels * innerRows; row++) {
            System.arraycopy(delta, inside(panel, row), source.delta(), outside(source, panel, row),
                    innerColumns * SAMPLES);
        }
    }

    private int outside(Stage.Source source, int panel, int row) {
        return (panel * source.rows() + row * innerColumns) * SAMPLES;
    }

    private int inside(int panel, int row) {
        int channel = row / innerRows;
        int line = channel * rows + row % innerRows + before;
        return (panel * pitch + line * columns + before) * SAMPLES;
    }
}
