package dev.crescent.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsTest {
    private static final ParameterLayout SMALL = ParameterLayout.of(new Model.Network(1, List.of(
            new Layer.Dense(3, Activation.TANH), new Layer.Dropout(0.1),
            new Layer.Dense(1, Activation.TANH).withBias(false))), List.of(2));

    @TempDir
    private Path folder = Path.of("");

    private static float[] numbers(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i * 0.37f - 2;
        }
        return values;
    }

    /// As NumPy writes it.
    private static byte[] npy(String type, boolean columnMajor, String shape, double... values) {
        String header = "{'descr': '" + type + "', 'fortran_order': " + (columnMajor ? "True" : "False") + ", 'shape': ("
                + shape + "), }\n";
        ByteBuffer buffer = ByteBuffer.allocate(10 + header.length() + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0)
                .putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        buffer.order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            if (type.endsWith("8")) {
                buffer.putDouble(value);
            } else {
                buffer.putFloat((float) value);
            }
        }
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    private static Map<String, byte[]> good() {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        arrays.put("2.weight", npy(">f8", false, "1, 3", 7, 8, 9));
        arrays.put("0.weight", npy("<f8", true, "3, 2", 1, 3, 5, 2, 4, 6));
        arrays.put("0.bias", npy(">f4", false, "3,", 0.5, -0.5, 0.25));
        return arrays;
    }

    private Path zipped(Map<String, byte[]> arrays) throws IOException {
        Path file = file();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private void refused(String name, byte[] array, String sentence) throws IOException {
        Map<String, byte[]> arrays = good();
        arrays.put(name, array);
        Path file = zipped(arrays);
        assertThatThrownBy(() -> Weights.read(file, SMALL)).isInstanceOf(ContentException.class).hasMessage(sentence);
    }

    private Path file() {
        return folder.resolve("w.npz");
    }

    @Test
    void everyKindOfLayerComesBackBitForBit() throws Exception {
        Layer conv = new Layer.Conv(4, 3, 1, Padding.SAME, Activation.RELU, Initializer.Standard.HE_NORMAL, true,
                Initializer.Standard.ZEROS);
        Layer maxout = new Layer.Maxout(3, 2, Activation.LINEAR, Initializer.Standard.HE_NORMAL, true,
                Initializer.Standard.ZEROS);
        ParameterLayout layout = ParameterLayout.of(new Model.Network(1, List.of(conv, new Layer.BatchNorm(), maxout,
                new Layer.Dense(2, Activation.SOFTMAX).withBias(false))), List.of(2, 3, 3));
        float[] parameters = numbers(layout.total());
        Path file = file();
        try (OutputStream out = Files.newOutputStream(file)) {
            Weights.write(out, layout, parameters);
        }
        assertThat(Weights.read(file, layout)).isEqualTo(parameters);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("0.weight.npy", "0.bias.npy", "1.weight.npy",
                    "1.bias.npy", "2.weight.npy", "2.bias.npy", "3.weight.npy", "1.running_mean.npy", "1.running_var.npy");
        }
    }

    @Test
    void theBytesAreThoseOfThePublishedFormat() throws Exception {
        byte[] bytes = new NumpyArray(List.of(3), new float[] {1, 2, -1}).bytes();
        assertThat(bytes).hasSize(128 + 12).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
        String header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
        assertThat(header).startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), } ").endsWith(" \n");
        assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(136)).isEqualTo(-1);
        assertThat(new String(new NumpyArray(List.of(2, 1), new float[2]).bytes(), StandardCharsets.ISO_8859_1))
                .contains("'shape': (2, 1), }");
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        Weights.write(first, SMALL, numbers(SMALL.total()));
        Weights.write(second, SMALL, numbers(SMALL.total()));
        assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
    }

    @Test
    void readsEitherByteOrderPrecisionLayoutAndCompression() throws Exception {
        assertThat(Weights.read(zipped(good()), SMALL)).containsExactly(1, 2, 3, 4, 5, 6, 0.5f, -0.5f, 0.25f, 7, 8, 9);
    }

    @Test
    void aStreamGivesWhatAFileGives() throws Exception {
        byte[] bytes = Files.readAllBytes(zipped(good()));
        assertThat(Weights.read(new ByteArrayInputStream(bytes), "w", SMALL)).isEqualTo(Weights.read(file(), SMALL));
        Map<String, byte[]> arrays = good();
        arrays.put("0.weight", npy("<f4", false, "2, 3", 1, 2, 3, 4, 5, 6));
        byte[] other = Files.readAllBytes(zipped(arrays));
        assertThatThrownBy(() -> Weights.read(new ByteArrayInputStream(other), "w", SMALL)).isInstanceOf(ContentException.class)
                .hasMessage("w: 0.weight (layer 1) must have the shape [3, 2], has [2, 3]; choose the weights of this network");
        arrays.put("0.weight", new byte[200_000]);
        byte[] large = Files.readAllBytes(zipped(arrays));
        assertThatThrownBy(() -> Weights.read(new ByteArrayInputStream(large), "w", SMALL))
                .hasMessage("w: 0.weight (layer 1) holds more than there is room for; choose the weights of this network");
        for (byte[] none : new byte[][] {{}, {1, 2, 3}, java.util.Arrays.copyOf(bytes, bytes.length / 4)}) {
            assertThatThrownBy(() -> Weights.read(new ByteArrayInputStream(none), "w", SMALL))
                    .isInstanceOf(ContentException.class).hasMessageStartingWith("w: ");
        }
    }

    @Test
    void namesTheLayerTheExpectedAndTheFoundShape() throws Exception {
        refused("0.weight", npy("<f4", false, "2, 3", 1, 2, 3, 4, 5, 6),
                file() + ": 0.weight (layer 1) must have the shape [3, 2], has [2, 3]; choose the weights of this network");
        refused("2.weight", npy("<f4", false, "3,", 1, 2, 3),
                file() + ": 2.weight (layer 3) must have the shape [1, 3], has [3]; choose the weights of this network");
        refused("2.weight", npy("<f4", false, "99999999999,", 1),
                file() + ": 2.weight (layer 3) has the shape (99999999999,), which is too large; choose the weights of this network");
        refused("2.bias", npy("<f4", false, "1,", 1),
                file() + ": has 2.bias, but layer 3 of this network has none; choose the weights of this network");
        Map<String, byte[]> arrays = good();
        arrays.remove("0.bias");
        Path file = zipped(arrays);
        assertThatThrownBy(() -> Weights.read(file, SMALL))
                .hasMessage(file() + ": 0.bias (layer 1) is missing, its shape is [3]; choose the weights of this network");
    }

    @Test
    void namesDamage() throws Exception {
        byte[] bias = npy("<f4", false, "3,", 1, 2, 3);
        String end = "; choose the weights of this network";
        refused("0.bias", new byte[3], file() + ": 0.bias (layer 1) is not an array of NumPy" + end);
        refused("0.bias", java.util.Arrays.copyOf(bias, 30), file() + ": 0.bias (layer 1) ends within its header" + end);
        refused("0.bias", java.util.Arrays.copyOf(bias, bias.length - 4),
                file() + ": 0.bias (layer 1) has 8 bytes for the shape [3] of <f4" + end);
        refused("0.bias", npy("<i8", false, "3,", 1, 2, 3),
                file() + ": 0.bias (layer 1) holds numbers of the type <i8; save it as float32 or float64" + end);
        refused("0.bias", npy("<f8", false, "3,", 1, -1e300, 3), file()
                + ": 0.bias (layer 1) holds -1.0E300, which is beyond the largest number of float32, 3.4e38" + end);
        refused("0.bias", npy("<f4", false, "3,", 1, Double.NaN, 3),
                file() + ": 0.bias (layer 1) holds NaN; choose weights that are numbers");
        Path text = Files.writeString(folder.resolve("t.npz"), "no zip");
        assertThatThrownBy(() -> Weights.read(text, SMALL))
                .hasMessage(text + ": is not an .npz file; choose one that Crescent or NumPy wrote");
        assertThatThrownBy(() -> Weights.read(folder.resolve("none.npz"), SMALL)).isInstanceOf(ContentException.class)
                .hasMessage(folder.resolve("none.npz") + ": there is no such file; choose another file");
    }
}
