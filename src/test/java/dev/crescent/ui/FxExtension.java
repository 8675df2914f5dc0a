package dev.crescent.ui;

import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/// Starts JavaFX once and runs every test method and `@BeforeEach` and `@AfterEach` of the class on its thread.
///
/// Fields must not create controls: they are initialized on JUnit's own thread, maybe before the toolkit is up.
public final class FxExtension implements BeforeAllCallback, InvocationInterceptor {
    private static final long SECONDS = 240;
    private static final Object LOCK = new Object();
    private static boolean started;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        start();
    }

    /// Starts the toolkit if nobody has; returns when it runs.
    public static void start() throws Exception {
        synchronized (LOCK) {
            if (started) {
                return;
            }
            CompletableFuture<@Nullable Void> up = new CompletableFuture<>();
            Platform.startup(() -> up.complete(null));
            up.get(SECONDS, TimeUnit.SECONDS);
            Platform.setImplicitExit(false);
            started = true;
        }
    }

    /// Runs something on the JavaFX thread and waits for it; throws what it throws.
    public static void onFx(Body body) throws Throwable {
        if (Platform.isFxApplicationThread()) {
            body.run();
            return;
        }
        FutureTask<@Nullable Void> task = new FutureTask<>(() -> {
            try {
                body.run();
            } catch (Exception | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new ExecutionException(e);
            }
            return null;
        });
        Platform.runLater(task);
        try {
            task.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw cause == null ? e : cause;
        } catch (TimeoutException e) {
            throw new AssertionError("The JavaFX thread did not finish within " + SECONDS + " s", e);
        }
    }

    /// Lets the JavaFX thread lay out and draw what was changed, from on it; returns after the pulse, or when the scene is
    /// shown no more.
    public static void pulse(Scene scene) {
        Object key = new Object();
        Runnable[] end = new Runnable[1];
        Subscription left = scene.windowProperty().subscribe((was, is) -> end[0].run());
        end[0] = () -> {
            left.unsubscribe();
            scene.removePostLayoutPulseListener(end[0]);
            Platform.exitNestedEventLoop(key, null);
        };
        scene.addPostLayoutPulseListener(end[0]);
        Platform.requestNextPulse();
        Platform.enterNestedEventLoop(key);
    }

    /// Lets the JavaFX thread do what it has been given so far; returns when it has, from on it.
    public static void drain() {
        Object key = new Object();
        Platform.runLater(() -> Platform.exitNestedEventLoop(key, null));
        Platform.enterNestedEventLoop(key);
    }

    @Override
    public void interceptTestMethod(Invocation<@Nullable Void> invocation,
                                    ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        onFx(invocation::proceed);
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<@Nullable Void> invocation,
                                            ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        onFx(invocation::proceed);
    }

    @Override
    public void interceptBeforeEachMethod(Invocation<@Nullable Void> invocation,
                                          ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        onFx(invocation::proceed);
    }

    @Override
    public void interceptAfterEachMethod(Invocation<@Nullable Void> invocation,
                                         ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        onFx(invocation::proceed);
    }

    /// Something that may fail.
    @FunctionalInterface
    public interface Body {
        void run() throws Throwable;
    }
}
