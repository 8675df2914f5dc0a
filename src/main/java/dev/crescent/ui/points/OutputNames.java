package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.List;

/// How outputs and coordinates are called and written.
final class OutputNames {
    private OutputNames() {}

    /// The name of class `k`: the data set's, or "Class 2".
    static String of(List<String> classNames, int k) {
        if (k >= classNames.size()) {
            return Texts.get("class.name", k);
        }
        String name = classNames.get(k);
        return !name.isEmpty() && name.chars().allMatch(Character::isDigit) ? Texts.get("class.name", name) : name;
    }

    static String output(Task task, double value) {
        return Numbers.fixed(value, task == Task.CLASSIFICATION ? 3 : 4);
    }
}
