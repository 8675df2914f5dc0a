package dev.crescent.data;

import dev.crescent.experiment.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A data set ready for training: generated or read, split, with features and scaling applied. Immutable by convention:
/// nobody writes into the arrays.
///
/// @param classNames one name a class; empty for regression
/// @param inputNames one name an input column: a feature's formula, a table's column, a pixel
/// @param inputShape `[inputs]` or `[channels, rows, columns]`
/// @param plane how a point of the plane becomes inputs; null if the data are not 2-D
/// @param own how many of the last training samples are the user's own, such as drawings that a network was taught
/// @param targetName what a regression learns: a table's column; empty where it has no name
public record Dataset(Task task, List<String> classNames, List<String> inputNames, List<Integer> inputShape,
                      Samples train, Samples test, @Nullable PlaneFeatures plane, int own, String targetName) {
    public Dataset {
        classNames = List.copyOf(classNames);
        inputNames = List.copyOf(inputNames);
        inputShape = List.copyOf(inputShape);
    }

    /// Without samples of the user's own, and without a name for a regression's target.
    public Dataset(Task task, List<String> classNames, List<String> inputNames, List<Integer> inputShape, Samples train,
            Samples test, @Nullable PlaneFeatures plane) {
        this(task, classNames, inputNames, inputShape, train, test, plane, 0, "");
    }

    /// The same data with these samples of the user's own, in the place of those that it has.
    ///
    /// @throws IllegalArgumentException if they have another number of inputs, or classes that the data do not have
    public Dataset with(OwnSamples others) {
        if (own == 0 && others.count() == 0) {
            return this;
        }
        if (!others.fit(this)) {
            throw new IllegalArgumentException("Samples of " + others.width() + " inputs are none of these data.");
        }
        return new Dataset(task, classNames, inputNames, inputShape, others.after(train, train.count - own), test, plane,
                others.count(), targetName);
    }

    /// How many numbers go into a model for each sample.
    public int inputWidth() {
        return inputNames.size();
    }

    /// Whether the samples are images.
    public boolean hasImages() {
        return inputShape.size() == 3;
    }

    /// Where the points of a 2-D data set lie, both parts together: `{x1Min, x1Max, x2Min, x2Max}`, before features and
    /// scaling. `{-1, 1, -1, 1}` without points, or if the data are not 2-D.
    public double[] extent() {
        if (plane == null || train.count + test.count == 0) {
            return new double[] {-1, 1, -1, 1};
        }
        double inf = Double.POSITIVE_INFINITY;
        double[] extent = {inf, -inf, inf, -inf};
        for (Samples part : List.of(train, test)) {
            for (int i = 0; i < 2 * part.count; i++) {
                int axis = 2 * (i % 2);
                extent[axis] = Math.min(extent[axis], part.raw[i]);
                extent[axis + 1] = Math.max(extent[axis + 1], part.raw[i]);
            }
        }
        return extent;
    }

    /// One part.
    ///
    /// @param inputs `[count][inputWidth]` after features and scaling
    /// @param raw `[count][rawWidth]` as generated or read, before features and scaling: x1, x2 for 2-D data
    /// @param labels `[count]` class indices; all 0 for regression
    /// @param values `[count]` targets of a regression; the class indices otherwise
    public record Samples(int count, float[] inputs, float[] raw, int rawWidth, int[] labels, float[] values) {}
}
