package dev.crescent.ui.engines;

import dev.crescent.ui.theme.Palette;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A meter: a bar as long as the speed, and a needle at the latest.
final class SpeedBar extends Pane {
    private static final double THICK = 28;
    private static final double NEEDLE = 2;
    /// Beyond the bar's edges, so that it is seen on the bar, too.
    private static final double NEEDLE_OVER = 4;
    /// Of a bar that is there at all.
    private static final double LEAST = 3;

    private final Region track = new Region();
    private final Region fill = new Region();
    private final Region needle = new Region();
    private double median;
    private double latest;

    SpeedBar() {
        track.getStyleClass().add("level-track");
        setMinSize(60, THICK + 2 * NEEDLE_OVER);
        setPrefHeight(THICK + 2 * NEEDLE_OVER);
        setMaxHeight(THICK + 2 * NEEDLE_OVER);
        setMouseTransparent(true);
        getChildren().setAll(track, fill, needle);
    }

    /// @param middle share of the track that the bar fills, 0 to 1
    /// @param newest share of the track at which the needle stands
    void show(double middle, double newest, Color color, Palette palette) {
        median = middle;
        latest = newest;
        fill.setBackground(new Background(new BackgroundFill(color, new CornerRadii(4), Insets.EMPTY)));
        needle.setBackground(Background.fill(palette.fg()));
        fill.setVisible(median > 0);
        needle.setVisible(median > 0);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = (getHeight() - THICK) / 2;
        track.resizeRelocate(0, top, width, THICK);
        fill.resizeRelocate(0, top, Math.clamp(median * width, LEAST, width), THICK);
        needle.resizeRelocate(Math.clamp(Math.round(latest * width) - NEEDLE / 2, 0, width - NEEDLE), top - NEEDLE_OVER, NEEDLE,
                THICK + 2 * NEEDLE_OVER);
    }
}
