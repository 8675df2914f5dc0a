package dev.crescent.engine.cuda;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out whether CUDA can be used, and opens it.
///
/// A library that could not be loaded cannot be loaded later in the same process either, and nor can a driver be replaced:
/// what was found once is remembered.
final class CudaDrivers {
    private static final String USER = "jcuda.driver.JCudaDriver";
    /// A system property: for whoever's driver crashes, and for tests, whose own driver must come first.
    private static final String SWITCH = "crescent.cuda";
    private static final String OFF = "off";
    private static final CudaDrivers HERE = new CudaDrivers(CudaDrivers::loadUnlessOff, JcudaDriver::open);

    private final Loader loader;
    private final Opener opener;
    private boolean loaded;
    private @Nullable Refused refused;

    /// Loads the native library.
    @FunctionalInterface
    interface Loader {
        /// @return why it cannot be used; empty if it can
        Optional<Trouble> load() throws IOException, ClassNotFoundException;
    }

    /// Opens the driver when the library is loaded.
    @FunctionalInterface
    interface Opener {
        CudaDriver open();
    }

    /// What became of it.
    sealed interface Result permits Opened, Refused {}

    /// It can be used; whoever asked closes it. Its context is that of the thread which asked.
    record Opened(CudaDriver driver) implements Result {}

    /// It cannot be used.
    ///
    /// @param details what is known beyond the trouble's sentence, for a log; may be empty
    record Refused(Trouble trouble, String details) implements Result {}

    CudaDrivers(Loader loader, Opener opener) {
        this.loader = loader;
        this.opener = opener;
    }

    /// This machine's.
    static CudaDrivers here() {
        return HERE;
    }

    /// Opens the driver's first device. Takes part of a second; throws nothing but mistakes of its own.
    synchronized Result open() {
        if (refused != null) {
            return refused;
        }
        Result result = tryOpening();
        if (result instanceof Refused refusal && !loaded) {
            refused = refusal;
        }
        return result;
    }

    private Result tryOpening() {
        try {
            if (!loaded) {
                Optional<Trouble> trouble = loader.load();
                if (trouble.isPresent()) {
                    return new Refused(trouble.get(), "");
                }
                loaded = true;
            }
            return new Opened(opener.open());
        } catch (CudaException e) {
            return new Refused(e.trouble(), details(e));
        } catch (IOException e) {
            return new Refused(Trouble.NOT_UNPACKED, details(e));
        } catch (LinkageError | ClassNotFoundException e) {
            return new Refused(Trouble.NO_DRIVER, details(e));
        }
    }

    private static Optional<Trouble> loadUnlessOff() throws IOException, ClassNotFoundException {
        return System.getProperty(SWITCH, "").equals(OFF) ? Optional.of(Trouble.SWITCHED_OFF) : loadJcuda();
    }

    /// Whatever the switch says.
    static Optional<Trouble> loadJcuda() throws IOException, ClassNotFoundException {
        Optional<NativeLibrary> library = NativeLibrary.here("JCudaDriver");
        if (library.isEmpty()) {
            return Optional.of(Trouble.NO_LIBRARY);
        }
        library.get().load(USER);
        return Optional.empty();
    }

    /// The first line of its message: jcuda's hold whole stack traces.
    private static String details(Throwable thrown) {
        String message = thrown.getMessage();
        return thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message.lines().findFirst().orElse(""));
    }
}
