package dev.crescent.export;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/// Reads a picture in grey: PNG, JPEG, GIF or BMP, of a GIF the first frame; as a viewer shows it, over white where it is
/// transparent.
public final class ImageFile {
    private static final float WHITE = 255;
    /// Of larger pictures every second pixel is read, or every third and so on, until no side is longer.
    private static final int LONGEST = 2048;
    private static final long MOST_PIXELS = 400_000_000;
    /// What red, green and blue are to the eye (ITU-R BT.601).
    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    private ImageFile() {}

    /// A picture without colors.
    ///
    /// @param values `[rows][columns]`, 0 black to 255 white
    public record Grey(float[] values, int rows, int columns) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Grey(float[] itsValues, int itsRows, int itsColumns) && rows == itsRows
                    && columns == itsColumns && Arrays.equals(values, itsValues);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * rows + columns) + Arrays.hashCode(values);
        }
    }

    /// Reads a file. Needs no display.
    ///
    /// @throws ImageFileException if there is none, or it is no such picture
    public static Grey read(Path file) throws ImageFileException {
        if (!Files.exists(file)) {
            throw new ImageFileException(file + ": there is no such file; choose another file");
        }
        if (!Files.isRegularFile(file)) {
            throw new ImageFileException(file + ": is not a file; choose a PNG, JPEG, GIF or BMP file");
        }
        try (ImageInputStream stream = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new ImageFileException(file + ": is no picture that can be read; choose a PNG, JPEG, GIF or BMP file");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream);
                return grey(read(reader, file), Orientation.of(reader));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Java's readers answer damaged files with exceptions of all kinds.
            throw new ImageFileException(file + ": is damaged, or of a kind that cannot be read (" + reason(e)
                    + "); save it anew as PNG", e);
        }
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : NumpyArray.shown(message);
    }

    private static BufferedImage read(ImageReader reader, Path file) throws IOException, ImageFileException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            throw new ImageFileException(file + ": has " + width + " x " + height + " pixels, more than can be read; make it smaller");
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        int every = (int) Math.max(1, (Math.max(width, height) + LONGEST - 1) / LONGEST);
        parameters.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, parameters);
    }

    private static Grey grey(BufferedImage image, Orientation orientation) {
        int columns = image.getWidth();
        int rows = image.getHeight();
        float[] values = image.getColorModel() instanceof ComponentColorModel model
                && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY ? bare(image) : mixed(image);
        return orientation.upright(new Grey(values, rows, columns));
    }

    /// The numbers of a picture that has no colors. Java would take them for linear light and make them brighter.
    private static float[] bare(BufferedImage image) {
        Raster raster = image.getRaster();
        int columns = image.getWidth();
        float[] values = new float[columns * image.getHeight()];
        float most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        boolean transparent = raster.getNumBands() > 1;
        for (int i = 0; i < values.length; i++) {
            float value = raster.getSampleFloat(i % columns, i / columns, 0) / most;
            float alpha = transparent ? raster.getSampleFloat(i % columns, i / columns, 1) / most : 1;
            values[i] = WHITE * (1 - alpha + alpha * value);
        }
        return values;
    }

    private static float[] mixed(BufferedImage image) {
        int columns = image.getWidth();
        int[] line = new int[columns];
        float[] values = new float[columns * image.getHeight()];
        for (int row = 0; row < image.getHeight(); row++) {
            image.getRGB(0, row, columns, 1, line, 0, columns);
            for (int column = 0; column < columns; column++) {
                int argb = line[column];
                float light = RED * (argb >> 16 & 0xff) + GREEN * (argb >> 8 & 0xff) + BLUE * (argb & 0xff);
                float alpha = (argb >>> 24) / WHITE;
                values[row * columns + column] = WHITE * (1 - alpha) + alpha * light;
            }
        }
        return values;
    }
}
