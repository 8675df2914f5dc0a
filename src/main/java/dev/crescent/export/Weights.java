package dev.crescent.export;

import dev.crescent.engine.ParameterLayout;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A network's parameters as NumPy's `.npz`: for layer number i of `model.layers`, counted from 0, `i.weight` and
/// `i.bias` with PyTorch's shapes, and `i.running_mean` and `i.running_var` of batch normalization.
public final class Weights {
    private static final String EXTENSION = ".npy";
    private static final Pattern OTHERS = Pattern.compile("[0-9]+\\.(weight|bias)\\.npy");
    /// Of a number that an `int` surely holds.
    private static final int MOST_DIGITS = 9;
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Weights() {}

    /// One array and where its numbers lie among the parameters.
    private record Place(String name, int layer, List<Integer> shape, int offset, int count) {}

    private static List<Place> places(ParameterLayout layout) {
        List<Place> places = new ArrayList<>();
        for (ParameterLayout.Slice slice : layout.slices()) {
            int layer = slice.layer();
            places.add(new Place(layer + ".weight", layer, slice.weightShape(), slice.weightOffset(), slice.weightCount()));
            if (slice.biasCount() > 0) {
                places.add(new Place(layer + ".bias", layer, List.of(slice.biasCount()), slice.biasOffset(),
                        slice.biasCount()));
            }
        }
        for (ParameterLayout.Statistics s : layout.statistics()) {
            List<Integer> shape = List.of(s.channels());
            places.add(new Place(s.layer() + ".running_mean", s.layer(), shape, s.meanOffset(), s.channels()));
            places.add(new Place(s.layer() + ".running_var", s.layer(), shape, s.varianceOffset(), s.channels()));
        }
        return places;
    }

    /// An array that a file has beside the parameters; whoever reads those passes it over.
    ///
    /// @param name neither a number nor anything with a point
    /// @param floats its numbers, or `doubles`; the other one is empty
    public record Extra(String name, List<Integer> shape, float[] floats, double[] doubles) {
        private byte[] bytes() {
            return doubles.length > 0 ? NumpyArray.bytes(shape, doubles) : new NumpyArray(shape, floats).bytes();
        }
    }

    /// Writes parameters; the same ones always give the same bytes.
    ///
    /// @param parameters `[layout.total()]`
    public static void write(OutputStream out, ParameterLayout layout, float[] parameters) throws IOException {
        write(out, layout, parameters, List.of());
    }

