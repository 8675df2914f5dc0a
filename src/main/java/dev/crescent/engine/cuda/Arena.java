package dev.crescent.engine.cuda;

import java.util.ArrayList;
import java.util.List;

/// Memory on the device that is given back together.
final class Arena implements AutoCloseable {
    private final CudaDriver driver;
    private final List<Long> addresses = new ArrayList<>();

    Arena(CudaDriver driver) {
        this.driver = driver;
    }

    /// Room for so many numbers of 32 bits, their content undefined.
    long floats(long count) {
        return bytes(count * Float.BYTES);
    }

    long doubles(long count) {
        return bytes(count * Double.BYTES);
    }

    private long bytes(long bytes) {
        long address = driver.allocate(Math.max(bytes, Double.BYTES));
        addresses.add(address);
        return address;
    }

    @Override
    public void close() {
        addresses.forEach(driver::free);
        addresses.clear();
    }
}
