package dev.crescent.ui.picture;

/// How a picture is drawn.
///
/// Up to [#PLAIN_WIDTH] x [#PLAIN_HEIGHT] pixels a larger picture has room for more; from there on it is the same one with
/// more pixels, or its words would become too small to read where it is shown as large as others.
///
/// @param width in pixels, from [#LEAST] to [#MOST]
/// @param height in pixels, likewise
/// @param transparent whether without a background; only where it is no animation
/// @param vector whether as SVG rather than as pixels
public record PictureForm(int width, int height, Look look, boolean transparent, boolean vector) {
    /// A smaller picture has no room for its words.
    public static final int LEAST = 200;
    public static final int MOST = 8192;
    public static final int PLAIN_WIDTH = 800;
    public static final int PLAIN_HEIGHT = 600;
    /// What is made of pixels is no finer than this, however large the picture is: nobody would see it.
    private static final double FINEST = 3;
    private static final double FINE = 2;

    public PictureForm {
        if (Math.min(width, height) < LEAST || Math.max(width, height) > MOST) {
            throw new IllegalArgumentException("A picture must be from " + LEAST + "x" + LEAST + " to " + MOST + "x" + MOST
                    + ", and is " + width + "x" + height);
        }
    }

    /// Pixels on a background.
    public static PictureForm of(int width, int height, Look look) {
        return new PictureForm(width, height, look, false, false);
    }

    /// How many pixels there are for each of the layout's, 1 or more.
    ///
    /// @param room how many times [#PLAIN_WIDTH] x [#PLAIN_HEIGHT] the picture needs along both sides, 1 or more
    double scale(double room) {
        return Math.max(1, Math.min(width / (room * PLAIN_WIDTH), height / (room * PLAIN_HEIGHT)));
    }

    /// Whether it is what a scene of its size shows, pixel by pixel.
    ///
    /// @param scale how many pixels there are for each of the layout's
    boolean isPlain(double scale) {
        return scale == 1 && !transparent && !vector;
    }

    /// The pixels of images for each of the layout's.
    ///
    /// @param scale how many pixels there are for each of the layout's
    double density(double scale) {
        return Math.min(FINEST, Math.max(vector ? FINE : 1, scale));
    }
}
