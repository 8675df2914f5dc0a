package dev.crescent.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

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
        byte[] rows = new byte[height * (width + 1)]; // a row begins with a 0: it is as it is
        for (int i = 0; i < rgb.length; i++) {
            rows[i / width * (width + 1) + 1 + i % width] = (byte) numbers[palette.index(rgb[i])];
        }
        Files.write(file, png(width, height, colors, rows));
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

    /// The JDK's writer predicts each row from its neighbors, which makes colors that are numbers larger by half.
    private static byte[] png(int width, int height, int[] colors, byte[] rows) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10});
        chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 3, 0, 0, 0}).array());
        byte[] table = new byte[3 * colors.length];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) (colors[i / 3] >> 16 - 8 * (i % 3));
        }
        chunk(png, "PLTE", table);
        chunk(png, "IDAT", deflated(rows));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] deflated(byte[] rows) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(rows);
            deflater.finish();
            byte[] room = new byte[rows.length + 1024];
            return Arrays.copyOf(room, deflater.deflate(room));
        }
    }

    private static void chunk(ByteArrayOutputStream png, String name, byte[] content) {
        byte[] kind = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(kind);
        sum.update(content);
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(kind);
        png.writeBytes(content);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
