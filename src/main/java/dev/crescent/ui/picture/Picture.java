package dev.crescent.ui.picture;

import javafx.scene.layout.Region;

/// A view in a picture. All methods but [#ready] run on the JavaFX thread.
interface Picture {
    /// The view, the same object always.
    Region node();

    /// What the picture is of, a few words beside the title.
    String subject();

    /// How many times as wide and as high as a plain one it is laid out to have room for what it shows, 1 or more.
    default double room() {
        return 1;
    }

    /// Computes what all moments of a film have in common.
    ///
    /// @param end the last moment
    default void prepare(Moment end) {}

    void show(Moment moment);

    /// Computes what a moment looks like, on any thread, once the view has its size.
    ///
    /// @return shows it, on the JavaFX thread
    default Runnable ready(Moment moment) {
        return () -> show(moment);
    }
}
