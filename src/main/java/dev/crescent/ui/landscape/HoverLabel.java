package dev.crescent.ui.landscape;

import dev.crescent.insight.Ticks;
import dev.crescent.ui.HoverCard;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import javafx.scene.control.Label;

/// The little card beside the mouse: the loss at a place of the plane, or whose ball it is.
final class HoverLabel extends HoverCard {
    /// Coordinates are told apart by about a pixel.
    private static final double FINENESS = 400;

    private final Label title = new Label();
    private final Label detail = new Label();
    private Measured measured = Measured.LOSS;

    HoverLabel() {
        super(2);
        title.getStyleClass().add("value");
        detail.getStyleClass().add("muted");
        getChildren().setAll(title, detail);
    }

    void setMeasured(Measured what) {
        measured = what;
    }

    /// All of its words, as a screen reader says them.
    String text() {
        return title.getText() + "\n" + detail.getText();
    }

    /// @param drawn the loss there; NaN where there is none
    void showPlace(Surface surface, double across, double up, double drawn) {
        title.setText(!Double.isNaN(drawn) ? measured.text(drawn)
                : Texts.get(surface.isComputed(across, up) ? "landscape.infinite" : "landscape.unknown"));
        double a = Ticks.step((surface.aMax() - surface.aMin()) / FINENESS);
        double b = Ticks.step((surface.bMax() - surface.bMin()) / FINENESS);
        detail.setText(Texts.get("landscape.place", Numbers.tick(surface.a(across), a),
                Numbers.tick(surface.b(up), b)));
        setVisible(true);
    }

    /// @param drawn the loss of the surface below the ball; NaN where there is none
    void showBall(Track track, double drawn) {
        title.setText(track.name());
        detail.setText(measured.ball(track.lastLoss(), drawn));
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }
}
