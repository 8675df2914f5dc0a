package dev.crescent.data.digits;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// Draws a sheet of 10 x 30 digits, a row for each class, and measures how long 30,000 take on one processor. Not a test:
/// run it by hand, with the PNG's name for an argument.
final class DigitSheet {
    private static final int COLUMNS = 30;
    private static final int ZOOM = 2;
    private static final int MANY = 30_000;
    private static final long SEED = 1;

    private DigitSheet() {}

    public static void main(String[] arguments) throws IOException {
        ImageIO.write(sheet(), "png", Path.of(arguments[0]).toFile());
        float[] image = new float[SyntheticDigits.PIXELS];
        for (int round = 0; round < 5; round++) {
            SyntheticDigits digits = new SyntheticDigits(round, SyntheticDigits.Part.TRAINING);
            long start = System.nanoTime();
            for (int i = 0; i < MANY; i++) {
                digits.draw(i, image, 0);
            }
            System.out.printf("%d digits: %.2f s%n", MANY, (System.nanoTime() - start) / 1e9);
        }
    }

    private static BufferedImage sheet() {
        int side = Centering.SIDE * ZOOM;
        var sheet = new BufferedImage(COLUMNS * side, SyntheticDigits.CLASSES * side, BufferedImage.TYPE_BYTE_GRAY);
        SyntheticDigits digits = new SyntheticDigits(SEED, SyntheticDigits.Part.TRAINING);
        int[] drawn = new int[SyntheticDigits.CLASSES];
        for (int place = 0; place < COLUMNS * SyntheticDigits.CLASSES; place++) {
            float[] image = new float[SyntheticDigits.PIXELS];
            digits.draw(place, image, 0);
            int digit = digits.label(place);
            paint(image, sheet, drawn[digit]++ * side, digit * side);
        }
        return sheet;
    }

    private static void paint(float[] image, BufferedImage sheet, int left, int top) {
        for (int y = 0; y < Centering.SIDE * ZOOM; y++) {
            for (int x = 0; x < Centering.SIDE * ZOOM; x++) {
                float ink = image[y / ZOOM * Centering.SIDE + x / ZOOM];
                sheet.getRaster().setSample(left + x, top + y, 0, (int) ink);
            }
        }
    }
}
