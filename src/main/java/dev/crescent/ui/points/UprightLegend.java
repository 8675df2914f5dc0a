package dev.crescent.ui.points;

import dev.crescent.insight.Ticks;
import dev.crescent.insight.ValueRange;
import dev.crescent.ui.ClassDot;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The same as a [ScaleLegend] says of an output's field, in a narrow column: an upright color bar for two classes or for
/// values, names for more classes; below it the two parts' points and the two lines.
public final class UprightLegend extends VBox {
    private static final double BAR = 14;
    private static final double CORNER = 6;
    private static final double TICK = 4;
    private static final double BESIDE = 8;
    private static final int STOPS = 64;
    private static final double DOT = 5;
    /// From an end of the bar to the class's name.
    private static final double NAME = 10;
    private static final double LINE = 18;

    public UprightLegend() {
        super(6);
        getStyleClass().add("scale-legend");
        setAccessibleText(Texts.get("legend.scale"));
    }

    /// Explains the colors of these points' task, classes and range, as far as the switches leave something to explain.
    ///
    /// @param reading what the model says at the pinned place; null for no such place
    /// @param barHeight of the color bar
    public void show(PointsModel points, PlaneSwitches switches, @Nullable PinReading reading, Palette palette,
            double barHeight) {
        LegendTerms terms = new LegendTerms(points, null, switches);
        List<Region> parts = new ArrayList<>();
        if (terms.manyClasses()) {
            for (int k = 0; k < points.classNames().size(); k++) {
                parts.add(LegendTerms.caption(OutputNames.of(points.classNames(), k), new ClassDot(DOT, palette, k)));
            }
            parts.addAll(terms.remarks());
        } else {
            parts.add(terms.showsValues() ? values(terms, palette, barHeight) : probabilities(terms, palette, barHeight));
        }
        parts.add(space());
        parts.addAll(terms.parts(palette));
        parts.addAll(terms.lines(palette));
        if (reading != null) {
            parts.add(LegendTerms.pinned(reading.inTwoLines(), palette));
        }
        getChildren().setAll(parts);
    }

    private static Region space() {
        Region space = new Region();
        space.setMinHeight(BESIDE);
        return space;
    }

    private static Region probabilities(LegendTerms terms, Palette palette, double height) {
        Pane pane = bar(terms, palette, height);
        for (double p : terms.chances()) {
            tick(pane, palette, (1 - p) * height, p == 0.5, Numbers.fixed(p, 1));
        }
        return new VBox(NAME, LegendTerms.caption(terms.name(1), new ClassDot(DOT, palette, 1)), pane,
                LegendTerms.caption(terms.name(0), new ClassDot(DOT, palette, 0)));
    }

    private static Region values(LegendTerms terms, Palette palette, double height) {
        Pane pane = bar(terms, palette, height);
        ValueRange range = terms.range();
        List<Double> ticks = Ticks.linear(range.low(), range.high(), 6);
        double step = Ticks.step(ticks);
        for (double tick : ticks) {
            tick(pane, palette, (1 - range.scaled(tick)) / 2 * height, false, Numbers.tick(tick, step));
        }
        return pane;
    }

    private static Pane bar(LegendTerms terms, Palette palette, double height) {
        Rectangle bar = new Rectangle(BAR, height);
        bar.setArcWidth(CORNER);
        bar.setArcHeight(CORNER);
        bar.setFill(new LinearGradient(0, 0, 0, 1, true, CycleMethod.NO_CYCLE, stops(terms, palette)));
        Pane pane = new Pane(bar);
        pane.setMinHeight(height);
        pane.setMaxHeight(height);
        return pane;
    }

    /// From the high end down; where there are two colors alone, they meet in the middle.
    private static List<Stop> stops(LegendTerms terms, Palette palette) {
        if (terms.switches().discretize()) {
            return List.of(stop(terms, palette, 0, 1), stop(terms, palette, 0.5, 1), stop(terms, palette, 0.5, -1),
                    stop(terms, palette, 1, -1));
        }
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i <= STOPS; i++) {
            double down = i / (double) STOPS;
            stops.add(stop(terms, palette, down, 1 - 2 * down));
        }
        return stops;
    }

    private static Stop stop(LegendTerms terms, Palette palette, double down, double v) {
        return new Stop(down, Palette.color(terms.argb(palette, v)));
    }

    private static void tick(Pane pane, Palette palette, double y, boolean strong, String text) {
        double at = Math.round(y) + (strong ? 0 : 0.5);
        Line line = new Line(0, at, BAR + TICK, at);
        line.setStroke(strong ? palette.contour() : palette.contourThin());
        line.setStrokeWidth(strong ? 2 : 1);
        Label label = LegendTerms.caption(text, null);
        label.setMinHeight(LINE);
        label.relocate(BAR + BESIDE, Math.round(y - LINE / 2));
        pane.getChildren().addAll(line, label);
    }
}
