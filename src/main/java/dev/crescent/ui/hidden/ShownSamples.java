package dev.crescent.ui.hidden;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Task;
import dev.crescent.insight.ValueRange;
import dev.crescent.insight.hidden.Chosen;
import dev.crescent.ui.ClassNames;
import dev.crescent.ui.network.InputName;
import dev.crescent.ui.points.PointsModel;
import java.util.List;

/// The samples that a hidden space shows, and what the axes of its inputs are called.
public final class ShownSamples {
    private ShownSamples() {}

    /// The chosen samples' classes or targets; they lie nowhere yet.
    public static PointsModel of(Dataset data, Chosen chosen) {
        int count = chosen.count();
        int[] labels = new int[count];
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            int number = chosen.numbers()[i];
            Dataset.Samples part = Chosen.part(data, number);
            labels[i] = part.labels()[Chosen.within(data, number)];
            values[i] = part.values()[Chosen.within(data, number)];
        }
        if (data.task() == Task.CLASSIFICATION) {
            return PointsModel.classes(new float[2 * count], labels, chosen.training(), ClassNames.shown(data.classNames()));
        }
        ValueRange range = ValueRange.ofTargets(data);
        return PointsModel.values(new float[2 * count], values, chosen.training(), range.low(), range.high());
    }

    /// The names of the inputs, for the axes of a picture of two of them.
    public static List<String> inputNames(Dataset data) {
        return InputName.of(data).stream().map(InputName::text).toList();
    }
}
