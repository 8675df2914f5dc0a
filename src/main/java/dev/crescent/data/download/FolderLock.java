package dev.crescent.data.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to download into a folder, which one download on this machine has at a time.
final class FolderLock implements AutoCloseable {
    /// What this process has locked. Where a process closes a file, the system drops its locks on it, so that a second
    /// attempt here must not even open it.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private boolean wanted = true;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// @param folder that exists
    /// @return empty while another download has it
    static Optional<FolderLock> take(Path folder) throws IOException {
        Path file = folder.toRealPath().resolve(".download.lock");
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            taken = channel.tryLock() != null;
            if (taken) {
                return Optional.of(new FolderLock(file, channel));
            }
            channel.close();
            return Optional.empty();
        } finally {
            if (!taken) {
                HELD.remove(file);
            }
        }
    }

    /// All is there: whoever locks the folder after this has nothing to do, so the lock's file may go.
    void done() {
        wanted = false;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!wanted) {
            Files.deleteIfExists(file);
        }
        HELD.remove(file);
    }
}
