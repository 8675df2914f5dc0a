package dev.crescent.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
    private static final String IMAGES = "train-images-idx3-ubyte";
    private static final String LABELS = "train-labels-idx1-ubyte";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeFourFiles() throws IOException {
        write(IMAGES, images(5, 3, 2));
        write(LABELS, labels(0, 1, 2, 3, 1));
        write("t10k-images-idx3-ubyte", images(2, 3, 2));
        write("t10k-labels-idx1-ubyte", labels(3, 0));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static byte[] idx(int magic, int[] sizes, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * sizes.length + bytes.length).putInt(magic);
        Arrays.stream(sizes).forEach(buffer::putInt);
        return buffer.put(bytes).array();
    }

    /// Pixel number p of image number i is 10 i + p, the last one 255.
    private static byte[] images(int count, int rows, int columns) {
        byte[] pixels = new byte[count * rows * columns];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (10 * (i / (rows * columns)) + i % (rows * columns));
        }
        pixels[pixels.length - 1] = (byte) 255;
        return idx(0x803, new int[] {count, rows, columns}, pixels);
    }

    private static byte[] labels(int... labels) {
        byte[] bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            bytes[i] = (byte) labels[i];
        }
        return idx(0x801, new int[] {labels.length}, bytes);
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private Dataset load(ImageSet set, int limit, Scaling scaling) throws DataException {
        return Datasets.load(new Data(new Source.Images(set, folder.toString(), limit), 1, 0.4, scaling), List.of("x1"),
                Path.of(""));
    }

    private Dataset load() throws DataException {
        return load(ImageSet.IDX, 0, Scaling.NONE);
    }

    private void refused(String sentence) {
        assertThatThrownBy(this::load).isInstanceOf(DataException.class).hasMessage(sentence);
    }

    @Test
    void readsImagesAndLabelsOfBothParts() throws Exception {
        Dataset data = load();
        assertThat(data.inputShape()).containsExactly(1, 3, 2);
        assertThat(data.inputNames()).startsWith("pixel0", "pixel1").hasSize(6);
        assertThat(data.classNames()).containsExactly("0", "1", "2", "3");
        assertThat(data.train().count()).isEqualTo(5);
        assertThat(data.train().labels()).containsExactly(0, 1, 2, 3, 1);
        assertThat(Arrays.copyOfRange(data.train().inputs(), 24, 30)).containsExactly(40, 41, 42, 43, 44, 255);
        assertThat(data.test().labels()).containsExactly(3, 0);
        assertThat(data.plane()).isNull();
    }

    @Test
    void readsGzippedFilesWhateverTheyAreCalled() throws Exception {
        Dataset plain = load();
        byte[] images = Files.readAllBytes(folder.resolve(IMAGES));
        Files.delete(folder.resolve(IMAGES));
        write("train-images.idx3-ubyte.gz", gzipped(images));
        write(LABELS, gzipped(Files.readAllBytes(folder.resolve(LABELS))));
        assertThat(load().train().inputs()).isEqualTo(plain.train().inputs());
        assertThat(load().train().labels()).isEqualTo(plain.train().labels());
    }

    @Test
    void unitScalingBringsPixelsToOne() throws Exception {
        float[] inputs = load(ImageSet.IDX, 0, Scaling.UNIT).train().inputs();
        assertThat(inputs[0]).isZero();
        assertThat(inputs[1]).isEqualTo(1 / 255f);
        assertThat(inputs[29]).isEqualTo(1);
    }

    @Test
    void takesTheFirstTrainingImagesAlone() throws Exception {
        Dataset data = load(ImageSet.IDX, 3, Scaling.NONE);
        assertThat(data.train().labels()).containsExactly(0, 1, 2);
        assertThat(data.train().inputs()).hasSize(18);
        assertThat(data.classNames()).as("of all images").hasSize(4);
    }

    @Test
    void mnistHasTenClassesWhateverIsInTheFiles() throws Exception {
        assertThat(load(ImageSet.MNIST, 0, Scaling.NONE).classNames()).hasSize(10).endsWith("9");
        assertThat(load(ImageSet.FASHION_MNIST, 2, Scaling.NONE).classNames()).hasSize(10).endsWith("ankle boot");
    }

    @Test
    void withoutTestFilesAPartIsSplitOff() throws Exception {
        Files.delete(folder.resolve("t10k-images-idx3-ubyte"));
        Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));
        assertThat(load().train().count()).isEqualTo(3);
        assertThat(load().test().count()).isEqualTo(2);
    }

    @Test
    void namesWhatIsMissing() throws Exception {
        Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));
        refused(folder + ": has no file t10k-labels-idx1-ubyte, with or without .gz; put it there or choose another folder");
        write("t10k-labels-idx1-ubyte", labels(3, 0));
        Files.delete(folder.resolve(IMAGES));
        refused(folder + ": has no file train-images-idx3-ubyte, with or without .gz; put it there or choose another folder");
        assertThatThrownBy(() -> Datasets.load(new Data(new Source.Images(ImageSet.IDX, "nowhere", 0), 1, 0, Scaling.NONE),
                List.of(), folder)).hasMessage("data.path: there is no folder " + folder.resolve("nowhere")
                        + "; choose the one that holds the four files of idx");
    }

    @Test
    void namesEveryDamage() throws Exception {
        byte[] good = images(5, 3, 2);
        write(IMAGES, labels(1, 2));
        refused(folder.resolve(IMAGES) + ": begins with 0x00000801, not with 0x00000803 as a file of images does; it is another kind of file");
        write(IMAGES, new byte[0]);
        refused(folder.resolve(IMAGES) + ": begins with nothing, not with 0x00000803 as a file of images does; it is another kind of file");
        write(IMAGES, Arrays.copyOf(good, 9));
        refused(folder.resolve(IMAGES) + ": ends before its sizes do; get it again from where it came from");
        write(IMAGES, Arrays.copyOf(good, 16 + 2 * 6 + 5));
        refused(folder.resolve(IMAGES) + ": ends after 2 of 5 images; get it again from where it came from");
        write(IMAGES, Arrays.copyOf(good, good.length + 1));
        refused(folder.resolve(IMAGES) + ": goes on after its 5 images; get it again from where it came from");
        write(IMAGES, idx(0x803, new int[] {5, 0, 2}, new byte[0]));
        refused(folder.resolve(IMAGES) + ": its size number 2 is 0, not from 1 to 4096; get it again from where it came from");
        write(IMAGES, idx(0x803, new int[] {-1, 3, 2}, new byte[0]));
        refused(folder.resolve(IMAGES) + ": its size number 1 is 4294967295, not from 1 to 2147483647; get it again from where it came from");
        write(IMAGES, idx(0x803, new int[] {2_000_000, 4096, 4096}, new byte[0]));
        refused(folder.resolve(IMAGES) + ": announces [2000000, 4096, 4096] bytes, more than can be held at once;"
                + " set data.limit to fewer images");
    }

    @Test
    void namesDamagedGzipData() throws Exception {
        byte[] zipped = gzipped(images(5, 3, 2));
        write(IMAGES, Arrays.copyOf(zipped, zipped.length - 12));
        assertThatThrownBy(this::load).isInstanceOf(DataException.class)
                .hasMessageStartingWith(folder.resolve(IMAGES) + ": its gzip data are damaged (")
                .hasMessageEndingWith("); get it again from where it came from");
        zipped[zipped.length - 6] ^= 1;
        write(IMAGES, zipped);
        assertThatThrownBy(this::load).isInstanceOf(DataException.class)
                .hasMessageStartingWith(folder.resolve(IMAGES) + ": its gzip data are damaged (");
    }

    @Test
    void namesWhatDoesNotFitTogether() throws Exception {
        write(LABELS, labels(1, 2, 3, 0));
        refused(folder.resolve(LABELS) + ": has 4 labels for the 5 images of " + folder.resolve(IMAGES) + "; take both from the same place");
        write(LABELS, labels(0, 1, 2, 10, 1));
        assertThat(load().classNames()).hasSize(11);
        assertThatThrownBy(() -> load(ImageSet.MNIST, 0, Scaling.NONE)).hasMessage(folder.resolve(LABELS) + ": label 4 is 10,"
                + " but mnist has only the classes 0 to 9; take the files from where it is published, or choose idx");
        write("t10k-images-idx3-ubyte", images(2, 2, 2));
        refused(folder.resolve("t10k-images-idx3-ubyte") + ": its images are 2 x 2 pixels, those of the training part 3 x 2;"
                + " take both from the same place");
    }

    @Test
    void theFirstImagesAreReadWithoutATestPart() throws Exception {
        Files.delete(folder.resolve("t10k-images-idx3-ubyte"));
        Dataset first = Datasets.first(new Source.Images(ImageSet.MNIST, folder.toString(), 0), 2, Path.of(""));
        assertThat(first.train().count()).isEqualTo(2);
        assertThat(first.test().count()).isZero();
        assertThat(first.inputShape()).containsExactly(1, 3, 2);
        assertThat(first.train().raw()).startsWith(0, 1, 2, 3, 4, 5, 10);
    }

    @Test
    void imagesWithoutAPathLieInTheCacheFolder() throws Exception {
        Path cache = folder.resolve("cache");
        Source.Images mnist = new Source.Images(ImageSet.MNIST, null, 0);
        assertThatThrownBy(() -> IdxFolder.read(mnist, Path.of(""), cache)).isInstanceOf(NoImagesException.class)
                .hasMessage("data.path: names no folder, and the four files of mnist are not in "
                        + cache.resolve("mnist") + "; put them there, or name the folder that holds them");
        Path kept = Files.createDirectories(cache.resolve("mnist"));
        for (String name : List.of(IMAGES, LABELS, "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")) {
            Files.copy(folder.resolve(name), kept.resolve(name));
        }
        assertThat(IdxFolder.read(mnist, Path.of(""), cache).train().samples().count()).isEqualTo(5);
        Files.delete(kept.resolve(LABELS));
        assertThatThrownBy(() -> IdxFolder.read(mnist, Path.of(""), cache)).hasMessage(kept
                + ": has no file train-labels-idx1-ubyte, with or without .gz; put it there or choose another folder");
    }
}
