package dev.crescent.ui.landscape;

/// A letter as it is laid on a picture.
///
/// @param alpha how much of each pixel it covers, 0 to 255 as unsigned bytes, `[height * width]`
record Glyph(int width, int height, byte[] alpha) {
    static final Glyph NONE = new Glyph(0, 0, new byte[0]);
}
