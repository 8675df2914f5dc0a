package dev.crescent.engine.nd4j;

import dev.crescent.engine.Preparation;
import dev.crescent.engine.UnavailableException;
import java.util.Locale;
import org.nd4j.linalg.factory.Nd4j;

/// ND4J itself, of which a program has one: started when it is first needed.
final class Backend {
    private static final int THREADS = 1;
    private static final double MEGABYTE = 1e6;
    private static boolean started;
    /// What went wrong when Java loaded it, which it does not try again; empty if nothing did.
    private static String failure = "";

    private Backend() {}

    /// What it works on, as far as can be known without loading it.
    static synchronized String machine() throws UnavailableException {
        if (!failure.isEmpty()) {
            throw new UnavailableException(failure);
        }
        String threads = THREADS + (THREADS == 1 ? " thread" : " threads") + " of the processor";
        long bytes = started ? 0 : NativeLibraries.here().missing();
        return bytes == 0 ? threads
                : String.format(Locale.ROOT, "%s; unpacks %.0f MB, once", threads, bytes / MEGABYTE);
    }

    /// Unpacks the native libraries where they are not unpacked yet, and loads them.
    static synchronized void start(Preparation watcher) throws UnavailableException {
        if (!failure.isEmpty()) {
            throw new UnavailableException(failure);
        }
        if (!started) {
            NativeLibraries.here().unpack(watcher);
            load();
            started = true;
        }
    }

    /// @throws IllegalStateException if it cannot work on this machine
    static void startQuietly() {
        try {
            start(Preparation.QUIET);
        } catch (UnavailableException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static void load() throws UnavailableException {
        try {
            applyThreads();
        } catch (LinkageError | RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
            failure = "ND4J's native libraries do not work on this machine (" + cause.getClass().getSimpleName() + ": "
                    + reason + ")";
            throw UnavailableException.because(failure, e);
        }
    }

    private static void applyThreads() {
        Nd4j.getEnvironment().setMaxThreads(THREADS);
        Nd4j.getEnvironment().setMaxMasterThreads(THREADS);
        Nd4j.factory().blas().setMaxThreads(THREADS);
    }
}
