package dev.crescent.insight;

import dev.crescent.experiment.Task;

/// What a model says over a region of the plane, on a grid.
///
/// Grids are row-major, row 0 on top (largest x2); a value belongs to the middle of its cell. Two classes have one grid,
/// p(class 1) in 0..1; K > 2 classes have K grids, p(class k); a regression has one, in the target's units. Immutable by
/// convention: nobody writes into the arrays.
///
/// @param classes how many classes, at least 2; ignored for regression
/// @param values `[grids][height * width]`
public record OutputField(Region region, int width, int height, Task task, int classes, float[][] values) {
    /// @throws IllegalArgumentException if the grids do not fit the task, the classes or the size
    public OutputField {
        if (width < 2 || height < 2) {
            throw new IllegalArgumentException(
                    "An output field needs at least 2 x 2 cells, has " + width + " x " + height);
        }
        if (task == Task.CLASSIFICATION && classes < 2) {
            throw new IllegalArgumentException("An output field needs at least 2 classes, has " + classes);
        }
        int grids = task == Task.CLASSIFICATION && classes > 2 ? classes : 1;
        if (values.length != grids) {
            throw new IllegalArgumentException(
                    "An output field of this task needs " + grids + " grids, has " + values.length);
        }
        for (int k = 0; k < grids; k++) {
            if (values[k].length != width * height) {
                throw new IllegalArgumentException("Grid " + k + " of an output field needs " + width * height
                        + " values, has " + values[k].length);
            }
        }
    }

    /// A grid's value at a point of the plane, interpolated linearly between cell middles and held at the edges.
    ///
    /// @param grid 0, or the class
    public double at(int grid, double x1, double x2) {
        double column = Math.clamp((x1 - region.x1Min()) / region.width() * width - 0.5, 0, width - 1.0);
        double row = Math.clamp((region.x2Max() - x2) / region.height() * height - 0.5, 0, height - 1.0);
        int c = Math.min((int) column, width - 2);
        int r = Math.min((int) row, height - 2);
        double u = column - c;
        double v = row - r;
        float[] g = values[grid];
        int i = r * width + c;
        return (1 - v) * ((1 - u) * g[i] + u * g[i + 1]) + v * ((1 - u) * g[i + width] + u * g[i + width + 1]);
    }

    /// All outputs at a point: one probability a class, adding up to 1 for two classes; or the value of a regression.
    public double[] outputsAt(double x1, double x2) {
        if (task == Task.CLASSIFICATION && classes == 2) {
            double p = at(0, x1, x2);
            return new double[] {1 - p, p};
        }
        double[] outputs = new double[values.length];
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = at(k, x1, x2);
        }
        return outputs;
    }
}
