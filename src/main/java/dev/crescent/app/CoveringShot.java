package dev.crescent.app;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A shot whose view is larger than its place on stage, which shows a part of it.
abstract class CoveringShot extends Pane implements StageShot {
    /// While training, what is shown is asked for at this pace, that of film.
    static final long PACE_NANOS = 38_000_000;

    private final Rectangle clip = new Rectangle();

    CoveringShot(Region view) {
        setClip(clip);
        getChildren().setAll(view);
    }

    @Override
    public final Region content() {
        return this;
    }

    @Override
    protected final void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        place(getWidth(), getHeight());
    }

    /// Gives the view its size and place around that of the shot.
    abstract void place(double width, double height);
}
