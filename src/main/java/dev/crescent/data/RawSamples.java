package dev.crescent.data;

import dev.crescent.experiment.Task;
import java.util.List;
import java.util.stream.IntStream;

/// Samples as generated, painted or read: before split, features and scaling.
///
/// @param classNames one name a class; empty for regression
/// @param columnNames one name a column: x1, x2 for 2-D data
/// @param columns `[count][columnNames]`
/// @param labels `[count]` class indices; all 0 for regression
/// @param values `[count]` targets of a regression; the class indices otherwise
/// @param targetName what a regression learns; empty where it has no name
record RawSamples(Task task, List<String> classNames, List<String> columnNames, int count, float[] columns,
                  int[] labels, float[] values, String targetName) {
    /// The names of the two coordinates of 2-D data, in formulas too.
    static final List<String> PLANE = List.of("x1", "x2");

    RawSamples {
        classNames = List.copyOf(classNames);
        columnNames = List.copyOf(columnNames);
    }

    /// Of targets without a name.
    RawSamples(Task task, List<String> classNames, List<String> columnNames, int count, float[] columns, int[] labels,
            float[] values) {
        this(task, classNames, columnNames, count, columns, labels, values, "");
    }

    int width() {
        return columnNames.size();
    }

    /// The samples of some ascending indices, in their order.
    RawSamples pick(int[] indices) {
        if (indices.length == count) {
            return this; // the indices ascend, so this is all of them
        }
        int width = width();
        float[] pickedColumns = new float[indices.length * width];
        int[] pickedLabels = new int[indices.length];
        float[] pickedValues = new float[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(columns, indices[i] * width, pickedColumns, i * width, width);
            pickedLabels[i] = labels[indices[i]];
            pickedValues[i] = values[indices[i]];
        }
        return new RawSamples(task, classNames, columnNames, indices.length, pickedColumns, pickedLabels, pickedValues,
                targetName);
    }

    /// The names `pixel0`, `pixel1`, ... of an image's columns.
    static List<String> pixelNames(int width) {
        return IntStream.range(0, width).mapToObj(i -> "pixel" + i).toList();
    }

    /// The names `0`, `1`, ... of classes that have no others.
    static List<String> numbered(int classes) {
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }
}
