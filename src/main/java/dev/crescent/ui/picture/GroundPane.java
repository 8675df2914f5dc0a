package dev.crescent.ui.picture;

import dev.crescent.ui.landscape.Landscape;
import dev.crescent.ui.landscape.MapView;
import dev.crescent.ui.landscape.Measured;
import dev.crescent.ui.landscape.RampLegend;
import dev.crescent.ui.race.BallKeys;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A landscape with what its colors and balls mean and what there is to say of it: above and below, or beside a map where
/// that makes it larger.
public final class GroundPane extends Pane {
    private static final double GAP = 12;
    /// Room for the ramp's words.
    private static final double COLUMN = 300;

    private final Region picture;
    private final boolean square;
    private final RampLegend ramp = new RampLegend();
    private final BallKeys balls;
    private final VBox words = new VBox(4);

    /// @param picture a [MapView], which is as high as wide, or the same in 3-D
    /// @param said what stands with it
    public GroundPane(Region picture, Landscape of, Measured measured, List<? extends Node> said, Palette palette) {
        this.picture = picture;
        square = picture instanceof MapView;
        // Who is alone needs no name.
        balls = new BallKeys(of.tracks().size() > 1 ? of.tracks() : List.of(), palette);
        ramp.setTheme(palette);
        ramp.setMeasured(measured);
        ramp.show(of.scale());
        words.getChildren().setAll(said);
        getChildren().setAll(picture, ramp, balls, words);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double key = Math.ceil(ramp.prefWidth(-1));
        double above = Math.max(ramp.prefHeight(-1), balls.prefHeight(width - key - GAP)) + GAP;
        double below = words.getChildren().isEmpty() ? 0 : words.prefHeight(width) + GAP;
        double under = Math.max(0, height - above - below);
        double beside = Math.min(height, width - 2 * GAP - COLUMN);
        if (square && beside >= Math.min(width, under)) {
            layoutBeside(width, beside);
            return;
        }
        double high = square ? Math.floor(Math.min(width, under)) : under;
        double top = Math.floor((height - above - high - below) / 2);
        double taken = square ? Math.min(width, Math.max(under, key + balls.prefWidth(-1) + GAP)) : width;
        double left = Math.floor((width - taken) / 2);
        double across = square ? high : width;
        double x = Math.floor((width - across) / 2);
        balls.resizeRelocate(left, top, Math.max(0, taken - key - GAP), above - GAP);
        ramp.resizeRelocate(left + taken - key, top, key, ramp.prefHeight(-1));
        picture.resizeRelocate(x, top + Math.round(above), across, high);
        // As wide as all, so that they do not wrap where they were measured not to.
        double wordsLeft = words.prefWidth(-1) <= width - x ? x : left;
        words.resizeRelocate(wordsLeft, top + Math.round(above + high) + GAP, width - wordsLeft, Math.max(0, below - GAP));
    }

    private void layoutBeside(double width, double side) {
        double column = Math.min(COLUMN + 60, width - 2 * GAP - side);
        double left = Math.floor((width - side - 2 * GAP - column) / 2);
        double x = left + side + 2 * GAP;
        picture.resizeRelocate(left, 0, Math.floor(side), Math.floor(side));
        double key = Math.ceil(ramp.prefWidth(-1));
        double keyHigh = ramp.prefHeight(-1);
        double ballsHigh = balls.prefHeight(column);
        ramp.resizeRelocate(x, 0, Math.min(key, column), keyHigh);
        balls.resizeRelocate(x, keyHigh + GAP, column, ballsHigh);
        words.resizeRelocate(x, keyHigh + ballsHigh + 2 * GAP, column, words.prefHeight(column));
    }
}
