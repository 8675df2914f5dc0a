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
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

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

    /// Explains the colors of these points' task, classes and range.
    ///
    /// @param barHeight of the color bar
    public void show(PointsModel points, Palette palette, double barHeight) {
        LegendTerms terms = new LegendTerms(points, null);
        List<Region> parts = new ArrayList<>();
        if (terms.manyClasses()) {
            for (int k = 0; k < points.classNames().size(); k++) {
                parts.add(ScaleLegend.caption(OutputNames.of(points.classNames(), k), new ClassDot(DOT, palette, k)));
            }
            parts.add(ScaleLegend.caption(Texts.get("legend.paler"), null));
        } else {
            parts.add(terms.showsValues() ? values(terms.range(), palette, barHeight) : probabilities(terms, palette, barHeight));
        }
        parts.add(space());
        Circle ring = new Circle(3.5, Color.TRANSPARENT);
        ring.setStroke(palette.fgMuted());
        ring.setStrokeWidth(1.5);
        parts.add(ScaleLegend.caption(Texts.get("legend.training"), new Circle(4, palette.fgMuted())));
        parts.add(ScaleLegend.caption(Texts.get("legend.test"), ring));
        parts.add(ScaleLegend.caption(terms.strongName(), ScaleLegend.line(palette.contour(), 1.75)));
        parts.add(ScaleLegend.caption(terms.thinName(), ScaleLegend.line(palette.contourThin(), 1)));
        getChildren().setAll(parts);
    }

    private static Region space() {
        Region space = new Region();
        space.setMinHeight(BESIDE);
        return space;
    }

    private static Region probabilities(LegendTerms terms, Palette palette, double height) {
        Pane pane = bar(palette, height);
        for (double p : new double[] {0.1, 0.5, 0.9}) {
            tick(pane, palette, (1 - p) * height, p == 0.5, Numbers.fixed(p, 1));
        }
        return new VBox(NAME, ScaleLegend.caption(terms.name(1), new ClassDot(DOT, palette, 1)), pane,
                ScaleLegend.caption(terms.name(0), new ClassDot(DOT, palette, 0)));
    }

    private static Region values(ValueRange range, Palette palette, double height) {
        Pane pane = bar(palette, height);
        List<Double> ticks = Ticks.linear(range.low(), range.high(), 6);
        double step = Ticks.step(ticks);
        for (double tick : ticks) {
            tick(pane, palette, (1 - range.scaled(tick)) / 2 * height, false, Numbers.tick(tick, step));
        }
        return pane;
    }

    private static Pane bar(Palette palette, double height) {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i <= STOPS; i++) {
            double down = i / (double) STOPS;
            stops.add(new Stop(down, Palette.color(palette.fieldArgb(1 - 2 * down))));
        }
        Rectangle bar = new Rectangle(BAR, height);
        bar.setArcWidth(CORNER);
        bar.setArcHeight(CORNER);
        bar.setFill(new LinearGradient(0, 0, 0, 1, true, CycleMethod.NO_CYCLE, stops));
        Pane pane = new Pane(bar);
        pane.setMinHeight(height);
        pane.setMaxHeight(height);
        return pane;
    }

    private static void tick(Pane pane, Palette palette, double y, boolean strong, String text) {
        double at = Math.round(y) + (strong ? 0 : 0.5);
        Line line = new Line(0, at, BAR + TICK, at);
        line.setStroke(strong ? palette.contour() : palette.contourThin());
        line.setStrokeWidth(strong ? 2 : 1);
        Label label = ScaleLegend.caption(text, null);
        label.setMinHeight(LINE);
        label.relocate(BAR + BESIDE, Math.round(y - LINE / 2));
        pane.getChildren().addAll(line, label);
    }
}
