package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.insight.Ticks;
import dev.crescent.insight.ValueRange;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/// What legends call a field's colors and lines.
///
/// @param points whose task, classes and range are explained
/// @param unit the values that get the ends of the color ramp, if the field is a unit's; null for the output's
/// @param switches what of the picture there is to explain
record LegendTerms(PointsModel points, @Nullable ValueRange unit, PlaneSwitches switches) {
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

    /// The color of a place on the ramp, from -1 to 1.
    int argb(Palette palette, double v) {
        return palette.fieldArgb(switches.discretize() ? v < 0 ? -1 : 1 : v);
    }

    /// The probabilities of the second of two classes that the scale marks: those of the lines, or where the color changes.
    double[] chances() {
        return switches.contours() || !switches.discretize() ? new double[] {0.1, 0.5, 0.9} : new double[] {0.5};
    }

    /// What the colors of many classes leave to be said; nothing where there are no paler ones.
    List<Label> remarks() {
        return switches.discretize() ? List.of() : List.of(caption(Texts.get("legend.paler"), null));
    }

    /// The parts' marks.
    List<Label> parts(Palette palette) {
        Label training = caption(Texts.get("legend.training"), new Circle(4, palette.fgMuted()));
        return switches.test() ? List.of(training, caption(Texts.get("legend.test"), ring(palette.fgMuted(), 3.5))) : List.of(training);
    }

    /// The lines.
    List<Label> lines(Palette palette) {
        if (!switches.contours()) {
            return List.of();
        }
        Label strong = caption(strongName(), line(palette.contour(), 1.75));
        return unit != null ? List.of(strong) : List.of(strong, caption(thinName(), line(palette.contourThin(), 1)));
    }

    /// What stands at the pinned place.
    static Label pinned(String reading, Palette palette) {
        Label label = caption(reading, new Group(ring(palette.fg(), 5), new Circle(1, palette.fg())));
        label.setWrapText(true);
        return label;
    }

    static Label caption(String text, @Nullable Node graphic) {
        Label label = new Label(text, graphic);
        label.getStyleClass().add("caption");
        return label;
    }

    private static Circle ring(Color color, double radius) {
        Circle ring = new Circle(radius, Color.TRANSPARENT);
        ring.setStroke(color);
        ring.setStrokeWidth(1.5);
        return ring;
    }

    private static Line line(Color color, double width) {
        Line line = new Line(0, 0, 16, 0);
        line.setStroke(color);
        line.setStrokeWidth(width);
        return line;
    }

    /// The bold line.
    private String strongName() {
        if (showsValues()) {
            return value(range().middle());
        }
        return manyClasses() ? Texts.get("legend.boundary") : Numbers.fixed(0.5, 1);
    }

    /// The thin lines, which only an output's field has.
    private String thinName() {
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
