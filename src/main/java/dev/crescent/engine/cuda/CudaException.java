package dev.crescent.engine.cuda;

import jcuda.driver.CUresult;

/// A call of CUDA's driver that did not succeed. The message is for a log, [Trouble#sentence()] for the user.
final class CudaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String call;

    /// @param code a CUresult, such as 2 for CUDA_ERROR_OUT_OF_MEMORY
    /// @param call the driver's function, such as `cuMemAlloc`
    CudaException(int code, String call) {
        this(code, call, "");
    }

    /// @param details what else is known, such as the compiler's messages; may be empty
    CudaException(int code, String call, String details) {
        super(call + " answered " + code + ", " + CUresult.stringFor(code) + (details.isBlank() ? "" : ": " + details.strip()));
        this.code = code;
        this.call = call;
    }

    /// A CUresult.
    int code() {
        return code;
    }

    /// The driver's function.
    String call() {
        return call;
    }

    Trouble trouble() {
        return Trouble.of(code);
    }
}
