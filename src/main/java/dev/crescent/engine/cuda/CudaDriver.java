package dev.crescent.engine.cuda;

import java.nio.ByteBuffer;

/// What the engine uses of CUDA's driver API: one device, one context, one module of kernels, one stream. Used by one
/// thread at a time; whoever uses it first says so by [#makeCurrent]. Addresses are those of the device's memory.
///
/// Work on the device goes on in the order of the calls, while the caller goes on, too; errors of launches may come with
/// a later call. Everything may throw [CudaException].
interface CudaDriver extends AutoCloseable {
    /// CUDA's version that the driver offers: 1000 times the major plus 10 times the minor number, 12060 for 12.6.
    int version();

    /// The device's name, such as `NVIDIA H100 80GB HBM3`.
    String name();

    /// The device's compute capability: 10 times the major plus the minor number, 75 for 7.5.
    int capability();

    /// Processors that work beside each other, each on blocks of threads.
    int multiprocessors();

    /// The most bytes of shared memory that a block may ask for.
    int sharedBytesPerBlock();

    /// Bytes of memory that are free on the device now.
    long freeBytes();

    /// Makes the context that of this thread.
    void makeCurrent();

    /// Loads the kernels.
    ///
    /// @param ptx their text, without a zero at its end
    void load(byte[] ptx);

    /// A kernel of the module, to be launched any number of times.
    ///
    /// @param arguments how many it takes
    /// @throws IllegalArgumentException if it takes another number of them
    Launch launch(String kernel, int arguments);

    /// Memory on the device, its content undefined.
    ///
    /// @param bytes 1 or more
    /// @return its address
    long allocate(long bytes);

    /// Gives memory back; 0 is none.
    void free(long address);

    /// Sets memory to zeros.
    ///
    /// @param bytes a multiple of four
    void clear(long address, long bytes);

    /// Copies to the device what lies between the buffer's position and limit, which do not change. The buffer may be
    /// changed when this returns.
    ///
    /// @param from a direct buffer
    void upload(long address, ByteBuffer from);

    /// Copies from the device, after all work before it, as much as lies between the buffer's position and limit.
    ///
    /// @param to a direct buffer
    void download(ByteBuffer to, long address);

    /// Whether all work is done.
    boolean isIdle();

    /// Ends the context; what was allocated is gone. Never throws.
    @Override
    void close();

    /// A kernel with its arguments.
    interface Launch {
        /// The blocks and their size, until changed.
        ///
        /// @param threads of a block
        /// @param sharedBytes of each block, beside what the kernel declares
        void size(int blocksX, int blocksY, int threads, int sharedBytes);

        /// Sets argument number `index`, until changed.
        ///
        /// @throws IllegalArgumentException if it is of another size, here as below
        void set(int index, int value);

        /// Sets argument number `index`, until changed: 64 bits, or an address.
        void set(int index, long value);

        /// Sets argument number `index`, until changed.
        void set(int index, float value);

        /// Launches it with the arguments as they are now.
        void run();
    }
}
