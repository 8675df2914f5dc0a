package dev.crescent.export;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Writes small PNG files: with at most 128 colors. The palette of the program's films chooses 255, of which those two become
/// one, again and again, for which that changes the picture least (after Ward 1963).
public final class IndexedPng {
    private static final int MOST = 128;

    private IndexedPng() {}

    /// A color, in red, green and blue, and how much it counts for.
    private record Swatch(double[] rgb, double weight) {
        static Swatch of(int color, long count) {
            return new Swatch(new double[] {color >> 16 & 255, color >> 8 & 255, color & 255}, Math.sqrt(count));
        }

        double distance(Swatch other) {
            double squares = 0;
            for (int c = 0; c < 3; c++) {
                squares += (rgb[c] - other.rgb[c]) * (rgb[c] - other.rgb[c]);
            }
            return squares;
        }

        /// What it costs to paint both in their mean.
        double cost(Swatch other) {
            return weight * other.weight / (weight + other.weight) * distance(other);
        }

        Swatch with(Swatch other) {
            double[] mean = new double[3];
            for (int c = 0; c < 3; c++) {
                mean[c] = (weight * rgb[c] + other.weight * other.rgb[c]) / (weight + other.weight);
            }
            return new Swatch(mean, weight + other.weight);
        }

        int color() {
            return (int) Math.round(rgb[0]) << 16 | (int) Math.round(rgb[1]) << 8 | (int) Math.round(rgb[2]);
        }
    }

    /// @param rgb `[height][width]` in one, 0xRRGGBB each
    public static void write(Path file, int[] rgb, int width, int height) throws IOException {
        GifPalette.Sampler sampler = new GifPalette.Sampler();
        sampler.add(rgb);
        GifPalette palette = sampler.palette();
        long[] counts = new long[palette.colors().length];
        for (int pixel : rgb) {
            counts[palette.index(pixel)]++;
        }
        List<Swatch> swatches = fewer(palette.colors(), counts);
        int[] colors = swatches.stream().mapToInt(Swatch::color).toArray();
        int[] numbers = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            numbers[i] = nearest(swatches, Swatch.of(palette.colors()[i], 1));
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, colors.length, colors, 0, false, -1, 0));
        for (int i = 0; i < rgb.length; i++) {
            image.getRaster().setSample(i % width, i / width, 0, numbers[palette.index(rgb[i])]);
        }
        write(file, image);
    }

    private static List<Swatch> fewer(int[] colors, long[] counts) {
        List<Swatch> swatches = new ArrayList<>();
        for (int i = 0; i < colors.length; i++) {
            if (counts[i] > 0) {
                swatches.add(Swatch.of(colors[i], counts[i]));
            }
        }
        while (swatches.size() > MOST) {
            int first = 0;
            int second = 1;
            for (int i = 0; i < swatches.size(); i++) {
                for (int j = i + 1; j < swatches.size(); j++) {
                    if (swatches.get(i).cost(swatches.get(j)) < swatches.get(first).cost(swatches.get(second))) {
                        first = i;
                        second = j;
                    }
                }
            }
            swatches.set(first, swatches.get(first).with(swatches.remove(second)));
        }
        return swatches;
    }

    private static int nearest(List<Swatch> swatches, Swatch color) {
        int best = 0;
        for (int i = 1; i < swatches.size(); i++) {
            best = swatches.get(i).distance(color) < swatches.get(best).distance(color) ? i : best;
        }
        return best;
    }

    private static void write(Path file, BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam wish = writer.getDefaultWriteParam();
        wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        wish.setCompressionQuality(0); // as small as it gets
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), wish);
        } finally {
            writer.dispose();
        }
    }
}
