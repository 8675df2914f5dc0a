package dev.crescent.engine.cuda;

/// Small networks as large ones are trained, each part of a step by a kernel of its own.
class KernelByKernelTest extends CudaCrossCheckTest {
    @Override
    boolean mayFuse() {
        return false;
    }
}
