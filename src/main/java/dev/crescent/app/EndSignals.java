package dev.crescent.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
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
    /// What a program returns that a signal has ended, less the signal's number.
    private static final int ENDED = 128;
    private static final int TERM = 15;

    private EndSignals() {}

    /// Java has signals in `sun.misc` alone; it is asked for by name, because the compiler warns of it and cannot be told not to.
    static void install() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object ending = Proxy.newProxyInstance(EndSignals.class.getClassLoader(), new Class<?>[] {handler},
                    (self, method, arguments) -> switch (method.getName()) {
                        case "handle" -> {
                            Thread.ofPlatform().name("crescent-signal").start(EndSignals::end);
                            yield null;
                        }
                        case "equals" -> self == arguments[0];
                        case "hashCode" -> System.identityHashCode(self);
                        default -> "the end of Crescent";
                    });
            signal.getMethod("handle", signal, handler).invoke(null, signal.getConstructor(String.class).newInstance("TERM"), ending);
        } catch (ReflectiveOperationException e) {
            // A Java without them, or one that was told to leave them alone: then the program ends with a line too much.
            Logs.info("No signals are listened to: " + (e instanceof InvocationTargetException ? e.getCause() : e));
        }
    }

    /// Whatever becomes of the windows, the program ends; what is on the bench is kept by a hook of its own.
    private static void end() {
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
        System.exit(ENDED + TERM);
    }
}
