package dev.crescent.export.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A message in protocol buffers' wire format (https://protobuf.dev/programming-guides/encoding): fields behind each other,
/// each a tag, which is its number and kind, and a value. Large parts are kept as they are, and copied into the file only.
final class Protobuf {
    private static final int VARINT = 0;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    private final List<byte[]> parts = new ArrayList<>();
    private long length;

    /// A whole number or an enumeration's.
    Protobuf number(int field, long value) {
        return add(varint(tag(field, VARINT))).add(varint(value));
    }

    Protobuf real(int field, float value) {
        byte[] bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
        return add(varint(tag(field, FIXED32))).add(bytes);
    }

    Protobuf text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /// @param value is not copied and must stay as it is
    Protobuf bytes(int field, byte[] value) {
        return add(varint(tag(field, LENGTH))).add(varint(value.length)).add(value);
    }

    Protobuf message(int field, Protobuf value) {
        return add(varint(tag(field, LENGTH))).add(varint(value.length)).fields(value);
    }

    /// All fields of another message, as this one's own.
    Protobuf fields(Protobuf other) {
        parts.addAll(other.parts);
        length += other.length;
        return this;
    }

    /// How many bytes it has.
    long length() {
        return length;
    }

    void write(OutputStream out) throws IOException {
        for (byte[] part : parts) {
            out.write(part);
        }
    }

    private Protobuf add(byte[] part) {
        parts.add(part);
        length += part.length;
        return this;
    }

    private static long tag(int field, int kind) {
        return (long) field << 3 | kind;
    }

    /// Seven bits a byte, the lowest first; the eighth says that more follow.
    private static byte[] varint(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return bytes.toByteArray();
    }
}
