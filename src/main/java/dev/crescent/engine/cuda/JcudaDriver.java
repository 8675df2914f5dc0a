package dev.crescent.engine.cuda;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUjit_option;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;
import jcuda.driver.JITOptions;
import org.jspecify.annotations.Nullable;

/// The driver by way of jcuda, whose library has to be loaded before: [CudaDrivers] does.
///
/// Everything goes through direct buffers: arrays come back unchanged where Java checks its native calls. jcuda's answers
/// are checked here, since its exceptions do not hold the code.
final class JcudaDriver implements CudaDriver {
    /// Of the least CUDA that all calls are in and that takes the kernels.
    static final int OLDEST_VERSION = 11_000;
    /// Of the oldest GPUs that the kernels are for.
    static final int OLDEST_CAPABILITY = 75;

    /// The one that every context has; what is copied without a stream is in it, too.
    private static final CUstream STREAM = new CUstream();
    private static final int NAME_BYTES = 256;
    private static final int LOG_BYTES = 16 << 10;
    private static final int WORD = 4;

    private final CUdevice device;
    private final CUcontext context = new CUcontext();
    private final int version;
    private final int capability;
    private final String name;
    private @Nullable CUmodule module;
    private Map<String, List<Integer>> kernels = Map.of();

    private JcudaDriver(int version) {
        this.version = version;
        int[] count = new int[1];
        check(JCudaDriver.cuDeviceGetCount(count), "cuDeviceGetCount");
        if (count[0] == 0) {
            throw new CudaException(CUresult.CUDA_ERROR_NO_DEVICE, "cuDeviceGetCount");
        }
        device = new CUdevice();
        check(JCudaDriver.cuDeviceGet(device, 0), "cuDeviceGet");
        byte[] bytes = new byte[NAME_BYTES];
        check(JCudaDriver.cuDeviceGetName(bytes, bytes.length, device), "cuDeviceGetName");
        name = text(bytes);
        capability = 10 * attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR)
                + attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR);
        if (capability < OLDEST_CAPABILITY) {
            throw new CudaException(CUresult.CUDA_ERROR_NO_BINARY_FOR_GPU, "cuDeviceGetAttribute",
                    name + " has compute capability " + capability);
        }
    }

    /// Opens the first device, and makes its context that of this thread.
    static JcudaDriver open() {
        JCudaDriver.setExceptionsEnabled(false);
        int[] version = new int[1];
        check(JCudaDriver.cuDriverGetVersion(version), "cuDriverGetVersion");
        // Before anything else: calls that an old driver lacks would end the virtual machine.
        if (version[0] < OLDEST_VERSION) {
            throw new CudaException(CUresult.CUDA_ERROR_UNSUPPORTED_PTX_VERSION, "cuDriverGetVersion", "CUDA " + version[0]);
        }
        check(JCudaDriver.cuInit(0), "cuInit");
        JcudaDriver driver = new JcudaDriver(version[0]);
        check(JCudaDriver.cuCtxCreate(driver.context, 0, driver.device), "cuCtxCreate");
        return driver;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int capability() {
        return capability;
    }

    @Override
    public int multiprocessors() {
        return attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT);
    }

    @Override
    public int sharedBytesPerBlock() {
        return attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_SHARED_MEMORY_PER_BLOCK_OPTIN);
    }

    @Override
    public long freeBytes() {
        long[] free = new long[1];
        check(JCudaDriver.cuMemGetInfo(free, new long[1]), "cuMemGetInfo");
        return free[0];
    }

    @Override
    public void makeCurrent() {
        check(JCudaDriver.cuCtxSetCurrent(context), "cuCtxSetCurrent");
    }

    @Override
    public void load(byte[] ptx) {
        // The driver reads on to a zero.
        ByteBuffer text = ByteBuffer.allocateDirect(ptx.length + 1).put(ptx).rewind();
        byte[] log = new byte[LOG_BYTES];
        JITOptions options = new JITOptions();
        options.putBytes(CUjit_option.CU_JIT_ERROR_LOG_BUFFER, log);
        options.putInt(CUjit_option.CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES, log.length);
        CUmodule loaded = new CUmodule();
        int code = JCudaDriver.cuModuleLoadDataJIT(loaded, Pointer.toBuffer(text), options);
        if (code != CUresult.CUDA_SUCCESS) {
            throw new CudaException(code, "cuModuleLoadDataEx", text(log));
        }
        module = loaded;
        kernels = PtxKernels.read(new String(ptx, StandardCharsets.UTF_8));
    }

    @Override
    public Launch launch(String kernel, int arguments) {
        if (module == null) {
            throw new IllegalStateException("no kernels are loaded");
        }
        CUfunction function = new CUfunction();
        int code = JCudaDriver.cuModuleGetFunction(function, module, kernel);
        if (code != CUresult.CUDA_SUCCESS) {
            throw new CudaException(code, "cuModuleGetFunction", kernel);
        }
        List<Integer> sizes = kernels.getOrDefault(kernel, List.of());
        if (sizes.size() != arguments) {
            throw new IllegalArgumentException(kernel + " takes " + sizes.size() + " arguments, not " + arguments);
        }
        return new JcudaLaunch(kernel, function, STREAM, sizes);
    }

    @Override
    public long allocate(long bytes) {
        Address memory = new Address();
        check(JCudaDriver.cuMemAlloc(memory, bytes), "cuMemAlloc");
        return memory.value();
    }

    @Override
    public void free(long address) {
        if (address != 0) {
            check(JCudaDriver.cuMemFree(Address.of(address)), "cuMemFree");
        }
    }

    @Override
    public void clear(long address, long bytes) {
        if (bytes % WORD != 0) {
            throw new IllegalArgumentException(bytes + " bytes are not a multiple of four");
        }
        check(JCudaDriver.cuMemsetD32Async(Address.of(address), 0, bytes / WORD, STREAM), "cuMemsetD32Async");
    }

    @Override
    public void upload(long address, ByteBuffer from) {
        if (from.hasRemaining()) {
            check(JCudaDriver.cuMemcpyHtoD(Address.of(address), pointer(from), from.remaining()), "cuMemcpyHtoD");
        }
    }

    @Override
    public void download(ByteBuffer to, long address) {
        if (to.hasRemaining()) {
            check(JCudaDriver.cuMemcpyDtoH(pointer(to), Address.of(address), to.remaining()), "cuMemcpyDtoH");
        }
    }

    @Override
    public boolean isIdle() {
        int code = JCudaDriver.cuStreamQuery(STREAM);
        if (code == CUresult.CUDA_ERROR_NOT_READY) {
            return false;
        }
        check(code, "cuStreamQuery");
        return true;
    }

    @Override
    public void close() {
        // What it answers helps nobody: after a lost device it is that loss once more.
        JCudaDriver.cuCtxDestroy(context);
    }

    /// @throws CudaException unless it is success
    static void check(int code, String call) {
        if (code != CUresult.CUDA_SUCCESS) {
            throw new CudaException(code, call);
        }
    }

    private int attribute(int which) {
        int[] value = new int[1];
        check(JCudaDriver.cuDeviceGetAttribute(value, which, device), "cuDeviceGetAttribute");
        return value[0];
    }

    private static Pointer pointer(ByteBuffer buffer) {
        if (!buffer.isDirect()) {
            throw new IllegalArgumentException("the buffer is not direct");
        }
        return Pointer.toBuffer(buffer);
    }

    /// The bytes before the first zero.
    private static String text(byte[] bytes) {
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        return new String(Arrays.copyOf(bytes, length), StandardCharsets.UTF_8);
    }

    /// Memory of the device as a number, which jcuda hides.
    private static final class Address extends CUdeviceptr {
        long value() {
            return getNativePointer();
        }

        static CUdeviceptr of(long address) {
            return new CUdeviceptr().withByteOffset(address);
        }
    }
}