    /// Likewise with more arrays.
    public static void write(OutputStream out, ParameterLayout layout, float[] parameters, List<Extra> extras)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        write(zip, layout, parameters);
        for (Extra extra : extras) {
            store(zip, extra.name + EXTENSION, extra.bytes());
        }
        zip.finish();
    }

    /// Likewise, as entries of an archive.
    static void write(ZipOutputStream zip, ParameterLayout layout, float[] parameters) throws IOException {
        for (Place place : places(layout)) {
            float[] values = Arrays.copyOfRange(parameters, place.offset(), place.offset() + place.count());
            store(zip, place.name() + EXTENSION, new NumpyArray(place.shape(), values).bytes());
        }
    }

    /// Writes an entry as it is, which costs no time, and whose bytes follow from its content alone.
    static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(EPOCH);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /// Reads parameters for a network.
    ///
    /// @return `[layout.total()]`
    /// @throws ContentException if the file cannot be read or belongs to another network
    public static float[] read(Path file, ParameterLayout layout) throws ContentException {
        String name = file.toString();
        if (!Files.exists(file)) {
            throw new ContentException(name + ": there is no such file; choose another file");
        }
        if (!Files.isRegularFile(file)) {
            throw new ContentException(name + ": is not a file; choose an .npz file");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return read(new ZipContent(zip), name, layout);
        } catch (ZipException | EOFException e) {
            throw notNpz(name, e);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /// Likewise, from an archive that holds other entries, too.
    ///
    /// @param name what messages call it
    static float[] read(ZipContent content, String name, ParameterLayout layout) throws ContentException {
        return parameters(new InFile(content), name, layout);
    }

    /// Likewise, from a stream that is read to its end and not closed.
    ///
    /// @param name what messages call it
    public static float[] read(InputStream in, String name, ParameterLayout layout) throws ContentException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try {
            ZipInputStream zip = new ZipInputStream(in);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (ZipException | EOFException e) {
            throw notNpz(name, e);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
        if (entries.isEmpty()) {
            throw notNpz(name, new ZipException("no entries"));
        }
        return parameters(new InMemory(entries), name, layout);
    }

    private static ContentException notNpz(String name, IOException e) {
        return new ContentException(name + ": is not an .npz file; choose one that Crescent or NumPy wrote", e);
    }

    private static ContentException unreadable(String name, IOException e) {
        return new ContentException(name + ": cannot be read (" + e.getMessage() + "); choose another file", e);
    }

    private static float[] parameters(Archive archive, String name, ParameterLayout layout) throws ContentException {
        float[] parameters = new float[layout.total()];
        NavigableSet<String> left = new TreeSet<>();
        archive.names().filter(OTHERS.asMatchPredicate()).forEach(left::add);
        for (Place place : places(layout)) {
            left.remove(place.name() + EXTENSION);
            float[] values = array(archive, name, place).values();
            System.arraycopy(values, 0, parameters, place.offset(), place.count());
        }
        if (!left.isEmpty()) {
            String first = left.first().substring(0, left.first().length() - EXTENSION.length());
            throw new ContentException(name + ": has " + NumpyArray.shown(first) + ", but " + layerOf(first)
                    + "; choose the weights of this network");
        }
        return parameters;
    }

    private static String layerOf(String array) {
        String number = array.substring(0, array.indexOf('.'));
        return number.length() > MOST_DIGITS ? "this network has no such layer"
                : "layer " + (Integer.parseInt(number) + 1) + " of this network has none";
    }

    private static NumpyArray array(Archive archive, String file, Place place) throws ContentException {
        String where = file + ": " + place.name() + " (layer " + (place.layer() + 1) + ")";
        String entry = place.name() + EXTENSION;
        if (archive.names().noneMatch(entry::equals)) {
            throw new ContentException(where + " is missing, its shape is " + place.shape()
                    + "; choose the weights of this network");
        }
        NumpyArray array;
        try {
            array = NumpyArray.of(archive.bytes(entry, 8L * place.count() + NumpyArray.LARGEST_HEADER), place.shape());
        } catch (ContentException e) {
            throw new ContentException(where + " " + e.getMessage() + "; choose the weights of this network", e);
        }
        for (float value : array.values()) {
            if (!Float.isFinite(value)) {
                throw new ContentException(where + " holds " + value + "; choose weights that are numbers");
            }
        }
        return array;
    }

    /// What an `.npz` file is inside.
    private interface Archive {
        Stream<String> names();

        /// An entry's content, whole.
        ///
        /// @param most what could fit: a small file may unpack to anything
        byte[] bytes(String name, long most) throws ContentException;
    }

    private record InFile(ZipContent content) implements Archive {
        @Override
        public Stream<String> names() {
            return content.names();
        }

        @Override
        public byte[] bytes(String name, long most) throws ContentException {
            return content.bytes(name, most);
        }
    }

    /// Checksums are right: whoever unpacked it has compared them.
    private record InMemory(Map<String, byte[]> entries) implements Archive {
        @Override
        public Stream<String> names() {
            return entries.keySet().stream();
        }

        @Override
        public byte[] bytes(String name, long most) throws ContentException {
            byte[] bytes = entries.getOrDefault(name, new byte[0]);
            if (bytes.length > most) {
                throw new ContentException("holds more than there is room for");
            }
            return bytes;
        }
    }
}
