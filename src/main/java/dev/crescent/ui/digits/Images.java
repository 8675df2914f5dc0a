package dev.crescent.ui.digits;

/// Images that are asked for when they are shown, so that seventy thousand need no copies.
public interface Images {
    /// How many there are.
    int count();

    /// Writes an image's ink, from 0 to 1, row by row.
    ///
    /// @param into at least as many as an image has pixels
    void pixels(int index, float[] into);

    /// The class of an image.
    int label(int index);
}
