package dev.crescent.ui;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Source;
import org.jspecify.annotations.Nullable;

/// What the window calls the output of a regression: the column that is learned, in its unit.
public final class TargetName {
    private TargetName() {}

    /// @param data what was read last; null before that
    /// @param source of the experiment that is shown
    public static String of(@Nullable Dataset data, Source source) {
        return inUnit(data == null || data.targetName().isEmpty() ? Texts.get("output.value") : data.targetName(), source);
    }

    /// The same on one line; empty for a target without a name.
    public static String ofNamed(Dataset data, Source source) {
        return data.targetName().isEmpty() ? "" : inUnit(data.targetName(), source).replace('\n', ' ');
    }

    private static String inUnit(String name, Source source) {
        return source instanceof Source.Csv table && table.targetUnit() != 1
                ? Texts.get("output.inUnit", name, Numbers.exact(table.targetUnit())) : name;
    }
}
