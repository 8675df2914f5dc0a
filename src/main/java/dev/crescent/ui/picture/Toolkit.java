package dev.crescent.ui.picture;

import dev.crescent.ui.theme.Fonts;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// JavaFX without a display, or the one that runs already.
final class Toolkit implements AutoCloseable {
    private final boolean own;

    private Toolkit(boolean own) {
        this.own = own;
    }

    /// Starts JavaFX's own headless platform with its software renderer, unless JavaFX runs.
    static Toolkit start() {
        CompletableFuture<@Nullable Void> up = new CompletableFuture<>();
        try {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            Platform.startup(() -> up.complete(null));
        } catch (IllegalStateException e) {
            // It runs: then it stays as it is.
            return new Toolkit(false);
        }
        up.join();
        Platform.setImplicitExit(false);
        return new Toolkit(true);
    }

    /// Runs something on the JavaFX thread, apart from how large the window's texts are, and waits for what it gives.
    <T> T call(Callable<T> body) {
        FutureTask<T> task = new FutureTask<>(() -> Fonts.asAsked(body));
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Drawing was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause
                    : e.getCause() instanceof Error error ? raise(error) : new IllegalStateException(e.getCause());
        }
    }

    private static RuntimeException raise(Error error) {
        throw error;
    }

    @Override
    public void close() {
        if (own) {
            Platform.exit();
        }
    }
}
