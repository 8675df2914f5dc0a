package dev.crescent.insight.image;

import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Layer;
import java.util.Arrays;

/// The largest value of each window. Of equal ones the first, line by line, takes the gradient, as in training.
final class PoolPass extends LayerPass {
    private final Layer.MaxPool pool;
    private final ImageShape image;
    private final int outRows;
    private final int outColumns;
    private final int[] largest; // [channels][outRows][outColumns], places in what came in

    PoolPass(Layer.MaxPool pool, ImageShape image, Signal in) {
        super(in, image.channels() * Shapes.pooled(pool, image.rows()) * Shapes.pooled(pool, image.columns()));
        this.pool = pool;
        this.image = image;
        this.outRows = Shapes.pooled(pool, image.rows());
        this.outColumns = Shapes.pooled(pool, image.columns());
        this.largest = new int[out.values().length];
    }

    @Override
    void forward(float[] parameters) {
        for (int unit = 0; unit < largest.length; unit++) {
            int line = unit / outColumns;
            largest[unit] = largest(line / outRows, line % outRows * pool.stride(), unit % outColumns * pool.stride());
            out.values()[unit] = in.values()[largest[unit]];
        }
    }

    /// @param top the window's first line, which may be cut off at the border
    private int largest(int channel, int top, int left) {
        double[] x = in.values();
        int start = channel * image.pixels();
        int best = start + top * image.columns() + left;
        for (int row = top; row < Math.min(top + pool.size(), image.rows()); row++) {
            for (int column = left; column < Math.min(left + pool.size(), image.columns()); column++) {
                int at = start + row * image.columns() + column;
                best = x[at] > x[best] ? at : best;
            }
        }
        return best;
    }

    @Override
    void backward(float[] parameters) {
        Arrays.fill(in.slopes(), 0);
        for (int unit = 0; unit < largest.length; unit++) {
            in.slopes()[largest[unit]] += out.slopes()[unit];
        }
    }
}
