package dev.crescent.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures as PNG.
public final class Png {
    private Png() {}

    /// Writes a picture; without an alpha channel if every pixel is opaque.
    ///
    /// @param argb `[height * width]`, row-major, not premultiplied
    /// @throws IllegalArgumentException if there are not as many pixels as the size says
    /// @throws IOException if the stream does not take it
    public static void write(OutputStream out, int[] argb, int width, int height) throws IOException {
        check(argb, width, height);
        boolean opaque = Arrays.stream(argb).allMatch(pixel -> pixel >>> 24 == 0xff);
        BufferedImage image = new BufferedImage(width, height,
                opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IOException("this Java cannot write PNG");
            }
        }
    }

    static void check(int[] argb, int width, int height) {
        if (width < 1 || height < 1 || argb.length != width * height) {
            throw new IllegalArgumentException("A picture of " + width + " x " + height + " has not "
                    + argb.length + " pixels");
        }
    }
}
