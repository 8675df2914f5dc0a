package dev.crescent.engine.cuda;

import dev.crescent.engine.Evaluator;
import dev.crescent.engine.ParameterLayout;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An evaluator on the device in whose place another engine's answers from where the device fails.
final class GuardedEvaluator implements Evaluator {
    private final Fallback<Evaluator> evaluator;

    /// @param failed told of the failure, once the other evaluator is open
    GuardedEvaluator(Evaluator onDevice, Consumer<CudaException> failed, Supplier<Evaluator> spare) {
        evaluator = new Fallback<>(onDevice, failed, spare, _ -> { }, _ -> { });
    }

    private GuardedEvaluator(Evaluator elsewhere) {
        evaluator = Fallback.elsewhere(elsewhere, _ -> { });
    }

    /// Of a device that has failed already.
    static GuardedEvaluator elsewhere(Evaluator spare) {
        return new GuardedEvaluator(spare);
    }

    @Override
    public boolean isElsewhere() {
        return !evaluator.isOnDevice();
    }

    @Override
    public ParameterLayout layout() {
        return evaluator.current().layout();
    }

    @Override
    public void forward(float[] parameters, float[] inputs, int count, float[] @Nullable [] outputs) {
        evaluator.order(asked -> asked.forward(parameters, inputs, count, outputs));
    }
}
