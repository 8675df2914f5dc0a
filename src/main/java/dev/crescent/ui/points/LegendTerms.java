package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.insight.Ticks;
import dev.crescent.insight.ValueRange;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Fonts;
import org.jspecify.annotations.Nullable;

/// What legends call a field's colors and lines.
///
/// @param points whose task, classes and range are explained
/// @param unit the values that get the ends of the color ramp, if the field is a unit's; null for the output's
record LegendTerms(PointsModel points, @Nullable ValueRange unit) {
    private static final double WIDEST_NAME = 76;

    /// Whether colors are names rather than a scale.
    boolean manyClasses() {
        return points.task() == Task.CLASSIFICATION && points.classNames().size() > 2;
    }

    boolean showsValues() {
        return unit != null || points.task() == Task.REGRESSION;
    }

    ValueRange range() {
        return unit != null ? unit : points.range();
    }

    /// The bold line.
    String strongName() {
        if (showsValues()) {
            return value(range().middle());
        }
        return manyClasses() ? Texts.get("legend.boundary") : Numbers.fixed(0.5, 1);
    }

    /// The thin lines, which only an output's field has.
    String thinName() {
        if (points.task() == Task.REGRESSION) {
            double quarter = (points.valueMax() - points.valueMin()) / 4;
            double middle = (points.valueMin() + points.valueMax()) / 2;
            return value(middle - quarter) + ", " + value(middle + quarter);
        }
        return manyClasses() ? Texts.get("legend.ratio") : Numbers.fixed(0.9, 1);
    }

    private String value(double value) {
        return Numbers.tick(value, Ticks.step((range().high() - range().low()) / 20));
    }

    /// What one of two classes is called, in not too much room.
    String name(int k) {
        String whole = k < points.classNames().size() ? points.classNames().get(k) : Integer.toString(k);
        return TextFit.cut(whole, Fonts.caption(), WIDEST_NAME);
    }
}
