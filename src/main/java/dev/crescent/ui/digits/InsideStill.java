package dev.crescent.ui.digits;

import javafx.scene.layout.Pane;

/// A strip of layers in a picture: all of it, whatever room there is, in its middle.
final class InsideStill extends Pane {
    private final InsideStrip strip;

    InsideStill(InsideStrip strip) {
        this.strip = strip;
        strip.setManaged(false);
        getChildren().setAll(strip);
    }

    /// Placed as soon as the room is known, and not in the layout pass, in which the strip's own words would not be laid out.
    @Override
    public void resize(double width, double height) {
        boolean other = width != getWidth() || height != getHeight();
        super.resize(width, height);
        if (other) {
            strip.place(width, height);
            double shrink = Math.min(1, width / Math.max(1, strip.contentWidth()));
            strip.setScaleX(shrink);
            strip.setScaleY(shrink);
            strip.resizeRelocate((width - strip.contentWidth()) / 2, 0, Math.max(width, strip.contentWidth()), height);
        }
    }
}
