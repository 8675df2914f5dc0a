package dev.crescent.ui.race;

import dev.crescent.ui.landscape.TrackColors;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.zoom.Zoom;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;

/// An optimizer's ball: a disc in its color with its letter.
final class BallBadge extends StackPane {
    private static final double LETTER = 12;

    private final Circle disc;
    private final Text letter = new Text();

    BallBadge(double radius) {
        disc = new Circle(radius);
        letter.setFont(Fonts.bold(LETTER));
        Zoom.whenDensityChanges(this, () -> letter.setFont(Fonts.bold(LETTER)));
        setMinSize(2 * radius, 2 * radius);
        setMaxSize(2 * radius, 2 * radius);
        setMouseTransparent(true);
        getChildren().setAll(disc, letter);
    }

    void show(String text, int color, Palette palette) {
        letter.setText(text);
        letter.setFill(palette.color("ball-ink"));
        disc.setFill(TrackColors.fill(palette, color));
        disc.setStroke(palette.fgMuted().deriveColor(0, 1, 1, 0.5));
    }
}
