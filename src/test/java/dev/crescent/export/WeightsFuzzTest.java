package dev.crescent.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A damaged or hostile file of weights is refused in one sentence, or is none the worse for it; never anything else.
@Timeout(300) // nothing here may hang
class WeightsFuzzTest {
    private static final int COPIES = 500;
    /// Far more than the network needs, far less than a file can unpack to.
    private static final long MOST_BYTES = 4 << 20;
    private static final ParameterLayout LAYOUT = ParameterLayout.of(new Model.Network(1, List.of(
            new Layer.Dense(5, Activation.TANH), new Layer.BatchNorm(), new Layer.Dense(2, Activation.SOFTMAX))), List.of(3));

    @TempDir
    private Path folder = Path.of("");

    private static byte[] stored() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        float[] parameters = new float[LAYOUT.total()];
        Arrays.fill(parameters, 0.25f);
        Weights.write(out, LAYOUT, parameters);
        return out.toByteArray();
    }

    /// As NumPy's `savez_compressed` writes it, with float64 and column-major arrays.
    private static byte[] compressed() throws IOException {
        return zipped(new Entry("0.weight", npy("{'descr': '<f8', 'fortran_order': True, 'shape': (5, 3), }", 120)),
                new Entry("0.bias", npy("{'descr': '>f4', 'fortran_order': False, 'shape': (5,), }", 20)),
                new Entry("1.weight", npy(header("5,"), 20)), new Entry("1.bias", npy(header("5,"), 20)),
                new Entry("2.weight", npy(header("2, 5"), 40)), new Entry("2.bias", npy(header("2,"), 8)),
                new Entry("1.running_mean", npy(header("5,"), 20)), new Entry("1.running_var", npy(header("5,"), 20)));
    }

    private record Entry(String name, byte[] content) {}

    private static String header(String shape) {
        return "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }";
    }

    private static byte[] npy(String header, int size) {
        return ByteBuffer.allocate(10 + header.length() + size).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0)
                .putShort((short) header.length()).put(header.getBytes(StandardCharsets.ISO_8859_1)).array();
    }

    private static byte[] zipped(Entry... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Entry entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name() + ".npy"));
                zip.write(entry.content());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /// Reads a file whatever it holds.
    ///
    /// @return the sentence that refused it; empty if it was read
    private String read(byte[] bytes, String what) throws IOException {
        Path file = Files.write(file(), bytes);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        String sentence = "";
        try {
            for (float value : Weights.read(file, LAYOUT)) {
                assertThat(value).as(what).isFinite();
            }
        } catch (ContentException e) {
            sentence = String.valueOf(e.getMessage());
            assertThat(sentence).as(what).startsWith(file() + ": ").doesNotContain("null").matches("\\P{Cntrl}+")
                    .hasSizeLessThan(400);
        } catch (Throwable e) {
            throw new AssertionError(what + " made the reader throw " + e, e);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).as(what + ": bytes taken").isLessThan(MOST_BYTES);
        return sentence;
    }

    private Path file() {
        return folder.resolve("w.npz");
    }

    @Test
    void wholeFilesAreRead() throws IOException {
        assertThat(read(stored(), "our own file")).isEmpty();
        assertThat(read(compressed(), "NumPy's file")).isEmpty();
    }

    @Test
    void flippedBytesAreRefusedOrHarmless() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        int refused = 0;
        for (byte[] whole : List.of(stored(), compressed())) {
            for (int i = 0; i < COPIES; i++) {
                byte[] copy = whole.clone();
                for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                    copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
                }
                refused += read(copy, "flipped copy " + i).isEmpty() ? 0 : 1;
            }
        }
        assertThat(refused).isGreaterThan(COPIES);
    }

    @Test
    void overwrittenSizesAndOffsetsAreRefusedOrHarmless() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        int[] values = {0, 1, -1, 0x7fffffff, 0x80000000, 0xffff, 0x10000, 0x04034b50, 0x02014b50, 0x06054b50};
        for (byte[] whole : List.of(stored(), compressed())) {
            for (int i = 0; i < COPIES; i++) {
                ByteBuffer copy = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
                // The directory with all sizes lies at the end.
                int from = i % 2 == 0 ? 0 : Math.max(0, whole.length - 600);
                copy.putInt(from + random.nextInt(whole.length - 4 - from), values[random.nextInt(values.length)]);
                read(copy.array(), "overwritten copy " + i);
            }
        }
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] whole = compressed();
        for (int length = 0; length < whole.length; length++) {
            assertThat(read(Arrays.copyOf(whole, length), length + " bytes")).isNotEmpty();
        }
    }

    @Test
    void splicesOfTwoFilesAreRefusedOrHarmless() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        byte[] one = stored();
        byte[] other = compressed();
        for (int i = 0; i < COPIES; i++) {
            byte[] copy = Arrays.copyOf(one, one.length);
            int length = random.nextInt(Math.min(one.length, other.length) / 2);
            System.arraycopy(other, random.nextInt(other.length - length), copy, random.nextInt(copy.length - length), length);
            read(copy, "splice " + i);
        }
    }

    @Test
    void hostileHeadersAreRefused() throws IOException {
        for (String shape : new String[] {"99999999999, 3", "2147483647, 2147483647", "65536, 65536, 65536", "-5, 3", "0,",
            "", ",", "5 3", "3, 5", "5, 3, ".repeat(2000), "9".repeat(5000), "+5, 3", "0x5, 3"}) {
            Entry entry = new Entry("0.weight", npy(header(shape), 60));
            assertThat(read(zipped(entry), "shape (" + shape + ")")).isNotEmpty();
        }
        for (String type : new String[] {"<f2", "<i4", "|O", "f4", "<f4\n\u0007", "<f" + "8".repeat(5000), "\u0000", "<c8"}) {
            Entry entry = new Entry("0.weight", npy(header("5, 3").replace("<f4", type), 60));
            assertThat(read(zipped(entry), "type " + type)).isNotEmpty();
        }
        assertThat(read(zipped(new Entry("0.weight", npy("{" + "'descr' ".repeat(8000), 60))), "no header")).isNotEmpty();
        assertThat(read(zipped(new Entry("0.weight", new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, -1})),
                "header of 4 GB")).isNotEmpty();
    }

    @Test
    void layersThatNoNetworkHasAreRefused() throws IOException {
        for (String layer : new String[] {"99999999999", "2147483648", "9".repeat(3000), "007", "\u0664"}) {
            read(appended(layer + ".bias.npy"), "layer " + layer);
        }
        assertThat(read(appended("99999999999.bias.npy"), "layer 99999999999"))
                .isEqualTo(file() + ": has 99999999999.bias, but this network has no such layer; choose the weights of this network");
    }

    /// A whole file with one more entry.
    private static byte[] appended(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out);
                ZipInputStream from = new ZipInputStream(
                        new ByteArrayInputStream(compressed()))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(from.readAllBytes());
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    @Test
    void aFileThatUnpacksToMuchIsRefusedWithoutUnpackingIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("0.weight.npy"));
            zip.write(npy(header("5, 3"), 0));
            unpackedTo(zip, 200 << 20);
            zip.closeEntry();
        }
        assertThat(out.size()).isLessThan(1 << 20);
        assertThat(read(out.toByteArray(), "a bomb")).startsWith(file() + ": 0.weight (layer 1) ");
    }

    private static void unpackedTo(OutputStream out, int size) throws IOException {
        byte[] zeros = new byte[1 << 20];
        for (int written = 0; written < size; written += zeros.length) {
            out.write(zeros);
        }
    }

    @Test
    void whatIsNoFileIsRefused() throws Exception {
        assertThat(catchThrowable(() -> Weights.read(folder, LAYOUT)))
                .isInstanceOf(ContentException.class).hasMessageEndingWith(": is not a file; choose an .npz file");
    }
}
