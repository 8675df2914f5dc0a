package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Task;
import dev.crescent.insight.Region;
import dev.crescent.ui.points.PointsModel;
import java.util.Arrays;

/// A 2-D data set as the output panel shows it.
final class Points {
    private Points() {}

    /// Both parts' points, the training part first.
    static PointsModel of(Dataset data) {
        Dataset.Samples train = data.train();
        Dataset.Samples test = data.test();
        float[] xy = joined(train.raw(), 2 * train.count(), test.raw(), 2 * test.count());
        if (data.task() == Task.CLASSIFICATION) {
            int[] labels = Arrays.copyOf(train.labels(), train.count() + test.count());
            System.arraycopy(test.labels(), 0, labels, train.count(), test.count());
            return PointsModel.classes(xy, labels, train.count(), data.classNames());
        }
        float[] values = joined(train.values(), train.count(), test.values(), test.count());
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        boolean range = high > low;
        return PointsModel.values(xy, values, train.count(), range ? low : -1, range ? high : 1);
    }

    /// The part of the plane that shows all points, with room around them.
    static Region home(Dataset data) {
        double[] extent = data.extent();
        float[] corners = {(float) extent[0], (float) extent[2], (float) extent[1], (float) extent[3]};
        return Region.around(corners, 0.15);
    }

    private static float[] joined(float[] first, int firstCount, float[] second, int secondCount) {
        float[] joined = Arrays.copyOf(first, firstCount + secondCount);
        System.arraycopy(second, 0, joined, firstCount, secondCount);
        return joined;
    }
}
