package dev.crescent.engine.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import jcuda.NativePointerObject;
import jcuda.Pointer;
import jcuda.driver.CUfunction;
import jcuda.driver.CUfunction_attribute;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;
import org.jspecify.annotations.Nullable;

/// A kernel with its arguments, which the driver reads out of one block of memory: what jcuda needs to find them is built
/// once, since building it takes longer than a launch.
final class JcudaLaunch implements CudaDriver.Launch {
    /// The room for one argument.
    private static final int SLOT = 8;
    /// Shared memory that a block gets without being granted more.
    private static final int SHARED_BYTES = 48 << 10;

    private final String kernel;
    private final CUfunction function;
    private final CUstream stream;
    private final int[] sizes;
    private final ByteBuffer arguments;
    private final Pointer pointers;
    private int granted;
    private int blocksX = 1;
    private int blocksY = 1;
    private int threads = 1;
    private int sharedBytes;

    /// @param sizes bytes of each argument
    JcudaLaunch(String kernel, CUfunction function, CUstream stream, List<Integer> sizes) {
        this.kernel = kernel;
        this.function = function;
        this.stream = stream;
        this.sizes = sizes.stream().mapToInt(Integer::intValue).toArray();
        arguments = ByteBuffer.allocateDirect(Math.max(1, sizes.size()) * SLOT).order(ByteOrder.nativeOrder());
        NativePointerObject[] places = new NativePointerObject[sizes.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = Pointer.toBuffer(arguments.slice(i * SLOT, SLOT));
        }
        pointers = Pointer.to(places);
        int[] declared = new int[1];
        JcudaDriver.check(JCudaDriver.cuFuncGetAttribute(declared, CUfunction_attribute.CU_FUNC_ATTRIBUTE_SHARED_SIZE_BYTES,
                function), "cuFuncGetAttribute");
        granted = SHARED_BYTES - declared[0];
    }

    @Override
    public void size(int x, int y, int size, int shared) {
        if (shared > granted) {
            JcudaDriver.check(JCudaDriver.cuFuncSetAttribute(function,
                    CUfunction_attribute.CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES, shared), "cuFuncSetAttribute");
            granted = shared;
        }
        blocksX = x;
        blocksY = y;
        threads = size;
        sharedBytes = shared;
    }

    @Override
    public void set(int index, int value) {
        arguments.putInt(place(index, Integer.BYTES), value);
    }

    @Override
    public void set(int index, long value) {
        arguments.putLong(place(index, Long.BYTES), value);
    }

    @Override
    public void set(int index, float value) {
        arguments.putFloat(place(index, Float.BYTES), value);
    }

    @Override
    public void run() {
        @Nullable Pointer none = null;
        int code = JCudaDriver.cuLaunchKernel(function, blocksX, blocksY, 1, threads, 1, 1, sharedBytes, stream, pointers, none);
        if (code != CUresult.CUDA_SUCCESS) {
            throw new CudaException(code, "cuLaunchKernel", kernel);
        }
    }

    private int place(int index, int bytes) {
        if (sizes[index] != bytes) {
            throw new IllegalArgumentException(
                    "argument " + index + " of " + kernel + " has " + sizes[index] + " bytes, not " + bytes);
        }
        return index * SLOT;
    }
}
