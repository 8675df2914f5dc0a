package dev.crescent.data.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What a download asks of the file system where it may run out of room.
interface Disk {
    /// This machine's.
    Disk SYSTEM = new Disk() {
        @Override
        public OutputStream append(Path file) throws IOException {
            return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }

        @Override
        public long free(Path folder) throws IOException {
            return Files.getFileStore(folder).getUsableSpace();
        }
    };

    /// Opens a file, made if there is none, to write at its end.
    OutputStream append(Path file) throws IOException;

    /// How many bytes this user can still write there.
    long free(Path folder) throws IOException;
}
