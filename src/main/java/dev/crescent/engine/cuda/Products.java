package dev.crescent.engine.cuda;

/// How the kernels of `product.cuh` are launched.
final class Products {
    private static final int TILE = 64;
    private static final int THREADS = 256;
    /// Of what is summed, at least, for a block of its own.
    private static final int LEAST_STEPS = 64;
    private static final int MOST_PARTS = 64;

    private Products() {}

    /// @param m rows of the product, n its columns
    static void run(CudaDriver.Launch launch, long m, long n, int parts) {
        launch.size(Math.toIntExact(Math.ceilDiv(n, TILE)), Math.toIntExact(Math.ceilDiv(m, TILE) * parts), THREADS, 0);
        launch.run();
    }

    /// Into how many parts the sums of a product of few tiles are dealt out, so that all processors have work.
    ///
    /// @param k how many numbers each sum has
    static int parts(long m, long n, long k, int multiprocessors) {
        long tiles = Math.ceilDiv(m, TILE) * Math.ceilDiv(n, TILE);
        return (int) Math.clamp(Math.min(2L * multiprocessors / tiles, k / LEAST_STEPS), 1, MOST_PARTS);
    }
}
