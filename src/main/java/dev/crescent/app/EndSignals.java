package dev.crescent.app;

import dev.crescent.host.Signals;
import dev.crescent.host.Signals.Signal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Window;

/// The system's wish that the program end, as at the end of a session: windows are taken down before JavaFX ends. Otherwise it
/// ends its renderer while windows are still painted, and prints that they cannot be any more.
final class EndSignals {
    /// As long as a busy machine may need to draw what it has begun; systems wait longer before they kill.
    private static final int MOST_SECONDS = 20;

    private EndSignals() {}

    static void install() {
        // In a thread of its own, for which Java waits.
        Signals signals = Signals.listen(signal -> Thread.ofPlatform().name("crescent-signal").start(() -> end(signal)), Signal.TERM);
        // Without them the program ends with a line too much.
        signals.problem().ifPresent(problem -> Logs.info("No signals are listened to: " + problem));
    }

    /// Whatever becomes of the windows, the program ends; what is on the bench is kept by a hook of its own.
    private static void end(Signal signal) {
        CompletableFuture<Boolean> down = new CompletableFuture<>();
        Platform.runLater(() -> {
            Platform.setImplicitExit(false); // or the last window would take the program down by another way meanwhile
            List.copyOf(Window.getWindows()).reversed().forEach(Window::hide);
            down.complete(true);
        });
        try {
            down.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            Logs.warning("The windows were not taken down in time", e);
        }
        System.exit(signal.status());
    }
}
