package dev.crescent.export;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Pictures as PNG, written row by row: <https://www.w3.org/TR/png/>.
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int CHUNK = 1 << 16;
    private static final int RGB = 2;
    private static final int RGBA = 6;

    private Png() {}

    /// Rows of a picture.
    @FunctionalInterface
    public interface Rows {
        /// Some rows, as many as were agreed or what is left.
        ///
        /// @return ARGB, row-major, not premultiplied
        int[] from(int firstRow) throws IOException;
    }

    /// Writes a picture; without an alpha channel if every pixel is opaque.
    ///
    /// @param argb `[height * width]`, row-major, not premultiplied
    /// @throws IllegalArgumentException if there are not as many pixels as the size says
    /// @throws IOException if the stream does not take it
    public static void write(OutputStream out, int[] argb, int width, int height) throws IOException {
        check(argb, width, height);
        write(out, width, height, Arrays.stream(argb).anyMatch(pixel -> pixel >>> 24 != 0xff), height, first -> argb);
    }

    /// Writes a picture of which not all needs to be there at once.
    ///
    /// @param alpha whether pixels may be transparent
    /// @param atOnce how many rows are asked for at a time
    /// @throws IOException if the stream does not take it
    public static void write(OutputStream out, int width, int height, boolean alpha, int atOnce, Rows rows) throws IOException {
        out.write(SIGNATURE);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(head);
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, (byte) (alpha ? RGBA : RGB), 0, 0, 0});
        chunk(out, "IHDR", head.toByteArray(), head.size());
        Deflater deflater = new Deflater();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(new Chunks(out), deflater, CHUNK)) {
            Filters filters = new Filters(width, alpha ? 4 : 3);
            for (int first = 0; first < height; first += atOnce) {
                int[] pixels = rows.from(first);
                for (int row = 0; row < Math.min(atOnce, height - first); row++) {
                    packed.write(filters.next(pixels, row * width));
                }
            }
        } finally {
            deflater.end();
        }
        chunk(out, "IEND", new byte[0], 0);
        out.flush();
    }

    private static void chunk(OutputStream out, String type, byte[] content, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content, 0, length);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(length);
        data.write(name);
        data.write(content, 0, length);
        data.writeInt((int) sum.getValue());
        data.flush();
    }

    /// Turns what is written into chunks of image data; leaves the stream below open.
    private static final class Chunks extends OutputStream {
        private final OutputStream out;
        private final byte[] content = new byte[CHUNK];
        private int length;

        Chunks(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            int at = offset;
            while (at < offset + count) {
                int some = Math.min(offset + count - at, content.length - length);
                System.arraycopy(bytes, at, content, length, some);
                length += some;
                at += some;
                if (length == content.length) {
                    send();
                }
            }
        }

        private void send() throws IOException {
            chunk(out, "IDAT", content, length);
            length = 0;
        }

        @Override
        public void close() throws IOException {
            if (length > 0) {
                send();
            }
        }
    }

    /// Rows as differences to what is left of or above them, whichever leaves the smallest numbers.
    private static final class Filters {
        private static final int KINDS = 3; // none, sub, up

        private final int channels;
        private final byte[][] tried;
        private byte[] row;
        private byte[] above;

        Filters(int width, int channels) {
            this.channels = channels;
            row = new byte[width * channels];
            above = new byte[width * channels];
            tried = new byte[KINDS][1 + width * channels];
        }

        byte[] next(int[] argb, int offset) {
            byte[] freed = above;
            above = row;
            row = freed;
            for (int x = 0, at = 0; at < row.length; x++) {
                int pixel = argb[offset + x];
                row[at++] = (byte) (pixel >> 16);
                row[at++] = (byte) (pixel >> 8);
                row[at++] = (byte) pixel;
                if (channels == 4) {
                    row[at++] = (byte) (pixel >>> 24);
                }
            }
            byte[] best = tried[0];
            long least = Long.MAX_VALUE;
            for (int kind = 0; kind < KINDS; kind++) {
                long size = filter(kind);
                if (size < least) {
                    least = size;
                    best = tried[kind];
                }
            }
            return best;
        }

        private long filter(int kind) {
            byte[] to = tried[kind];
            to[0] = (byte) kind;
            long size = 0;
            for (int i = 0; i < row.length; i++) {
                int before = kind == 0 ? 0 : kind == 2 ? above[i] : i < channels ? 0 : row[i - channels];
                to[i + 1] = (byte) (row[i] - before);
                size += Math.abs(to[i + 1]);
            }
            return size;
        }
    }

    static void check(int[] argb, int width, int height) {
        if (width < 1 || height < 1 || argb.length != width * height) {
            throw new IllegalArgumentException("A picture of " + width + " x " + height + " has not "
                    + argb.length + " pixels");
        }
    }
}
