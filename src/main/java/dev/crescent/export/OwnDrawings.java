package dev.crescent.export;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The user's own drawings, labeled: kept in one file, a zip of two IDX files, which can be taken out as a folder of images
/// that every reader of MNIST reads.
///
/// @param all in the order in which they were kept
public record OwnDrawings(List<Drawn> all) {
    /// None yet.
    public static final OwnDrawings NONE = new OwnDrawings(List.of());
    /// So many are kept at most.
    public static final int MOST = 10_000;
    /// Rows and columns of a drawing.
    public static final int SIDE = 28;

    private static final String IMAGES = "train-images-idx3-ubyte";
    private static final String LABELS = "train-labels-idx1-ubyte";
    /// IDX of bytes in three dimensions, and in one.
    private static final int IMAGES_MAGIC = 0x803;
    private static final int LABELS_MAGIC = 0x801;

    /// One drawing. Nobody writes into its pixels.
    ///
    /// @param pixels `[28][28]`, 0 (paper) to 255 (ink)
    /// @param label its class, 0 to 255
    public record Drawn(byte[] pixels, int label) {
        public Drawn {
            if (pixels.length != SIDE * SIDE || label < 0 || label > 255) {
                throw new IllegalArgumentException("A drawing has 28 x 28 pixels and a class, not " + pixels.length
                        + " and " + label + ".");
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Drawn(byte[] ink, int named) && label == named && Arrays.equals(pixels, ink);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(pixels) + label;
        }
    }

    public OwnDrawings {
        all = List.copyOf(all);
    }

    /// With one more, without the first if there are too many.
    public OwnDrawings with(Drawn drawing) {
        List<Drawn> more = new ArrayList<>(all);
        more.add(drawing);
        return new OwnDrawings(more.subList(Math.max(0, more.size() - MOST), more.size()));
    }

    /// Without one.
    public OwnDrawings without(int index) {
        List<Drawn> fewer = new ArrayList<>(all);
        fewer.remove(index);
        return new OwnDrawings(fewer);
    }

    /// These with what somebody else has changed meanwhile: drawings are added after the last, and taken away wherever they
    /// are.
    ///
    /// @param before what was changed
    /// @param after what it became
    public OwnDrawings changed(OwnDrawings before, OwnDrawings after) {
        List<Drawn> gone = new ArrayList<>(before.all);
        after.all.forEach(gone::remove);
        List<Drawn> come = new ArrayList<>(after.all);
        before.all.forEach(come::remove);
        List<Drawn> merged = new ArrayList<>(all);
        gone.forEach(merged::remove);
        merged.addAll(come);
        return new OwnDrawings(merged.subList(Math.max(0, merged.size() - MOST), merged.size()));
    }

    /// What a file holds; [#NONE] if there is no such file.
    ///
    /// @throws IOException with a sentence that names the file, if it is no such file or damaged
    public static OwnDrawings read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        try (ZipFile zip = new ZipFile(file.toFile());
                DataInputStream images = entry(zip, IMAGES);
                DataInputStream labels = entry(zip, LABELS)) {
            int count = header(images, IMAGES_MAGIC);
            int rows = images.readInt();
            int columns = images.readInt();
            if (rows != SIDE || columns != SIDE || header(labels, LABELS_MAGIC) != count) {
                throw new ZipException();
            }
            List<Drawn> read = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                byte[] pixels = new byte[SIDE * SIDE];
                images.readFully(pixels);
                read.add(new Drawn(pixels, labels.readUnsignedByte()));
            }
            return new OwnDrawings(read);
        } catch (ZipException | EOFException e) {
            throw new IOException(file + ": is damaged, no drawings can be read from it; move it away to begin anew", e);
        } catch (IOException e) {
            throw new IOException(file + ": cannot be read (" + e.getMessage() + "); check that it may be", e);
        }
    }

    private static DataInputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ZipException();
        }
        InputStream in = zip.getInputStream(entry);
        return new DataInputStream(in);
    }

    private static int header(DataInputStream in, int magic) throws IOException {
        if (in.readInt() != magic) {
            throw new ZipException();
        }
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new ZipException();
        }
        return count;
    }

    /// Writes them to one file, whole or not at all.
    public void write(Path file) throws IOException {
        WholeFile.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.putNextEntry(new ZipEntry(IMAGES));
            zip.write(images());
            zip.putNextEntry(new ZipEntry(LABELS));
            zip.write(labels());
            zip.finish();
        });
    }

    /// Writes them to a folder as two IDX files, the labels last.
    ///
    /// @throws IOException if the folder does not take them, or holds images already: those would be lost
    public void export(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : List.of(IMAGES, LABELS)) {
            if (Files.exists(folder.resolve(name))) {
                throw new IOException("there is a file " + name + " already");
            }
        }
        WholeFile.write(folder.resolve(IMAGES), out -> out.write(images()));
        WholeFile.write(folder.resolve(LABELS), out -> out.write(labels()));
    }

    private byte[] images() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(IMAGES_MAGIC);
        out.writeInt(all.size());
        out.writeInt(SIDE);
        out.writeInt(SIDE);
        for (Drawn drawn : all) {
            out.write(drawn.pixels());
        }
        return bytes.toByteArray();
    }

    private byte[] labels() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(LABELS_MAGIC);
        out.writeInt(all.size());
        for (Drawn drawn : all) {
            out.writeByte(drawn.label());
        }
        return bytes.toByteArray();
    }
}
