package dev.crescent.ui.points;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Task;
import dev.crescent.insight.ValueRange;
import dev.crescent.ui.ClassNames;
import dev.crescent.ui.theme.Palette;
import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;

/// The points of both parts, as the output panel shows them. Immutable by convention: nobody writes into the arrays.
///
/// @param xy interleaved raw x1, x2; the training part first
/// @param labels one class a point; ignored for regression
/// @param values one target a point; ignored for classes
/// @param trainCount how many of the points, from the first, are training points
/// @param classNames one a class; empty for regression
/// @param valueMin the target that gets the color of the field's low end
/// @param valueMax the target that gets the color of the field's high end
public record PointsModel(float[] xy, int[] labels, float[] values, int trainCount, Task task,
                          List<String> classNames, double valueMin, double valueMax) {
    /// @throws IllegalArgumentException if the arrays do not fit each other, or the range is empty
    public PointsModel {
        classNames = List.copyOf(classNames);
        int count = xy.length / 2;
        int targets = task == Task.CLASSIFICATION ? labels.length : values.length;
        if (xy.length % 2 != 0 || targets < count || trainCount < 0 || trainCount > count) {
            throw new IllegalArgumentException("Points do not fit: " + xy.length + " coordinates, " + targets
                    + " targets, " + trainCount + " training points");
        }
        if (!(valueMax > valueMin)) {
            throw new IllegalArgumentException(
                    "The range of values must not be empty, is " + valueMin + " to " + valueMax);
        }
    }

    /// Points of named classes.
    public static PointsModel classes(float[] xy, int[] labels, int trainCount, List<String> classNames) {
        return new PointsModel(xy, labels, new float[0], trainCount, Task.CLASSIFICATION, classNames, 0, 1);
    }

    /// Points with values.
    public static PointsModel values(float[] xy, float[] values, int trainCount, double valueMin, double valueMax) {
        return new PointsModel(xy, new int[0], values, trainCount, Task.REGRESSION, List.of(), valueMin, valueMax);
    }

    /// Both parts' points of a 2-D data set, the training part first.
    public static PointsModel of(Dataset data) {
        Dataset.Samples train = data.train();
        Dataset.Samples test = data.test();
        return of(data, joined(train.raw(), 2 * train.count(), test.raw(), 2 * test.count()));
    }

    /// The samples of a data set at places of their own, as in a hidden space. Of a regression, the least and the
    /// greatest target get the ends of the ramp.
    ///
    /// @param xy two coordinates a sample, the training part first
    public static PointsModel of(Dataset data, float[] xy) {
        Dataset.Samples train = data.train();
        Dataset.Samples test = data.test();
        if (data.task() == Task.CLASSIFICATION) {
            int[] labels = Arrays.copyOf(train.labels(), train.count() + test.count());
            System.arraycopy(test.labels(), 0, labels, train.count(), test.count());
            return classes(xy, labels, train.count(), ClassNames.shown(data.classNames()));
        }
        float[] values = joined(train.values(), train.count(), test.values(), test.count());
        ValueRange range = ValueRange.ofTargets(data);
        return values(xy, values, train.count(), range.low(), range.high());
    }

    private static float[] joined(float[] first, int firstCount, float[] second, int secondCount) {
        float[] joined = Arrays.copyOf(first, firstCount + secondCount);
        System.arraycopy(second, 0, joined, firstCount, secondCount);
        return joined;
    }

    /// No points, two unnamed classes.
    public static PointsModel none() {
        return classes(new float[0], new int[0], 0, List.of());
    }

    public int count() {
        return xy.length / 2;
    }

    /// The name of class `k`: the data set's, or "Class 2".
    public String className(int k) {
        return OutputNames.of(classNames, k);
    }

    /// The color of point `i`: its class's, or its value's on the ramp of weights, which is the field's in full colors.
    public Color color(int i, Palette palette) {
        return task == Task.REGRESSION ? palette.weightColor(range().scaled(values[i])) : palette.classColor(labels[i]);
    }

    /// The targets that get the ends of the field's ramp.
    ValueRange range() {
        return new ValueRange(valueMin, valueMax);
    }
}
