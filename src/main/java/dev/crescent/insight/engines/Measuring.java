package dev.crescent.insight.engines;

import java.util.function.BooleanSupplier;

/// Something that is measured piece by piece. Used by one thread.
public interface Measuring extends AutoCloseable {
    /// Measures a little more.
    ///
    /// @param stopped whether nobody wants to know any more: then it ends soon
    /// @param told called when there is something new before the end, on this thread
    /// @return whether there is more to measure
    boolean go(BooleanSupplier stopped, Runnable told);

    /// What is known so far.
    Finding finding();

    @Override
    void close();
}
