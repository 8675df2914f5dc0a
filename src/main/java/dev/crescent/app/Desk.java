package dev.crescent.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The place where one window keeps its work. No two windows have the same one at a time: each is locked while its window
/// is open, which the system ends with the program, however that ends.
final class Desk implements AutoCloseable {
    private static final int MOST = 16;
    private static final String OPEN = "A window of Crescent is open.\n";

    private final UserFolder folder;
    private final int number;
    private final @Nullable FileChannel channel; // null where the folder takes no lock
    private final boolean crashed;

    private Desk(UserFolder folder, int number, @Nullable FileChannel channel, boolean crashed) {
        this.folder = folder;
        this.number = number;
        this.channel = channel;
        this.crashed = crashed;
    }

    /// The first desk that no window has. Where no desk can be locked, as in a folder that may not be written to, the first.
    static Desk take(UserFolder folder) {
        try {
            Files.createDirectories(folder.path());
            for (int number = 1; number <= MOST; number++) {
                Desk desk = take(folder, number);
                if (desk != null) {
                    return desk;
                }
            }
        } catch (IOException | UnsupportedOperationException e) {
            Logs.warning("No place for a window's work can be locked in " + folder.path(), e);
        }
        return new Desk(folder, 1, null, false);
    }

    private static @Nullable Desk take(UserFolder folder, int number) throws IOException {
        FileChannel channel = FileChannel.open(folder.lock(number), StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                boolean crashed = channel.size() > 0;
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(OPEN.getBytes(StandardCharsets.UTF_8)));
                return new Desk(folder, number, channel, crashed);
            }
        } catch (OverlappingFileLockException e) {
            // another window of this program has it
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return null;
    }

    /// The same one for another window, after this one has come to its end; another where somebody was faster.
    Desk again() {
        try {
            Desk same = channel == null ? null : take(folder, number);
            if (same != null) {
                return same;
            }
        } catch (IOException e) {
            Logs.warning("The place for a window's work cannot be locked again in " + folder.path(), e);
        }
        return take(folder);
    }

    /// Whether the last window here did not come to its end.
    boolean crashed() {
        return crashed;
    }

    Autosave autosave() {
        return new Autosave(folder.autosave(number));
    }

    /// Of what waits for its room.
    Autosave waiting() {
        return new Autosave(folder.waiting(number));
    }

    /// Whether work that is left here comes back at the next start without being asked for.
    boolean isFirst() {
        return number == 1;
    }

    /// Moves what was kept here to where no window writes, as if another window had left it.
    ///
    /// @return the file; empty if there is nothing, or if it cannot be moved
    Optional<Path> setAside() {
        Autosave work = autosave();
        Path aside = free(folder, Autosave.stamp() + "-" + number);
        try {
            if (!work.exists()) {
                return Optional.empty();
            }
            work.moveTo(aside);
            return Optional.of(aside);
        } catch (IOException e) {
            Logs.warning("The unsaved work cannot be moved to " + aside, e);
            return Optional.empty();
        }
    }

    /// Work that windows left behind: at desks that no window has, and what was found there at earlier starts and is there
    /// still. It lies where no window writes.
    ///
    /// @return the files, what was found first at first
    List<Path> left() {
        for (int other = 2; other <= MOST; other++) {
            Autosave work = new Autosave(folder.autosave(other));
            if (other != number && work.exists()) {
                try (Desk desk = take(folder, other)) {
                    if (desk != null) {
                        work.moveTo(free(folder, Autosave.stamp() + "-" + other));
                    }
                } catch (IOException e) {
                    Logs.warning("The work of another window cannot be looked at", e);
                }
            }
        }
        return folder.allLeft();
    }

    private static Path free(UserFolder folder, String name) {
        Path free = folder.left(name);
        for (int number = 2; Files.exists(free); number++) {
            free = folder.left(name + "-" + number);
        }
        return free;
    }

    /// The window has come to its end.
    @Override
    public void close() {
        if (channel != null && channel.isOpen()) {
            try (channel) {
                channel.truncate(0);
            } catch (IOException e) {
                Logs.warning("The place of a window's work cannot be given back", e);
            }
        }
    }
}
