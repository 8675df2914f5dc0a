package dev.crescent.engine.cuda;

/// What is said of many launches.
final class Launches {
    private Launches() {}

    /// Sets the first arguments to addresses.
    static void set(CudaDriver.Launch launch, long... addresses) {
        for (int i = 0; i < addresses.length; i++) {
            launch.set(i, addresses[i]);
        }
    }

    /// The address of number `offset` of some floats.
    static long at(long floats, int offset) {
        return floats + (long) offset * Float.BYTES;
    }
}
