package dev.crescent.ui.lesson;

import javafx.scene.layout.Region;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.geometry.Insets;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.RadialGradient;
import javafx.scene.paint.Stop;

/// Darkens all but a round place, which the mouse moves: it points without a hand that trembles.
final class Spotlight extends Region {
    private static final double RADIUS = 0.16;
    private static final double SMALLEST = 0.05;
    private static final double LARGEST = 0.5;
    private static final Color DARK = Color.color(0, 0, 0, 0.78);

    private double x = Double.NaN;
    private double y;
    private double share = RADIUS;

    Spotlight() {
        setId("stage.light");
        setMouseTransparent(true);
        setVisible(false);
        setManaged(false);
        visibleProperty().subscribe(this::paint);
        widthProperty().subscribe(this::paint);
        heightProperty().subscribe(this::paint);
    }

    /// Points at a pixel.
    void point(double atX, double atY) {
        x = atX;
        y = atY;
        paint();
    }

    /// Makes the place larger, or smaller below 1.
    void scale(double factor) {
        share = Math.clamp(share * factor, SMALLEST, LARGEST);
        paint();
    }

    private void paint() {
        if (isVisible() && getWidth() > 0 && getHeight() > 0) {
            double atX = Double.isNaN(x) ? getWidth() / 2 : x;
            double atY = Double.isNaN(x) ? getHeight() / 2 : y;
            RadialGradient light = new RadialGradient(0, 0, atX, atY, share * getHeight(), false, CycleMethod.NO_CYCLE,
                    new Stop(0, Color.TRANSPARENT), new Stop(0.92, Color.TRANSPARENT), new Stop(1, DARK));
            setBackground(new Background(new BackgroundFill(light, CornerRadii.EMPTY, Insets.EMPTY)));
        }
    }
}
