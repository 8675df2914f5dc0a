package dev.crescent.ui.landscape;

/// What the picture in 3-D shows of a track.
///
/// @param way its path
/// @param color opaque
/// @param glyph its ball's letter, in the picture's pixels
/// @param selected whether it stands out
/// @param faded whether another one stands out
record Mark(Way way, int color, Glyph glyph, boolean selected, boolean faded) {}
