package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.insight.Region;
import java.util.List;

/// What the model says at a pinned place, in words for a legend.
///
/// @param place such as "x₁ 0.32; x₂ −0.51"
/// @param output such as "Class 1 (0.980)": of classes the likeliest; or a regression's value
public record PinReading(String place, String output) {
    /// Lines are broken elsewhere.
    private static final String JOINED = "\u00a0";

    /// @param shown the part of the plane in the picture, which says how exact the coordinates need to be
    /// @param outputs one probability a class, or the one value of a regression
    public static PinReading of(Spot at, Axes axes, Region shown, Task task, List<String> classNames, double[] outputs) {
        int most = 0;
        for (int k = 1; k < outputs.length; k++) {
            most = outputs[k] > outputs[most] ? k : most;
        }
        String output = OutputNames.output(task, outputs[most]);
        return new PinReading(
                axes.x1() + JOINED + Axes.x1(at.x1(), shown) + "; " + axes.x2() + JOINED + Axes.x2(at.x2(), shown),
                task == Task.CLASSIFICATION ? OutputNames.of(classNames, most) + JOINED + "(" + output + ")" : output);
    }

    String inOneLine() {
        return place + ": " + output;
    }

    String inTwoLines() {
        return place + "\n" + output;
    }
}
