package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A CUDA driver whose device is the processor, on which the real kernels run. jcuda takes it for NVIDIA's in this virtual
/// machine, for good: it must be there before jcuda looks for a driver the first time.
///
/// Where g++ is missing, or the system is not Linux on x86-64, tests that ask for it are skipped.
final class StandIn {
    /// Tests are run with CUDA switched off, for whoever does not begin with this class.
    static final CudaDrivers DRIVERS = new CudaDrivers(() -> {
        get();
        return CudaDrivers.loadJcuda();
    }, JcudaDriver::open);
    private static @Nullable StandIn one;
    private static boolean missing;

    private final MethodHandle configure;
    private final MethodHandle fail;
    private final MethodHandle hang;
    private final MethodHandle message;
    private final MethodHandle count;

    @SuppressWarnings("restricted")
    private StandIn(Path library) {
        System.load(library.toString());
        // The same library once more, found by its path.
        SymbolLookup symbols = SymbolLookup.libraryLookup(library, Arena.global());
        Linker linker = Linker.nativeLinker();
        configure = linker.downcallHandle(symbols.findOrThrow("standin_configure"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        fail = linker.downcallHandle(symbols.findOrThrow("standin_fail"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        hang = linker.downcallHandle(symbols.findOrThrow("standin_hang"), FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG));
        message = linker.downcallHandle(symbols.findOrThrow("standin_message"),
                FunctionDescriptor.of(ValueLayout.ADDRESS.withTargetLayout(
                        MemoryLayout.sequenceLayout(Long.MAX_VALUE, ValueLayout.JAVA_BYTE))));
        count = linker.downcallHandle(symbols.findOrThrow("standin_count"),
                FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
    }

    /// Begins anew: nothing is allocated, no call was counted, nothing is wrong with the device.
    ///
    /// @param settings such as `capability=70 fail=cuMemAlloc:3=2 order=random:7`; standin.cpp names them all
    static void begin(String settings) {
        StandIn standIn = get();
        try (Arena arena = Arena.ofConfined()) {
            int wrong = (int) standIn.configure.invokeExact(arena.allocateFrom(settings));
            assertThat(wrong).as("the setting of '" + settings + "' that is none, from one").isZero();
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /// Lets calls fail from now on, counted from the next.
    ///
    /// @param failures such as `cuMemAlloc:3=2,cuLaunchKernel:10=719`
    static void fail(String failures) {
        try (Arena arena = Arena.ofConfined()) {
            int wrong = (int) get().fail.invokeExact(arena.allocateFrom(failures));
            assertThat(wrong).as("'" + failures + "' are failures").isZero();
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /// Lets the kernel of that launch, counted from the next, go on for ever, and whatever a driver then does wait for it.
    ///
    /// @param launch 1 or more; 0 lets all kernels end
    static void hang(long launch) {
        try {
            get().hang.invokeExact(launch);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /// Begins anew and opens the driver on it, without kernels.
    static CudaDriver open(String settings) {
        begin(settings);
        CudaDrivers.Result result = DRIVERS.open();
        assertThat(result).as("the driver").isInstanceOf(CudaDrivers.Opened.class);
        return ((CudaDrivers.Opened) result).driver();
    }

    /// Begins anew and opens the driver on it, with Crescent's kernels.
    static CudaDriver openWithKernels(String settings) {
        CudaDriver driver = open(settings);
        driver.load(PtxTest.committed());
        return driver;
    }

    /// What was wrong last, in words; empty if nothing was.
    static String message() {
        try {
            return ((MemorySegment) get().message.invokeExact()).getString(0);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /// How often a function of the driver was called, such as `cuMemAlloc`, or a kernel launched.
    static long calls(String function) {
        return count(function);
    }

    /// What is allocated on the device.
    static long bytes() {
        return count("bytes");
    }

    /// The most launches that nobody had waited for when the next one came.
    static long longestQueue() {
        return count("queue");
    }

    private static long count(String what) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) get().count.invokeExact(arena.allocateFrom(what));
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    private static synchronized StandIn get() {
        if (one == null && !missing) {
            try {
                one = StandInBuild.build().map(StandIn::new).orElse(null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            missing = one == null;
            if (missing) {
                System.err.println("Skipped: " + StandInBuild.NEEDS);
            }
        }
        return one != null ? one : abort(StandInBuild.NEEDS);
    }

    private static RuntimeException rethrown(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException exception ? exception : new IllegalStateException(thrown);
    }
}
