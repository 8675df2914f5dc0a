package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The driver through the real jcuda, on the stand-in.
class JcudaDriverTest {
    private static final int COUNT = 1000;

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    private static void fill(CudaDriver driver, long address, float value, int count) {
        CudaDriver.Launch fill = driver.launch("fill", 3);
        fill.size(3, 1, 128, 0);
        fill.set(0, address);
        fill.set(1, value);
        fill.set(2, count);
        fill.run();
    }

    /// Does a little of everything.
    private static void work(CudaDriver driver) {
        driver.load(PtxTest.committed());
        driver.freeBytes();
        long address = driver.allocate(COUNT * 4);
        driver.clear(address, COUNT * 4);
        driver.upload(address, buffer(COUNT * 4));
        fill(driver, address, 1, COUNT);
        driver.isIdle();
        driver.download(buffer(COUNT * 4), address);
        driver.free(address);
    }

    @Test
    void describesTheDevice() {
        try (CudaDriver driver = StandIn.open("version=12040 capability=89")) {
            assertThat(driver.version()).isEqualTo(12_040);
            assertThat(driver.capability()).isEqualTo(89);
            assertThat(driver.name()).isEqualTo("Stand-in");
            assertThat(driver.multiprocessors()).isEqualTo(4);
            assertThat(driver.sharedBytesPerBlock()).isEqualTo(227 << 10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ascending", "descending", "random:1", "random:2"})
    void runsAKernelOnWhatWasUploaded(String order) {
        try (CudaDriver driver = StandIn.openWithKernels("order=" + order)) {
            long address = driver.allocate(COUNT * 4);
            ByteBuffer there = buffer(COUNT * 4);
            for (int i = 0; i < COUNT; i++) {
                there.putFloat(4 * i, i);
            }
            driver.upload(address, there);
            fill(driver, address, 2.5f, COUNT - 10);
            ByteBuffer back = buffer(COUNT * 4);
            driver.download(back, address);
            for (int i = 0; i < COUNT; i++) {
                assertThat(back.getFloat(4 * i)).isEqualTo(i < COUNT - 10 ? 2.5f : i);
            }
            assertThat(back.position()).isZero();
        }
    }

    @Test
    void copiesWhatLiesBetweenPositionAndLimit() {
        try (CudaDriver driver = StandIn.open("")) {
            long address = driver.allocate(16);
            ByteBuffer there = buffer(32);
            there.putInt(8, 7).putInt(12, 8).position(8).limit(16);
            driver.clear(address, 16);
            driver.upload(address + 4, there);
            assertThat(there.position()).isEqualTo(8);
            ByteBuffer back = buffer(32).position(16);
            driver.download(back, address);
            assertThat(new int[] {back.getInt(12), back.getInt(16), back.getInt(20), back.getInt(24), back.getInt(28)})
                    .containsExactly(0, 0, 7, 8, 0);
            driver.upload(address, buffer(0));
        }
    }

    @Test
    void countsWhatIsFree() {
        try (CudaDriver driver = StandIn.open("memory=100000")) {
            assertThat(driver.freeBytes()).isEqualTo(100_000);
            long address = driver.allocate(40_000);
            assertThat(driver.freeBytes()).isEqualTo(60_000);
            CudaException refused = catchThrowableOfType(CudaException.class, () -> driver.allocate(60_001));
            assertThat(refused.trouble()).isEqualTo(Trouble.OUT_OF_MEMORY);
            driver.free(address);
            driver.free(0);
            assertThat(StandIn.bytes()).isZero();
            driver.allocate(100_000);
        }
        assertThat(StandIn.bytes()).as("after the end of the context").isZero();
    }

    @Test
    void isIdleWhenAllWorkIsDone() {
        try (CudaDriver driver = StandIn.openWithKernels("busy=2")) {
            assertThat(driver.isIdle()).isTrue();
            fill(driver, driver.allocate(40), 1, 10);
            assertThat(driver.isIdle()).isFalse();
            assertThat(driver.isIdle()).isFalse();
            assertThat(driver.isIdle()).isTrue();
        }
    }

    @Test
    void worksOnAnotherThread() throws InterruptedException {
        try (CudaDriver driver = StandIn.open("")) {
            Thread thread = new Thread(() -> {
                assertThatThrownBy(() -> driver.allocate(4)).hasMessageContaining("CUDA_ERROR_INVALID_CONTEXT");
                driver.makeCurrent();
                work(driver);
            });
            Throwable[] thrown = new Throwable[1];
            thread.setUncaughtExceptionHandler((where, what) -> thrown[0] = what);
            thread.start();
            thread.join();
            assertThat(thrown[0]).isNull();
        }
    }

    @Test
    void grantsBlocksMoreSharedMemoryWhenTheyAskForIt() {
        try (CudaDriver driver = StandIn.openWithKernels("")) {
            CudaDriver.Launch fill = driver.launch("fill", 3);
            fill.set(0, driver.allocate(4));
            fill.set(2, 1);
            fill.size(1, 1, 32, 48 << 10);
            assertThat(StandIn.calls("cuFuncSetAttribute")).isZero();
            fill.size(1, 1, 32, driver.sharedBytesPerBlock());
            fill.run();
            assertThat(driver.isIdle()).isTrue();
            assertThatExceptionOfType(CudaException.class)
                    .isThrownBy(() -> fill.size(1, 1, 32, driver.sharedBytesPerBlock() + 1));
        }
    }

    @Test
    void refusesArgumentsOfAnotherNumberOrSize() {
        try (CudaDriver driver = StandIn.openWithKernels("")) {
            assertThatThrownBy(() -> driver.launch("fill", 2)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("fill takes 3 arguments, not 2");
            CudaDriver.Launch fill = driver.launch("fill", 3);
            assertThatThrownBy(() -> fill.set(0, 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> fill.set(2, 1L)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("argument 2 of fill has 4 bytes, not 8");
        }
    }

    @Test
    void tellsOfAnUnknownKernel() {
        try (CudaDriver driver = StandIn.openWithKernels("")) {
            assertThatThrownBy(() -> driver.launch("nothing", 0)).isInstanceOf(CudaException.class)
                    .hasMessage("cuModuleGetFunction answered 500, CUDA_ERROR_NOT_FOUND: nothing");
        }
        try (CudaDriver driver = StandIn.open("")) {
            assertThatThrownBy(() -> driver.launch("fill", 3)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void tellsWhatTheCompilerSays() {
        try (CudaDriver driver = StandIn.open("")) {
            assertThatThrownBy(() -> driver.load("nothing".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(CudaException.class).hasMessageEndingWith("CUDA_ERROR_INVALID_PTX: no kernels in the PTX");
            byte[] newer = new String(PtxTest.committed(), StandardCharsets.UTF_8).replace(".version 7.0", ".version 9.0")
                    .getBytes(StandardCharsets.UTF_8);
            CudaException refused = catchThrowableOfType(CudaException.class, () -> driver.load(newer));
            assertThat(refused.trouble()).isEqualTo(Trouble.DRIVER_TOO_OLD);
        }
    }

    @Test
    void copiesBesideAnAllocationAreCaught() {
        try (CudaDriver driver = StandIn.open("")) {
            long address = driver.allocate(100);
            assertThatThrownBy(() -> driver.download(buffer(104), address)).isInstanceOf(CudaException.class);
            assertThatThrownBy(() -> driver.upload(address + 1, buffer(100))).isInstanceOf(CudaException.class);
            assertThatThrownBy(() -> driver.clear(address - 4, 4)).isInstanceOf(CudaException.class);
            assertThatThrownBy(() -> driver.upload(address, ByteBuffer.allocate(4)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "STANDIN_SANITIZE", matches = "1", disabledReason = "it ends the process there")
    void whatAKernelWritesBesideItIsToldByALaterCall() {
        try (CudaDriver driver = StandIn.openWithKernels("")) {
            fill(driver, driver.allocate(400), 1, 101);
            CudaException lost = catchThrowableOfType(CudaException.class, driver::isIdle);
            assertThat(lost.trouble()).isEqualTo(Trouble.LOST);
            assertThat(StandIn.message()).isEqualTo("fill wrote beside an allocation of 400 bytes");
        }
    }

    @ParameterizedTest
    @CsvSource({"cuMemAlloc,2,OUT_OF_MEMORY", "cuLaunchKernel,719,LOST", "cuLaunchKernel,701,OUT_OF_MEMORY",
        "cuModuleLoadDataEx,222,DRIVER_TOO_OLD", "cuModuleLoadDataEx,218,GPU_TOO_OLD", "cuMemcpyHtoD,700,LOST",
        "cuMemcpyDtoH,214,LOST", "cuStreamQuery,999,LOST", "cuMemsetD32Async,46,GPU_BUSY", "cuMemFree,1,UNEXPECTED",
        "cuMemGetInfo,702,LOST", "cuModuleGetFunction,500,UNEXPECTED", "cuFuncGetAttribute,400,UNEXPECTED"})
    void everyFailureIsToldWithItsCode(String function, int code, Trouble trouble) {
        try (CudaDriver driver = StandIn.open("fail=" + function + ":1=" + code)) {
            CudaException failed = catchThrowableOfType(CudaException.class, () -> work(driver));
            assertThat(failed.code()).isEqualTo(code);
            assertThat(failed.call()).isEqualTo(function);
            assertThat(failed.trouble()).isEqualTo(trouble);
        }
    }

    @ParameterizedTest
    @CsvSource({"devices=0,NO_DEVICE", "version=10020,DRIVER_TOO_OLD", "capability=70,GPU_TOO_OLD",
        "fail=cuInit:1=803,DRIVER_CHANGED", "fail=cuInit:1=34,NO_DRIVER", "fail=cuCtxCreate:1=2,OUT_OF_MEMORY",
        "fail=cuCtxCreate:1=46,GPU_BUSY", "fail=cuDeviceGetCount:1=999,LOST"})
    void whatCannotBeOpenedIsRefused(String settings, Trouble trouble) {
        StandIn.begin(settings);
        assertThat(StandIn.DRIVERS.open()).isInstanceOfSatisfying(CudaDrivers.Refused.class, refused -> {
            assertThat(refused.trouble()).isEqualTo(trouble);
            assertThat(refused.details()).startsWith("CudaException: cu").doesNotContain("\n");
        });
    }

    @Test
    void closesAfterALossToo() {
        CudaDriver driver = StandIn.open("fail=cuMemAlloc:1=719");
        assertThatThrownBy(() -> driver.allocate(4)).isInstanceOf(CudaException.class);
        driver.close();
        assertThat(StandIn.calls("cuCtxDestroy")).isEqualTo(1);
    }
}
