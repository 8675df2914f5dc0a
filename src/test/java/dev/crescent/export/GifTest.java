package dev.crescent.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;

class GifTest {
    private static final int SIZE = 64;

    /// What a viewer shows of each frame, and how long, in hundredths of a second.
    private record Shown(List<int[]> frames, List<String> delays) {}

    @Test
    void aViewerSeesEveryFrameAsItWas() throws IOException {
        IntFunction<int[]> frame = i -> square(8 * i);
        Shown shown = shown(written(frame, 5));
        assertThat(shown.frames).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(shown.frames.get(i)).isEqualTo(square(8 * i));
        }
    }

    @Test
    void theLastFrameStaysLongerAndTheAnimationLoops() throws IOException {
        byte[] file = written(i -> square(i), 3);
        assertThat(shown(file).delays).containsExactly("8", "8", "200");
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("NETSCAPE2.0\u0003\u0001\u0000\u0000\u0000");
    }

    @Test
    void aSmoothRampStaysSmooth() throws IOException {
        int[] ramp = new int[SIZE * SIZE];
        for (int i = 0; i < ramp.length; i++) {
            double t = (double) i / ramp.length;
            ramp[i] = 0xff000000 | (int) (0xf5 - 0x65 * t) << 16 | (int) (0xb5 + 10 * t) << 8 | (int) (0x83 + 0x6d * t);
        }
        int[] shown = shown(written(i -> ramp, 1)).frames.getFirst();
        for (int i = 0; i < ramp.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                assertThat((shown[i] >> shift & 0xff) - (ramp[i] >> shift & 0xff)).isBetween(-4, 4);
            }
        }
    }

    @Test
    void manyColorsDoNotTakeAwayAThinLinesColor() throws IOException {
        int[] picture = new int[SIZE * SIZE];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = 0xff000000 | (i % SIZE * 2) << 8 | i / SIZE * 2;
        }
        for (int i = 0; i < SIZE; i++) {
            picture[i * SIZE + 10] = 0xffd9640d;
        }
        int[] shown = shown(written(i -> picture, 1)).frames.getFirst();
        int line = shown[20 * SIZE + 10];
        assertThat((line >> 16 & 0xff) - 0xd9).isBetween(-6, 6);
        assertThat((line >> 8 & 0xff) - 0x64).isBetween(-6, 6);
    }

    /// 256 colors of 16 pixels each and 10 of one pixel, which are farther apart from each other: weighed by their
    /// pixels alone, the ten would be the first to be taken together.
    @Test
    void aFewSinglePixelsKeepTheirColors() throws IOException {
        int[] picture = new int[SIZE * SIZE];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = 0xff000000 | (i % 32 * 8) << 16 | (i / 32 % 8 * 32) << 8;
        }
        for (int i = 0; i < 10; i++) {
            picture[400 * i] = 0xff0080ff | (24 * i) << 16;
        }
        int[] shown = shown(written(i -> picture, 1)).frames.getFirst();
        for (int i = 0; i < 10; i++) {
            assertThat((shown[400 * i] >> 16 & 0xff) - 24 * i).isBetween(-4, 4);
        }
    }

    @Test
    void whatStandsStillCostsLittle() throws IOException {
        int[] noise = new SplittableRandom(3).ints(SIZE * SIZE).map(v -> v | 0xff000000).toArray();
        int one = written(i -> noise, 1).length;
        int many = written(i -> noise, 20).length;
        assertThat(many - one).isLessThan(one);
    }

    private static int[] square(int at) {
        int[] pixels = new int[SIZE * SIZE];
        Arrays.fill(pixels, 0xffffffff);
        for (int i = 0; i < 16 * 16; i++) {
            int x = at + i % 16;
            pixels[(10 + i / 16) * SIZE + x] = 0xff1f6fd0;
        }
        return pixels;
    }

    private static byte[] written(IntFunction<int[]> frame, int count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Gif.write(out, SIZE, SIZE, count, frame, 80, 2000);
        return out.toByteArray();
    }

    private static Shown shown(byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(file)));
        BufferedImage screen = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = screen.createGraphics();
        Shown shown = new Shown(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < reader.getNumImages(true); i++) {
            g.drawImage(reader.read(i), 0, 0, null);
            shown.frames.add(screen.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE));
            IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
            IIOMetadataNode control = (IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0);
            shown.delays.add(control.getAttribute("delayTime"));
        }
        g.dispose();
        reader.dispose();
        return shown;
    }
}
