package dev.crescent.ui.start;

import dev.crescent.ui.theme.Palette;

/// A small picture of an experiment that can move: moments of its training, or of what it is about. Needs no toolkit; any
/// thread may paint, one at a time.
public interface Thumbnail {
    /// How many moments there are, at least 1; the last is the one that stays.
    int moments();

    /// Paints one of them.
    ///
    /// @param width in pixels, at least 2
    /// @param height in pixels, at least 2
    /// @param density pixels for each that the user sees: 2 on a fine screen
    /// @return `[height * width]` premultiplied ARGB, row 0 at the top; nobody else's
    int[] paint(int moment, Palette palette, int width, int height, double density);
}
