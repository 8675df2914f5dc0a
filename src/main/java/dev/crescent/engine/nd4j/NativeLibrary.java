package dev.crescent.engine.nd4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.function.LongConsumer;

/// A native library that comes packed, and where it is to lie.
///
/// @param target the file
/// @param size bytes of it
/// @param time the file's, milliseconds since 1970: by it and the size a file is known to be this library
/// @param packed gives its bytes
record NativeLibrary(Path target, long size, long time, Source packed) {
    private static final int PIECE = 1 << 20;

    /// Opens what is packed, as it is without the packing.
    interface Source {
        InputStream open() throws IOException;
    }

    boolean isThere() throws IOException {
        return Files.exists(target) && Files.size(target) == size && Files.getLastModifiedTime(target).toMillis() == time;
    }

    /// Puts it where it is to lie, whole or not at all.
    ///
    /// @param written told again and again how many bytes are, with `size` at the end
    void unpack(LongConsumer written) throws IOException {
        Path folder = Files.createDirectories(target.resolveSibling(""));
        Path part = Files.createTempFile(folder, "unpacking", ".part");
        try {
            try (InputStream in = packed.open(); OutputStream out = Files.newOutputStream(part)) {
                long bytes = 0;
                for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                    out.write(piece);
                    bytes += piece.length;
                    written.accept(bytes);
                }
            }
            Files.setLastModifiedTime(part, FileTime.fromMillis(time));
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
