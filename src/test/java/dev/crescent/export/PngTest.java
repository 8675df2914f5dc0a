package dev.crescent.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngTest {
    @Test
    void everyPixelComesBack() throws IOException {
        int[] pixels = {0xffff0000, 0xff00ff00, 0xff0000ff, 0xff010203, 0xfffefdfc, 0xff808080};
        BufferedImage image = written(pixels, 3, 2);
        assertThat(image.getRGB(0, 0, 3, 2, null, 0, 3)).isEqualTo(pixels);
        assertThat(image.getColorModel().hasAlpha()).isFalse();
    }

    @Test
    void transparencyIsKept() throws IOException {
        int[] pixels = {0x80ff0000, 0x00000000, 0xff0000ff, 0x01020304};
        BufferedImage image = written(pixels, 2, 2);
        assertThat(image.getRGB(0, 0, 2, 2, null, 0, 2)).isEqualTo(pixels);
    }

    /// Smooth ones, noise, and stripes, so that every kind of row occurs.
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 64})
    void rowsMayComeAFewAtATime(int atOnce) throws IOException {
        int width = 61;
        int height = 50;
        Random random = new Random(1);
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int smooth = 0x10203 * (i % width) + 0x20100 * (i / width);
            pixels[i] = i / width < 20 ? smooth : i / width < 35 ? random.nextInt() : i % 3 * 0x55aa55 | 0xff000000;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Png.write(out, width, height, true, atOnce, first -> Arrays.copyOfRange(pixels, first * width,
                Math.min(height, first + atOnce) * width));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(image.getRGB(0, 0, width, height, null, 0, width)).isEqualTo(pixels);
    }

    @Test
    void aSizeThatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> written(new int[5], 3, 2))
                .withMessage("A picture of 3 x 2 has not 5 pixels");
    }

    private static BufferedImage written(int[] pixels, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Png.write(out, pixels, width, height);
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }
}
