package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.Experiment;
import dev.crescent.ui.theme.Theme;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A picture that is not written, but shown and followed from moment to moment.
public final class LivePicture {
    private final Picture picture;
    private final StackPane frame;

    private LivePicture(Picture picture) {
        this.picture = picture;
        frame = new StackPane(picture.node());
        frame.getStyleClass().add("picture-frame");
        frame.setMinSize(0, 0);
        frame.setMouseTransparent(true);
    }

    /// A picture of one experiment. On the JavaFX thread.
    ///
    /// @throws IllegalArgumentException if the kind refuses the data
    public static LivePicture of(PictureKind kind, Experiment experiment, Dataset data, Engine engine, Theme theme) {
        kind.refuses(experiment, data).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return new LivePicture(PictureStudio.picture(kind, experiment, data, engine, theme));
    }

    /// The picture, without hands.
    public Region node() {
        return frame;
    }

    /// Computes what a moment looks like, on any thread, once the picture has its size.
    ///
    /// @return shows it, on the JavaFX thread
    public Runnable ready(Moment moment) {
        return picture.ready(moment);
    }
}
