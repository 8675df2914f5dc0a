package dev.crescent.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {
    @TempDir
    private Path folder = Path.of("");

    private Path written(BufferedImage image, String format) throws IOException {
        Path file = folder.resolve("i." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    private static BufferedImage filled(int type, int... argb) {
        BufferedImage image = new BufferedImage(argb.length, 1, type);
        image.setRGB(0, 0, argb.length, 1, argb, 0, argb.length);
        return image;
    }

    @Test
    void colorsBecomeTheirLightAndWhatIsTransparentIsWhite() throws Exception {
        Path file = written(filled(BufferedImage.TYPE_INT_ARGB, 0xffff0000, 0xff00ff00, 0xff0000ff, 0x00000000, 0x80000000,
                0xff646464), "png");
        ImageFile.Grey grey = ImageFile.read(file);
        assertThat(grey.rows()).isEqualTo(1);
        assertThat(grey.columns()).isEqualTo(6);
        assertThat(grey.values()).containsExactly(new float[] {76.2f, 149.7f, 29.1f, 255, 127, 100}, within(0.1f));
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void greyValuesAreTakenAsTheyAre(int type) throws Exception {
        BufferedImage image = new BufferedImage(3, 2, type);
        int most = type == BufferedImage.TYPE_BYTE_GRAY ? 255 : 65535;
        image.getRaster().setSample(1, 0, 0, most / 5 * 2);
        image.getRaster().setSample(2, 1, 0, most);
        assertThat(ImageFile.read(written(image, "png")).values())
                .containsExactly(new float[] {0, 102, 0, 0, 0, 255}, within(0.1f));
    }

    @ParameterizedTest
    @CsvSource({"gif,0", "bmp,0", "jpg,3"})
    void otherFormatsAreRead(String format, float tolerance) throws Exception {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 20; y++) {
            for (int x = 20; x < 40; x++) {
                image.setRGB(x, y, 0xffffff);
            }
        }
        ImageFile.Grey grey = ImageFile.read(written(image, format));
        assertThat(grey.columns()).isEqualTo(40);
        assertThat(grey.values()[0]).isCloseTo(0, within(tolerance));
        assertThat(grey.values()[39]).isCloseTo(255, within(tolerance));
    }

    /// The picture is light above left. In which corner of the upright picture that is, the tag's number says.
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,0,1", "3,1,1", "4,1,0", "5,0,0", "6,0,1", "7,1,1", "8,1,0", "9,0,0"})
    void aPhotoIsTurnedAsItsCameraNoted(int number, int down, int right) throws Exception {
        BufferedImage image = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 16 * 16; i++) {
            image.setRGB(i % 16, i / 16, 0xffffff);
        }
        byte[] plain = Files.readAllBytes(written(image, "jpg"));
        byte[] tiff = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) number, 0, 0, 0, 0, 0, 0};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Behind the JFIF header, which Java insists on having first.
        int header = 4 + plain[5] + 256 * plain[4];
        out.write(plain, 0, header);
        out.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (2 + 6 + tiff.length)});
        out.write("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        out.write(tiff);
        out.write(plain, header, plain.length - header);
        ImageFile.Grey grey = ImageFile.read(Files.write(folder.resolve("photo.jpg"), out.toByteArray()));
        boolean turned = number >= 5 && number <= 8;
        assertThat(grey.rows()).isEqualTo(turned ? 64 : 32);
        assertThat(grey.columns()).isEqualTo(turned ? 32 : 64);
        int last = (grey.rows() - 1) * grey.columns();
        int[] corners = {0, grey.columns() - 1, last, last + grey.columns() - 1};
        for (int corner = 0; corner < 4; corner++) {
            assertThat(grey.values()[corners[corner]]).as("corner %d", corner)
                    .isCloseTo(corner == 2 * down + right ? 255 : 0, within(10f));
        }
    }

    @Test
    void aLargePictureIsReadCoarsely() throws Exception {
        ImageFile.Grey grey = ImageFile.read(written(new BufferedImage(5000, 30, BufferedImage.TYPE_INT_RGB), "png"));
        assertThat(grey.columns()).isBetween(1024, 2048);
        assertThat(grey.rows()).isEqualTo(10);
    }

    private void refused(Path file, String sentence) {
        assertThatThrownBy(() -> ImageFile.read(file)).isInstanceOf(ImageFileException.class).hasMessage(file + sentence);
    }

    @Test
    void whatIsNoPictureIsRefusedWithASentence() throws IOException {
        refused(folder.resolve("none.png"), ": there is no such file; choose another file");
        refused(folder, ": is not a file; choose a PNG, JPEG, GIF or BMP file");
        String other = ": is no picture that can be read; choose a PNG, JPEG, GIF or BMP file";
        refused(Files.writeString(folder.resolve("text.png"), "no picture"), other);
        refused(Files.createFile(folder.resolve("empty.png")), other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void damagedFilesAreReadOrRefusedWithASentence(String format) throws IOException {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 4, 0xabcdef);
        byte[] good = Files.readAllBytes(written(image, format));
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            byte[] bad = Arrays.copyOf(good, i % 2 == 0 ? good.length : random.nextInt(4, good.length));
            for (int change = 0; change < 3; change++) {
                bad[random.nextInt(3, bad.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("bad"), bad);
            try {
                ImageFile.read(file);
            } catch (ImageFileException e) {
                refused++;
                assertThat(e.getMessage()).startsWith(file + ": ").doesNotContain("null").matches("\\P{Cntrl}+");
            }
        }
        assertThat(refused).isGreaterThan(20);
    }
}
