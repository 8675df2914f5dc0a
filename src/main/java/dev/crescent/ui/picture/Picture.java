package dev.crescent.ui.picture;

import javafx.scene.layout.Region;

/// A view in a picture. All methods run on the JavaFX thread.
interface Picture {
    /// The view, the same object always.
    Region node();

    /// What the picture is of, a few words beside the title.
    String subject();

    /// Computes what all moments of a film have in common.
    ///
    /// @param end the last moment
    default void prepare(Moment end) {}

    void show(Moment moment);
}
