package dev.crescent.data.download;

import dev.crescent.data.download.Answer.Patience;
import dev.crescent.data.download.MirrorException.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Downloads a data set's files into a folder, one after the other, and goes on where an earlier attempt stopped.
///
/// Each file grows as `NAME.part` and gets its name when its size and SHA-256 are the published ones, so that whoever
/// reads the folder finds whole files only. The mirrors are asked in turn. One download works in a folder at a time, in
/// this process or another.
public final class Download {
    private final RemoteImages images;
    private final Path folder;
    private final Sentences sentences;
    private final Disk disk;
    private final Transfer transfer;
    private volatile boolean cancelled;
    private @Nullable Thread worker; // guarded by this

    /// @param folder is made if there is none
    /// @param listener told how far it is, many times a second, on a thread of the download
    public Download(RemoteImages images, Path folder, Consumer<Progress> listener) {
        this(images, folder, listener, Disk.SYSTEM, Patience.USUAL);
    }

    Download(RemoteImages images, Path folder, Consumer<Progress> listener, Disk disk, Patience patience) {
        this.images = images;
        this.folder = folder;
        this.sentences = new Sentences(images, folder);
        this.disk = disk;
        this.transfer = new Transfer(disk, patience, sentences, new Tally(images.bytes(), listener), () -> cancelled);
    }

    /// Downloads what is not there yet; returns when it is, or when it was cancelled. To be called once.
    ///
    /// @return whether all files are there; false after [#cancel]
    /// @throws DownloadException with one sentence for the user; what has come is kept for the next attempt
    public boolean run() throws DownloadException {
        FutureTask<@Nullable Void> task = new FutureTask<>(() -> {
            work();
            return null;
        });
        synchronized (this) {
            if (cancelled) {
                return false;
            }
            // A virtual thread: unlike others it can be interrupted while it connects or waits for bytes.
            worker = Thread.ofVirtual().name("crescent-download").start(task);
        }
        try {
            task.get();
            return true;
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            if (cancelled) {
                return false;
            }
            switch (e.getCause()) {
                case DownloadException sentence -> throw sentence;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException("The download failed in an unforeseen way", e);
            }
        }
    }

    /// Ends the download soon, even while it waits for bytes; what has come is kept. May be called from any thread, at any
    /// time, and more than once.
    public synchronized void cancel() {
        cancelled = true;
        if (worker != null) {
            worker.interrupt();
        }
    }

    private void work() throws DownloadException {
        try {
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.take(folder).orElse(null);
            if (lock == null) {
                throw sentences.busy();
            }
            try (lock) {
                List<PartFile> missing = missing();
                for (PartFile file : missing) {
                    fetch(file);
                }
                lock.done();
            }
        } catch (IOException e) {
            throw sentences.unwritable(e);
        }
    }

    private List<PartFile> missing() throws IOException, DownloadException {
        List<PartFile> missing = new ArrayList<>();
        long needed = 0;
        for (RemoteFile file : images.files()) {
            PartFile part = new PartFile(file, folder);
            if (part.isFinished()) {
                transfer.tally().finished(file);
            } else {
                missing.add(part);
                needed += Math.max(0, file.size() - part.size());
            }
        }
        long free = disk.free(folder);
        if (free < needed) {
            throw sentences.noRoom(needed, free);
        }
        return missing;
    }

    /// Asks every mirror once. Where what came is not the published file, because of bytes that were there before or with
    /// no other mirror left, the same is asked once more.
    private void fetch(PartFile part) throws DownloadException, IOException {
        RemoteFile file = part.file();
        List<MirrorException> failures = new ArrayList<>();
        Deque<URI> mirrors = new ArrayDeque<>(images.mirrors());
        while (!mirrors.isEmpty()) {
            URI mirror = mirrors.removeFirst();
            boolean resumed = part.size() > 0;
            try {
                transfer.fetch(part, mirror.resolve(file.name()));
                transfer.tally().finished(file);
                return;
            } catch (MirrorException e) {
                if (cancelled) {
                    throw new CancellationException();
                }
                boolean first = failures.stream().noneMatch(f -> f.kind() == Kind.WRONG);
                failures.add(e);
                if (e.kind() == Kind.WRONG && first && (resumed || mirrors.isEmpty())) {
                    mirrors.addLast(mirror);
                }
            }
        }
        throw sentences.of(file, failures);
    }
}
