package dev.crescent.app;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Rectangle2D;

/// Makes parts of pictures smaller: each pixel is the mean of what it covers.
final class Shrinking {
    /// Pixels from the edge of a part.
    private static final double INSET = 7;
    private static final int STEPS = 200;

    private Shrinking() {}

    /// A part of a picture, as large as it fits into a frame and in its middle; around it is the color that its edge has most.
    ///
    /// @param argb `[height][width]` in one
    /// @param part in pixels; what is outside the picture has that color, too
    /// @return `[high][wide]` in one, 0xRRGGBB
    static int[] fit(int[] argb, int width, Rectangle2D part, int wide, int high) {
        int height = argb.length / width;
        double scale = Math.max(part.getWidth() / wide, part.getHeight() / high); // of the picture's pixels to the frame's
        double left = part.getMinX() - (wide * scale - part.getWidth()) / 2;
        double top = part.getMinY() - (high * scale - part.getHeight()) / 2;
        int around = around(argb, width, height, part);
        int[] rgb = new int[wide * high];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                rgb[y * wide + x] = mean(argb, width, part, around, left + x * scale, top + y * scale, scale);
            }
        }
        return rgb;
    }

    /// The most frequent color along a line a little within the part's edge, where there is no frame.
    private static int around(int[] argb, int width, int height, Rectangle2D part) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < STEPS; i++) {
            double across = part.getMinX() + INSET + (part.getWidth() - 2 * INSET) * i / STEPS;
            double down = part.getMinY() + INSET + (part.getHeight() - 2 * INSET) * i / STEPS;
            for (double x : new double[] {part.getMinX() + INSET, part.getMaxX() - INSET}) {
                counts.merge(argb[clamp(down, height) * width + clamp(x, width)], 1, Integer::sum);
            }
            for (double y : new double[] {part.getMinY() + INSET, part.getMaxY() - INSET}) {
                counts.merge(argb[clamp(y, height) * width + clamp(across, width)], 1, Integer::sum);
            }
        }
        return Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    private static int clamp(double at, int size) {
        return Math.clamp((long) Math.ceil(at), 0, size - 1);
    }

    private static int mean(int[] argb, int width, Rectangle2D part, int around, double left, double top, double side) {
        double[] sum = new double[3];
        double all = 0;
        for (int y = (int) Math.floor(top); y < top + side; y++) {
            double high = Math.min(y + 1, top + side) - Math.max(y, top);
            for (int x = (int) Math.floor(left); x < left + side; x++) {
                double weight = high * (Math.min(x + 1, left + side) - Math.max(x, left));
                boolean inside = part.contains(x + 0.5, y + 0.5) && x >= 0 && x < width && y >= 0 && y < argb.length / width;
                int pixel = inside ? argb[y * width + x] : around;
                for (int c = 0; c < 3; c++) {
                    sum[c] += weight * (pixel >> 8 * c & 255);
                }
                all += weight;
            }
        }
        return (int) Math.round(sum[2] / all) << 16 | (int) Math.round(sum[1] / all) << 8 | (int) Math.round(sum[0] / all);
    }
}
