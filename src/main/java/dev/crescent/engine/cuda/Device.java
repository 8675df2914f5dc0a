package dev.crescent.engine.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The driver with kernels loaded, and a buffer to copy through. Whoever uses it holds its monitor.
final class Device implements AutoCloseable {
    /// Bytes that are copied at once.
    private static final int BUFFER = 1 << 20;
    /// Of a block that goes over elements, and blocks of which each takes more than one turn.
    private static final int THREADS = 256;
    private static final int MOST_BLOCKS = 4096;
    /// Looks at a device that is busy before each costs a pause, and how long it may be busy.
    private static final int SPINS = 10_000;
    private static final long PAUSE_NANOS = 20_000;
    static final long LONGEST_NANOS = 10_000_000_000L;
    /// Multiply-adds that are asked of it at once, about, where samples go through the network in turns: some 20 ms for one that
    /// does 1 TFLOP/s, so that a GPU which draws the screen, too, does not let it stand still.
    static final double MOST_WORK = 1e10;
    /// CUDA_ERROR_LAUNCH_TIMEOUT.
    private static final int TOO_LONG = 702;

    final CudaDriver driver;
    private final long longestNanos;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.nativeOrder());
    /// Why nothing is asked of it any more. Not guarded by the monitor, which someone may hold who still waits for it.
    private volatile @Nullable CudaException lost;
    /// Whether it did not answer in time, and may never do so. Guarded by the monitor.
    private boolean silent;

    Device(CudaDriver driver) {
        this(driver, LONGEST_NANOS);
    }

    /// @param longestNanos how long it may be busy before it is taken for lost
    Device(CudaDriver driver, long longestNanos) {
        this.driver = driver;
        this.longestNanos = longestNanos;
    }

    /// Asks nothing of it any more but to [#close].
    void abandon(CudaException why) {
        lost = why;
    }

    boolean isLost() {
        return lost != null;
    }

    /// Makes it that of this thread.
    ///
    /// @throws CudaException if it is lost
    void use() {
        CudaException why = lost;
        if (why != null) {
            throw new CudaException(why.code(), why.call(), "lost before");
        }
        driver.makeCurrent();
    }

    /// Opens what has memory of its own on this device; where it fails, nothing is left there.
    ///
    /// @throws CudaException if there is too little memory, or the device fails otherwise
    synchronized <T> T open(Function<Arena, T> opens) {
        use();
        Arena arena = new Arena(this);
        try {
            return opens.apply(arena);
        } catch (RuntimeException | Error e) {
            arena.closeAfter(e);
            throw e;
        }
    }

    void upload(float[] from, int offset, int count, long to) {
        inTurns(count, Float.BYTES, (done, now) -> {
            buffer.asFloatBuffer().put(from, offset + done, now);
            driver.upload(to + (long) done * Float.BYTES, buffer);
        });
    }

    void upload(int[] from, int offset, int count, long to) {
        inTurns(count, Integer.BYTES, (done, now) -> {
            buffer.asIntBuffer().put(from, offset + done, now);
            driver.upload(to + (long) done * Integer.BYTES, buffer);
        });
    }

    void upload(double[] from, int offset, int count, long to) {
        inTurns(count, Double.BYTES, (done, now) -> {
            buffer.asDoubleBuffer().put(from, offset + done, now);
            driver.upload(to + (long) done * Double.BYTES, buffer);
        });
    }

    void download(long from, float[] to, int offset, int count) {
        inTurns(count, Float.BYTES, (done, now) -> {
            driver.download(buffer, from + (long) done * Float.BYTES);
            buffer.asFloatBuffer().get(to, offset + done, now);
        });
    }

    double[] doubles(long from, int count) {
        double[] values = new double[count];
        inTurns(count, Double.BYTES, (done, now) -> {
            driver.download(buffer, from + (long) done * Double.BYTES);
            buffer.asDoubleBuffer().get(values, done, now);
        });
        return values;
    }

    /// Copies `now` numbers, those from `done` on, through the buffer, which has just their room.
    private interface Turn {
        void copy(int done, int now);
    }

    private void inTurns(int count, int bytes, Turn turn) {
        await();
        int most = BUFFER / bytes;
        for (int done = 0; done < count; done += most) {
            int now = Math.min(most, count - done);
            buffer.clear().limit(now * bytes);
            turn.copy(done, now);
        }
    }

    /// Waits until all work is done: copying, giving memory back and a queue that is full would wait for ever where a kernel
    /// hangs.
    ///
    /// @throws CudaException with the code of a kernel that took too long, after which the device is lost, or of what went wrong
    void await() {
        long start = System.nanoTime();
        for (int looks = 0; !driver.isIdle(); looks++) {
            if (looks < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            boolean tooLong = System.nanoTime() - start > longestNanos;
            // Asked once more: it may have been this process that stood still, not the device.
            if (tooLong && !driver.isIdle()) {
                CudaException late = new CudaException(TOO_LONG, "cuStreamQuery", "no answer for " + longestNanos / 1_000_000 + " ms");
                silent = true;
                abandon(late);
                throw late;
            }
        }
    }

    /// Launches a kernel of which each thread takes some of the elements.
    static void over(CudaDriver.Launch launch, long elements) {
        launch.size((int) Math.min(Math.ceilDiv(elements, THREADS), MOST_BLOCKS), 1, THREADS, 0);
        launch.run();
    }

    /// Launches a kernel of so many blocks.
    static void blocks(CudaDriver.Launch launch, int blocks) {
        launch.size(blocks, 1, THREADS, 0);
        launch.run();
    }

    /// Ends the driver's context, and so gives back all that anybody has there, lost or not. Nothing where it does not answer:
    /// a driver waits for its kernels over that, and for ever where one of them hangs.
    @Override
    public synchronized void close() {
        if (!silent) {
            settle();
        }
        if (!silent) {
            driver.close();
        }
    }

    private void settle() {
        try {
            driver.makeCurrent();
            await();
        } catch (CudaException _) {
            // A loss once more, of which somebody knows; or it did not answer, and is silent now.
        }
    }
}
