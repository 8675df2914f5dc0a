package dev.crescent.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the document and the preferences on a thread of its own, which no large table holds up. Of documents that
/// follow each other faster than they can be written, such as those of a drag, only the newest is.
final class Keeper implements AutoCloseable {
    private static final int MOST_SECONDS = 5;

    private final Consumer<Document> documents;
    private final Runnable preferences;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("crescent-keeper").daemon(true).factory());
    private final AtomicReference<@Nullable Document> next = new AtomicReference<>();

    /// @param documents writes a document
    /// @param preferences writes them
    Keeper(Consumer<Document> documents, Runnable preferences) {
        this.documents = documents;
        this.preferences = preferences;
    }

    /// Writes a document soon; none after the end.
    void keep(Document document) {
        if (!thread.isShutdown() && next.getAndSet(document) == null) {
            thread.execute(this::write);
        }
    }

    /// Writes the preferences soon; no more after the end, which writes them itself.
    void keepPreferences() {
        if (!thread.isShutdown()) {
            thread.execute(preferences);
        }
    }

    private void write() {
        Document document = next.getAndSet(null);
        if (document != null) {
            documents.accept(document);
        }
    }

    /// Writes what is to be written, the preferences last.
    @Override
    public void close() {
        thread.execute(preferences);
        end(thread);
    }

    /// Lets a thread finish its work, but not for ever.
    static void end(ExecutorService thread) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(MOST_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
