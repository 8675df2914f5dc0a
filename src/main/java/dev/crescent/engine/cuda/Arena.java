package dev.crescent.engine.cuda;

import java.util.ArrayList;
import java.util.List;

/// Memory on the device that is given back together.
final class Arena implements AutoCloseable {
    private final Device device;
    private final List<Long> addresses = new ArrayList<>();
    private final List<Arena> inner = new ArrayList<>();

    Arena(Device device) {
        this.device = device;
    }

    /// Memory that is given back with this, or before by [#giveBack].
    Arena within() {
        Arena made = new Arena(device);
        inner.add(made);
        return made;
    }

    /// Gives back what is within this.
    void giveBack(Arena within) {
        inner.remove(within);
        within.close();
    }

    /// Room for so many numbers of 32 bits, their content undefined.
    long floats(long count) {
        return bytes(count * Float.BYTES);
    }

    long doubles(long count) {
        return bytes(count * Double.BYTES);
    }

    private long bytes(long bytes) {
        long address = device.driver.allocate(Math.max(bytes, Double.BYTES));
        addresses.add(address);
        return address;
    }

    /// A device that is lost keeps it.
    @Override
    public void close() {
        if (!device.isLost()) {
            inner.forEach(Arena::close);
            device.await();
            addresses.forEach(device.driver::free);
        }
        inner.clear();
        addresses.clear();
    }

    /// Likewise, where something went wrong already; what goes wrong now is told with it.
    void closeAfter(Throwable failure) {
        try {
            close();
        } catch (CudaException e) {
            failure.addSuppressed(e);
        }
    }
}
