package dev.crescent.engine.cpu;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Model;
import java.util.List;
import java.util.Optional;

/// The default engine: float32 on the JDK's Vector API, one thread, the same bits on every run.
public final class CpuEngine implements Engine {
    /// Has the JIT compile training and field evaluation before they are wanted: some 0.6 s on any thread, less when
    /// that thread is interrupted. Nothing depends on it but the speed of the first second.
    public static void warmUp() {
        WarmUp.run();
    }

    @Override
    public String id() {
        return "cpu";
    }

    @Override
    public Optional<String> refuses(Problem problem) {
        return problem.flaw();
    }

    @Override
    public Session open(Problem problem) {
        refuses(problem).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return new CpuSession(problem);
    }

    @Override
    public Evaluator evaluator(Model.Network network, List<Integer> inputShape) {
        return new CpuEvaluator(network, inputShape);
    }
}
