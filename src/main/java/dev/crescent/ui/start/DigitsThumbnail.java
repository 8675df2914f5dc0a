package dev.crescent.ui.start;

import dev.crescent.data.digits.Centering;
import dev.crescent.data.digits.SyntheticDigits;
import dev.crescent.ui.theme.Palette;
import java.util.Arrays;

/// A contact sheet of digits as Crescent draws them for training. Its moments are the next sheets of the same row.
public final class DigitsThumbnail implements Thumbnail {
    private static final int MOMENTS = 9;
    private static final int SIDE = Centering.SIDE;
    /// Of an image's side: the edge that digits leave free, without which they stand closer.
    private static final double FREE = 0.05;

    private final int columns;
    private final int rows;
    private final SyntheticDigits digits;
    private final float[][] drawn = new float[MOMENTS][]; // [moment][digit * pixels], made when it is wanted first

    /// @param seed of the digits
    public DigitsThumbnail(int columns, int rows, long seed) {
        this.columns = columns;
        this.rows = rows;
        this.digits = new SyntheticDigits(seed, SyntheticDigits.Part.TRAINING);
    }

    @Override
    public int moments() {
        return MOMENTS;
    }

    @Override
    public synchronized int[] paint(int moment, Palette palette, int width, int height, double density) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, palette.inkArgb(0));
        float[] images = images(moment);
        double cell = Math.min((double) width / columns, (double) height / rows);
        double left = (width - columns * cell) / 2;
        double top = (height - rows * cell) / 2;
        for (int y = 0; y < height; y++) {
            int row = (int) Math.floor((y + 0.5 - top) / cell);
            for (int x = 0; x < width; x++) {
                int column = (int) Math.floor((x + 0.5 - left) / cell);
                if (row >= 0 && row < rows && column >= 0 && column < columns) {
                    double down = (y + 0.5 - top) / cell - row;
                    double right = (x + 0.5 - left) / cell - column;
                    pixels[y * width + x] = palette.inkArgb(ink(images, row * columns + column, down, right) / 255);
                }
            }
        }
        return pixels;
    }

    /// An image's ink between its pixels.
    ///
    /// @param down from 0 at the top to 1
    /// @param right from 0 at the left to 1
    private static double ink(float[] images, int image, double down, double right) {
        double y = (FREE + (1 - 2 * FREE) * down) * SIDE - 0.5;
        double x = (FREE + (1 - 2 * FREE) * right) * SIDE - 0.5;
        int row = Math.clamp((int) y, 0, SIDE - 2);
        int column = Math.clamp((int) x, 0, SIDE - 2);
        int at = image * SIDE * SIDE + row * SIDE + column;
        double across = x - column;
        double upper = images[at] + across * (images[at + 1] - images[at]);
        double lower = images[at + SIDE] + across * (images[at + SIDE + 1] - images[at + SIDE]);
        return upper + (y - row) * (lower - upper);
    }

    /// The last sheet has the row's first digits, so that the one that stays is not drawn after all others.
    private float[] images(int moment) {
        float[] known = drawn[moment];
        if (known == null) {
            int count = columns * rows;
            known = new float[count * SIDE * SIDE];
            long first = (moment + 1L) % MOMENTS * count;
            for (int i = 0; i < count; i++) {
                digits.draw(first + i, known, i * SIDE * SIDE);
            }
            drawn[moment] = known;
        }
        return known;
    }
}
