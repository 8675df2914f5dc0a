package dev.crescent.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A file of unsigned bytes in the IDX format of the MNIST database, plain or gzipped:
/// `0 0 8 n`, then n sizes of four bytes, the largest byte first, then the bytes themselves.
///
/// @param name what messages call it
/// @param announced how many items it has
/// @param sizes the first is the number of items that were read
/// @param bytes `[sizes...]`
record IdxFile(String name, int announced, int[] sizes, byte[] bytes) {
    private static final int UNSIGNED_BYTE = 8;
    private static final int GZIP = 0x1f8b;
    private static final long MOST_BYTES = Integer.MAX_VALUE - 64L;

    /// How many items were read, from the first on.
    int count() {
        return sizes[0];
    }

    /// The bytes as numbers, 0 to 255.
    float[] values() {
        float[] values = new float[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes[i] & 0xff;
        }
        return values;
    }

    /// Refuses labels that are not as many as the images.
    void checkCount(IdxFile images) throws DataException {
        if (announced != images.announced) {
            throw new DataException(name + ": has " + announced + " labels for the " + images.announced + " images of "
                    + images.name + "; take both from the same place");
        }
    }

    /// Reads a file.
    ///
    /// @param dimensions how many sizes it must have: 3 for images, 1 for labels
    /// @param what one item is called in messages
    /// @param limit how many of the first items are read; 0 for all
    static IdxFile read(Path path, int dimensions, String what, int limit) throws DataException {
        String name = path.toString();
        try (InputStream in = open(path)) {
            int[] sizes = sizes(in, name, dimensions, what);
            int all = sizes[0];
            long item = 1;
            for (int i = 1; i < dimensions; i++) {
                item *= sizes[i];
            }
            sizes[0] = limit > 0 ? Math.min(limit, all) : all;
            if (item * sizes[0] > MOST_BYTES) {
                throw new DataException(name + ": announces " + Arrays.toString(sizes)
                        + " bytes, more than can be held at once; set data.limit to fewer " + what + "s");
            }
            byte[] bytes = in.readNBytes((int) (item * sizes[0]));
            if (bytes.length < item * sizes[0]) {
                throw new DataException(name + ": ends after " + bytes.length / item + " of " + all + " " + what
                        + "s; get it again from where it came from");
            }
            if (sizes[0] == all && in.read() >= 0) {
                throw new DataException(name + ": goes on after its " + all + " " + what
                        + "s; get it again from where it came from");
            }
            return new IdxFile(name, all, sizes, bytes);
        } catch (ZipException | EOFException e) {
            throw new DataException(name + ": its gzip data are damaged (" + e.getMessage()
                    + "); get it again from where it came from", e);
        } catch (IOException e) {
            throw new DataException(name + ": cannot be read (" + e.getMessage() + "); check the disk and the rights", e);
        }
    }

    private static InputStream open(Path path) throws IOException {
        InputStream plain = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        plain.mark(2);
        int first = plain.read() << 8 | plain.read();
        plain.reset();
        return first == GZIP ? new BufferedInputStream(new GZIPInputStream(plain, 1 << 16), 1 << 16) : plain;
    }

    private static int[] sizes(InputStream in, String name, int dimensions, String what) throws IOException, DataException {
        byte[] magic = in.readNBytes(4);
        byte[] wanted = {0, 0, UNSIGNED_BYTE, (byte) dimensions};
        if (!Arrays.equals(magic, wanted)) {
            throw new DataException(name + ": begins with " + hexadecimal(magic) + ", not with " + hexadecimal(wanted)
                    + " as a file of " + what + "s does; it is another kind of file");
        }
        int[] sizes = new int[dimensions];
        for (int i = 0; i < dimensions; i++) {
            byte[] size = in.readNBytes(4);
            if (size.length < 4) {
                throw new DataException(name + ": ends before its sizes do; get it again from where it came from");
            }
            sizes[i] = (size[0] & 0xff) << 24 | (size[1] & 0xff) << 16 | (size[2] & 0xff) << 8 | size[3] & 0xff;
            if (sizes[i] < 1 || i > 0 && sizes[i] > 4096) {
                throw new DataException(name + ": its size number " + (i + 1) + " is " + Integer.toUnsignedString(sizes[i])
                        + ", not from 1 to " + (i == 0 ? "2147483647" : "4096") + "; get it again from where it came from");
            }
        }
        return sizes;
    }

    private static String hexadecimal(byte[] bytes) {
        StringBuilder text = new StringBuilder("0x");
        for (byte b : bytes) {
            text.append(String.format("%02x", b));
        }
        return bytes.length == 0 ? "nothing" : text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdxFile(String itsName, int itsAnnounced, int[] itsSizes, byte[] itsBytes)
                && name.equals(itsName) && announced == itsAnnounced && Arrays.equals(sizes, itsSizes) && Arrays.equals(bytes, itsBytes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * name.hashCode() + announced) + Arrays.hashCode(sizes)) + Arrays.hashCode(bytes);
    }
}
