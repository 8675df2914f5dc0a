package dev.crescent.ui.digits;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;

/// An image without its colors.
///
/// @param grey `[rows][columns]`, 0 (black) to 1 (white)
public record GreyImage(int rows, int columns, float[] grey) {
    /// The luma of Rec. 709: how bright each color looks.
    private static final double RED = 0.2126;
    private static final double GREEN = 0.7152;
    private static final double BLUE = 0.0722;

    /// Takes an image's colors away; what can be seen through lies on white paper.
    ///
    /// @throws IllegalArgumentException if the image is not there: not yet loaded, or of a file that is none
    public static GreyImage of(Image image) {
        PixelReader pixels = image.getPixelReader();
        int columns = (int) image.getWidth();
        int rows = (int) image.getHeight();
        if (pixels == null || columns < 1 || rows < 1) {
            throw new IllegalArgumentException("There is no image; choose a PNG, JPEG, GIF or BMP file");
        }
        int[] argb = new int[columns]; // of one row
        float[] grey = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            pixels.getPixels(0, row, columns, 1, PixelFormat.getIntArgbInstance(), argb, 0, columns);
            for (int column = 0; column < columns; column++) {
                grey[row * columns + column] = grey(argb[column]);
            }
        }
        return new GreyImage(rows, columns, grey);
    }

    private static float grey(int argb) {
        double opacity = (argb >>> 24) / 255.0;
        double luma = (RED * (argb >> 16 & 0xff) + GREEN * (argb >> 8 & 0xff) + BLUE * (argb & 0xff)) / 255;
        return (float) Math.clamp(1 - opacity + opacity * luma, 0, 1);
    }
}
