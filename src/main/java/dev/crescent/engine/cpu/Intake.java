package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.WIDE;

import dev.crescent.engine.Samples;
import org.jspecify.annotations.Nullable;

/// Where samples come in: their rows of features become a panel's rows of samples.
final class Intake {
    /// Features that are turned at once, so that they stay in the cache.
    private static final int TURNED = 16;
    /// Features of one sample that are read in one go: a kilobyte, long enough for the processor to fetch ahead.
    private static final int READ = 256;

    /// Features that are turned one by one.
    private static final int FEW = 4;

    private final float[] values;
    private final int start;
    private final int rows;
    private final float[] targets;
    private final int targetRows;

    Intake(Pipeline pipeline, Head head) {
        this(pipeline.input().values(), 0, pipeline.input().rows(), head);
    }

    /// @param values `[panels][rows][16]` from `start` on
    Intake(float[] values, int start, int rows, Head head) {
        this.values = values;
        this.start = start;
        this.rows = rows;
        this.targets = head.targets();
        this.targetRows = head.rows();
    }

    /// Takes a share's panels.
    ///
    /// @param which numbers of samples, the first panel's from `from` on; null: in their own order
    void take(Samples samples, int @Nullable [] which, int from, Share share) {
        for (int panel = share.first; panel < share.end; panel++) {
            int first = from + panel * SAMPLES;
            int live = share.live(panel);
            turn(samples.inputs(), samples.width(), which, first, live, values, start + panel * rows * SAMPLES);
            turn(samples.targets(), samples.outputs(), which, first, live, targets, panel * targetRows * SAMPLES);
        }
    }

    private static void turn(float[] rows, int width, int @Nullable [] which, int first, int live, float[] to, int start) {
        if (width <= FEW) {
            turnFew(rows, width, which, first, live, to, start);
            return;
        }
        int squares = WIDE && live == SAMPLES ? width / SAMPLES * SAMPLES : 0;
        for (int feature = 0; feature < squares; feature += READ) {
            turnSquares(rows, width, which, first, feature, Math.min(feature + READ, squares), to, start);
        }
        for (int feature = squares; feature < width; feature += TURNED) {
            int features = Math.min(TURNED, width - feature);
            for (int s = 0; s < live; s++) {
                int row = sample(which, first + s) * width + feature;
                int column = start + feature * SAMPLES + s;
                for (int i = 0; i < features; i++) {
                    to[column + i * SAMPLES] = rows[row + i];
                }
            }
        }
    }

    /// One feature after the other: short loops inside the one over samples take longer than what they copy.
    private static void turnFew(float[] rows, int width, int @Nullable [] which, int first, int live, float[] to, int start) {
        for (int feature = 0; feature < width; feature++) {
            int row = start + feature * SAMPLES;
            for (int s = 0; s < live; s++) {
                to[row + s] = rows[sample(which, first + s) * width + feature];
            }
        }
    }

    /// Some features of a whole panel.
    private static void turnSquares(float[] rows, int width, int @Nullable [] which, int first, int feature, int end, float[] to,
            int start) {
        for (int s = 0; s < SAMPLES; s++) {
            int row = sample(which, first + s) * width;
            for (int i = feature; i < end; i += SAMPLES) {
                Panels.copy(rows, row + i, to, start + (i + s) * SAMPLES, SAMPLES);
            }
        }
        for (int i = feature; i < end; i += SAMPLES) {
            Turn.square(to, start + i * SAMPLES, to, start + i * SAMPLES);
        }
    }

    private static int sample(int @Nullable [] which, int number) {
        return which == null ? number : which[number];
    }
}
