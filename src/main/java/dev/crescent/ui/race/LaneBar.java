package dev.crescent.ui.race;

import dev.crescent.ui.PaintPane;
import dev.crescent.ui.landscape.TrackColors;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.zoom.SharpCanvas;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// The way of one optimizer from the start to the finish, as a bar with a checkered flag at its end.
final class LaneBar extends Pane {
    private static final double THICK = 6;
    private static final double KNOB = 7;
    private static final double SQUARE = 4;
    private static final int ROWS = 6;
    private static final double TICK = 4;

    private final Region track = new Region();
    private final Region fill = new Region();
    private final SharpCanvas flag = new SharpCanvas(2 * SQUARE, ROWS * SQUARE);
    private final PaintPane flagPane = new PaintPane(this::paintFlag, flag);
    private final Circle knob = new Circle(KNOB);
    private final Path ticks = new Path();
    private Color ink = Color.BLACK;
    private double progress;
    private double[] marked = {};

    LaneBar() {
        track.getStyleClass().add("level-track");
        knob.setStrokeWidth(1);
        setMinSize(60, 2 * KNOB + 4);
        setPrefHeight(ROWS * SQUARE);
        setMouseTransparent(true);
        ticks.setManaged(false);
        getChildren().setAll(track, fill, flagPane, ticks, knob);
    }

    void setTheme(Palette palette) {
        knob.setStroke(edge(palette));
        ink = palette.fg();
        flagPane.repaint();
    }

    private void paintFlag() {
        Pen g = flag.clearedPen();
        g.setFill(ink);
        for (int row = 0; row < ROWS; row++) {
            g.fillRect(row % 2 * SQUARE, row * SQUARE, SQUARE, SQUARE);
        }
    }

    /// @param share of the way, 0 to 1
    /// @param marks of the way that are marked below it, 0 to 1 each
    void show(double share, double[] marks, int color, Palette palette) {
        progress = share;
        marked = marks;
        ticks.setStroke(TrackColors.text(palette, color));
        fill.setBackground(new Background(new BackgroundFill(TrackColors.fill(palette, color).deriveColor(0, 1, 1, 0.75),
                new CornerRadii(THICK / 2), Insets.EMPTY)));
        fill.setBorder(new Border(new BorderStroke(edge(palette), BorderStrokeStyle.SOLID, new CornerRadii(THICK / 2),
                BorderWidths.DEFAULT)));
        knob.setFill(TrackColors.fill(palette, color));
        requestLayout();
    }

    /// Sets off colors as light as the background.
    private static Color edge(Palette palette) {
        return palette.fgMuted().deriveColor(0, 1, 1, 0.45);
    }

    @Override
    protected void layoutChildren() {
        double middle = Math.round(getHeight() / 2);
        double end = getWidth() - 2 * SQUARE;
        double at = KNOB + progress * Math.max(0, end - KNOB);
        track.resizeRelocate(0, middle - THICK / 2, end, THICK);
        fill.resizeRelocate(0, middle - THICK / 2, at, THICK);
        flagPane.resizeRelocate(end, middle - ROWS * SQUARE / 2, 2 * SQUARE, ROWS * SQUARE);
        knob.setCenterX(at);
        knob.setCenterY(middle);
        ticks.getElements().clear();
        for (double mark : marked) {
            double x = Math.floor(KNOB + mark * Math.max(0, end - KNOB)) + 0.5;
            ticks.getElements().addAll(new MoveTo(x, middle + THICK), new LineTo(x, middle + THICK + TICK));
        }
    }
}
