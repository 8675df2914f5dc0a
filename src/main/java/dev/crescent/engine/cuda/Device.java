package dev.crescent.engine.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The driver with kernels loaded, and a buffer to copy through. Whoever uses it holds its monitor.
final class Device implements AutoCloseable {
    /// Bytes that are copied at once.
    private static final int BUFFER = 1 << 20;
    /// Of a block that goes over elements, and blocks of which each takes more than one turn.
    private static final int THREADS = 256;
    private static final int MOST_BLOCKS = 4096;

    final CudaDriver driver;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.nativeOrder());

    Device(CudaDriver driver) {
        this.driver = driver;
    }

    void upload(float[] from, int offset, int count, long to) {
        int most = BUFFER / Float.BYTES;
        for (int done = 0; done < count; done += most) {
            int now = Math.min(most, count - done);
            buffer.clear().limit(now * Float.BYTES);
            buffer.asFloatBuffer().put(from, offset + done, now);
            driver.upload(to + (long) done * Float.BYTES, buffer);
        }
    }

    void upload(int[] from, int offset, int count, long to) {
        int most = BUFFER / Integer.BYTES;
        for (int done = 0; done < count; done += most) {
            int now = Math.min(most, count - done);
            buffer.clear().limit(now * Integer.BYTES);
            buffer.asIntBuffer().put(from, offset + done, now);
            driver.upload(to + (long) done * Integer.BYTES, buffer);
        }
    }

    void download(long from, float[] to, int offset, int count) {
        int most = BUFFER / Float.BYTES;
        for (int done = 0; done < count; done += most) {
            int now = Math.min(most, count - done);
            buffer.clear().limit(now * Float.BYTES);
            driver.download(buffer, from + (long) done * Float.BYTES);
            buffer.asFloatBuffer().get(to, offset + done, now);
        }
    }

    /// @param count at most 1000
    double[] doubles(long from, int count) {
        double[] values = new double[count];
        buffer.clear().limit(count * Double.BYTES);
        driver.download(buffer, from);
        buffer.asDoubleBuffer().get(values);
        return values;
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

    @Override
    public void close() {
        driver.close();
    }
}
