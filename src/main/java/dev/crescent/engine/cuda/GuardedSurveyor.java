package dev.crescent.engine.cuda;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Surveyor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A surveyor on the device in whose place another engine measures from where the device fails.
final class GuardedSurveyor implements Surveyor {
    private final Consumer<CudaException> failed;
    private final Supplier<Surveyor> spare;
    private Surveyor surveyor;

    /// @param failed told of the failure, before the other surveyor is opened
    GuardedSurveyor(Surveyor onDevice, Consumer<CudaException> failed, Supplier<Surveyor> spare) {
        this.surveyor = onDevice;
        this.failed = failed;
        this.spare = spare;
    }

    @Override
    public ParameterLayout layout() {
        return surveyor.layout();
    }

    @Override
    public int stride() {
        return surveyor.stride();
    }

    @Override
    public void losses(double[] origin, double[] u, double[] v, double[] places, double[] losses) {
        try {
            surveyor.losses(origin, u, v, places, losses);
        } catch (CudaException e) {
            goOnElsewhere(e);
            surveyor.losses(origin, u, v, places, losses);
        }
    }

    private void goOnElsewhere(CudaException failure) {
        Surveyor lost = surveyor;
        failed.accept(failure);
        surveyor = spare.get();
        try {
            lost.close();
        } catch (CudaException e) {
            // What is lost cannot be given back either.
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try {
            surveyor.close();
        } catch (CudaException e) {
            failed.accept(e);
        }
    }
}
