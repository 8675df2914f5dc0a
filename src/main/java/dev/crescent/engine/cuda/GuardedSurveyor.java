package dev.crescent.engine.cuda;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Surveyor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A surveyor on the device in whose place another engine measures from where the device fails.
final class GuardedSurveyor implements Surveyor {
    private final Fallback<Surveyor> surveyor;

    /// @param failed told of the failure, once the other surveyor is open
    GuardedSurveyor(Surveyor onDevice, Consumer<CudaException> failed, Supplier<Surveyor> spare) {
        surveyor = new Fallback<>(onDevice, failed, spare, Surveyor::close, _ -> { });
    }

    private GuardedSurveyor(Surveyor elsewhere) {
        surveyor = Fallback.elsewhere(elsewhere, Surveyor::close);
    }

    /// Of a device that has failed already.
    static GuardedSurveyor elsewhere(Surveyor spare) {
        return new GuardedSurveyor(spare);
    }

    @Override
    public boolean isElsewhere() {
        return !surveyor.isOnDevice();
    }

    @Override
    public ParameterLayout layout() {
        return surveyor.current().layout();
    }

    @Override
    public int stride() {
        return surveyor.current().stride();
    }

    @Override
    public void losses(double[] origin, double[] u, double[] v, double[] places, double[] losses) {
        surveyor.order(asked -> asked.losses(origin, u, v, places, losses));
    }

    @Override
    public void close() {
        surveyor.close();
    }
}
