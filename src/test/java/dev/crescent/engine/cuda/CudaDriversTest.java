package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CudaDriversTest {
    private static CudaDriver nothing() {
        throw new CudaException(100, "cuInit");
    }

    static Stream<Arguments> failuresToLoad() {
        CudaDrivers.Loader noDriver = () -> {
            throw new UnsatisfiedLinkError("Error while loading native library\nStack trace: ...");
        };
        CudaDrivers.Loader secondTime = () -> {
            throw new NoClassDefFoundError();
        };
        CudaDrivers.Loader full = () -> {
            throw new IOException("No space left on device");
        };
        CudaDrivers.Loader elsewhere = () -> Optional.of(Trouble.NO_LIBRARY);
        return Stream.of(
                Arguments.of(noDriver, Trouble.NO_DRIVER, "UnsatisfiedLinkError: Error while loading native library"),
                Arguments.of(secondTime, Trouble.NO_DRIVER, "NoClassDefFoundError"),
                Arguments.of(full, Trouble.NOT_UNPACKED, "IOException: No space left on device"),
                Arguments.of(elsewhere, Trouble.NO_LIBRARY, ""));
    }

    @ParameterizedTest
    @MethodSource("failuresToLoad")
    void whatCannotBeLoadedIsNotTriedAgain(CudaDrivers.Loader loader, Trouble trouble, String details) {
        AtomicInteger tries = new AtomicInteger();
        CudaDrivers drivers = new CudaDrivers(() -> {
            tries.incrementAndGet();
            return loader.load();
        }, CudaDriversTest::nothing);
        assertThat(drivers.open()).isEqualTo(new CudaDrivers.Refused(trouble, details));
        assertThat(drivers.open()).isEqualTo(new CudaDrivers.Refused(trouble, details));
        assertThat(tries).hasValue(1);
    }

    @Test
    void aDeviceIsLookedForEachTimeAndTheLibraryLoadedOnce() {
        AtomicInteger loads = new AtomicInteger();
        AtomicInteger opens = new AtomicInteger();
        CudaDrivers drivers = new CudaDrivers(() -> {
            loads.incrementAndGet();
            return Optional.empty();
        }, () -> {
            opens.incrementAndGet();
            return nothing();
        });
        CudaDrivers.Refused refused = new CudaDrivers.Refused(Trouble.NO_DEVICE,
                "CudaException: cuInit answered 100, CUDA_ERROR_NO_DEVICE");
        assertThat(drivers.open()).isEqualTo(refused);
        assertThat(drivers.open()).isEqualTo(refused);
        assertThat(loads).hasValue(1);
        assertThat(opens).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({"100,NO_DEVICE", "36,DRIVER_TOO_OLD", "222,DRIVER_TOO_OLD", "803,DRIVER_CHANGED", "209,GPU_TOO_OLD",
        "218,GPU_TOO_OLD", "2,OUT_OF_MEMORY", "701,OUT_OF_MEMORY", "214,LOST", "700,LOST", "719,LOST", "999,LOST",
        "46,GPU_BUSY", "1,UNEXPECTED", "12345,UNEXPECTED"})
    void everyCodeMeansOneTrouble(int code, Trouble trouble) {
        assertThat(Trouble.of(code)).isEqualTo(trouble);
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void everyTroubleIsOneSentence(Trouble trouble) {
        assertThat(trouble.sentence()).matches("[A-Z][^.\n]{20,110}").doesNotContain("  ");
        assertThat(Arrays.stream(Trouble.values()).map(Trouble::sentence)).doesNotHaveDuplicates();
    }
}
