package dev.crescent.data.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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
        FolderLock lock = null;
        try {
            lock = lock(file);
        } finally {
            if (lock == null) {
                HELD.remove(file);
            }
        }
        return Optional.ofNullable(lock);
    }

    /// @return null while another process has it
    private static @Nullable FolderLock lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = channel.tryLock() != null;
            return taken ? new FolderLock(file, channel) : null;
        } finally {
            if (!taken) {
                channel.close();
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
