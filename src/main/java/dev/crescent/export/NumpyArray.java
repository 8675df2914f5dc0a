package dev.crescent.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An array of floats in NumPy's format `.npy` (numpy.lib.format, versions 1 to 3).
///
/// @param shape as NumPy says it; empty for a single number
/// @param values row-major: the last index runs fastest
record NumpyArray(List<Integer> shape, float[] values) {
    /// Bytes that a file may have beside the numbers.
    static final int LARGEST_HEADER = 70_000;
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int LONGEST_SHOWN = 40;
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");

    NumpyArray {
        shape = List.copyOf(shape);
    }

    /// The bytes of a file, little-endian float32.
    byte[] bytes() {
        byte[] bytes = begun("<f4", shape, Float.BYTES * values.length);
        behind(bytes, Float.BYTES * values.length).asFloatBuffer().put(values);
        return bytes;
    }

    /// The bytes of a file, little-endian float64.
    static byte[] bytes(List<Integer> shape, double[] values) {
        byte[] bytes = begun("<f8", shape, Double.BYTES * values.length);
        behind(bytes, Double.BYTES * values.length).asDoubleBuffer().put(values);
        return bytes;
    }

    /// The last bytes, for numbers.
    private static ByteBuffer behind(byte[] bytes, int room) {
        return ByteBuffer.wrap(bytes, bytes.length - room, room).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// A file as far as its header, with room for the numbers.
    private static byte[] begun(String type, List<Integer> shape, int room) {
        String sizes = shape.stream().map(n -> n + ",").collect(Collectors.joining(" "));
        if (shape.size() > 1) {
            sizes = sizes.substring(0, sizes.length() - 1);
        }
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
        int plain = MAGIC.length + 4 + header.length() + 1;
        header += " ".repeat(-plain & ALIGNMENT - 1) + "\n";
        byte[] bytes = new byte[MAGIC.length + 4 + header.length() + room];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.ISO_8859_1));
        return bytes;
    }

    /// Reads the bytes of a file: float32 or float64 of either byte order, row- or column-major.
    ///
    /// @param wanted the shape that it must have
    /// @throws ContentException with what is wrong, for a sentence that names the array
    static NumpyArray of(byte[] bytes, List<Integer> wanted) throws ContentException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 12 || !Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC)) {
            throw new ContentException("is not an array of NumPy");
        }
        int version = bytes[MAGIC.length];
        buffer.position(MAGIC.length + 2);
        long length = version == 1 ? Short.toUnsignedInt(buffer.getShort()) : Integer.toUnsignedLong(buffer.getInt());
        if (version < 1 || version > 3 || length > buffer.remaining()) {
            throw new ContentException(version < 1 || version > 3 ? "is in NumPy's format " + version + ", which is not known"
                    : "ends within its header");
        }
        String header = new String(bytes, buffer.position(), (int) length, StandardCharsets.ISO_8859_1);
        buffer.position(buffer.position() + (int) length);
        List<Integer> shape = shape(header);
        if (!shape.equals(wanted)) {
            throw new ContentException("must have the shape " + wanted + ", has " + shown(shape.toString()));
        }
        float[] values = values(buffer.slice(), field(DESCR, header, "type"), shape);
        boolean columnMajor = field(FORTRAN, header, "order").equals("True");
        return new NumpyArray(shape, columnMajor ? rowMajor(values, shape) : values);
    }

    private static List<Integer> shape(String header) throws ContentException {
        String sizes = field(SHAPE, header, "shape");
        try {
            return Arrays.stream(sizes.split(",")).map(String::strip).filter(s -> !s.isEmpty()).map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new ContentException("has the shape (" + shown(sizes) + "), which is too large", e);
        }
    }

    /// Text of a file as a sentence can hold it, whatever it is.
    static String shown(String text) {
        String start = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
        return start.replaceAll("[^ -~]", "?");
    }

    private static String field(Pattern pattern, String header, String what) throws ContentException {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw new ContentException("does not say its " + what);
        }
        return matcher.group(1);
    }

    private static float[] values(ByteBuffer data, String type, List<Integer> shape) throws ContentException {
        data.order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        boolean twice = type.endsWith("f8");
        if (!type.matches("[<>]f[48]")) {
            throw new ContentException("holds numbers of the type " + shown(type) + "; save it as float32 or float64");
        }
        long count = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        if (count * (twice ? 8 : 4) != data.remaining()) {
            throw new ContentException("has " + data.remaining() + " bytes for the shape " + shape + " of " + type);
        }
        float[] values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = twice ? narrowed(data.getDouble()) : data.getFloat();
        }
        return values;
    }

    private static float narrowed(double value) throws ContentException {
        float narrow = (float) value;
        if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
            throw new ContentException("holds " + value + ", which is beyond the largest number of float32, 3.4e38");
        }
        return narrow;
    }

    /// From an array whose first index runs fastest.
    private static float[] rowMajor(float[] values, List<Integer> shape) {
        float[] turned = new float[values.length];
        int[] index = new int[shape.size()];
        for (int i = 0; i < turned.length; i++) {
            int from = 0;
            for (int d = shape.size() - 1; d >= 0; d--) {
                from = from * shape.get(d) + index[d];
            }
            turned[i] = values[from];
            for (int d = shape.size() - 1; d >= 0 && ++index[d] == shape.get(d); d--) {
                index[d] = 0;
            }
        }
        return turned;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumpyArray(List<Integer> sizes, float[] numbers) && shape.equals(sizes)
                && Arrays.equals(values, numbers);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }
}
